import { ask } from '../../src/answer/ask.js';
import { suggestArticles, suggestQuestions, suggestSpeakers } from '../../src/answer/suggest.js';
import type { Article } from '../../src/article/article.js';
import { attributeArticle } from '../../src/attribution/attribute.js';
import type { AttributedArticle } from '../../src/attribution/attribution.js';
import { buildLibrary } from '../../src/search/build-library.js';
import type { Library } from '../../src/search/library.js';
import { loadLibrary, saveLibrary } from '../../src/search/saved-library.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';
import { inventArticles } from '../synthetic-library.js';
import { listSentences } from './ask-table.js';
import { growLibrary } from './grow-library.js';
import { readArticles, readQuestions } from './question-set.js';
import { stemmedMiniSearch } from './references.js';

const SIZES = [3_000, 10_000, 100_000];
/** About so many questions are asked again and again; first to warm up, as a bot is that has run for a while. */
const REPEATED = 300;
const ROUNDS = 3;

/**
 * Prints time and memory at three sizes, beside MiniSearch with stop words and stems on the same sentences in the same
 * run. Large libraries are made of small ones by `growLibrary`. Memory is printed with `node --expose-gc` only.
 *
 * @param bench - Folder of the development sets; without it, articles are invented.
 */
export async function printSpeed(bench: string | undefined): Promise<void> {
	const startedAt = performance.now();
	const { articles, questions } = bench === undefined ? inventSet() : readSet(bench);
	const read = articles.reduce((sum, { sentences }) => sum + sentences.length, 0);
	const attributeMs = (performance.now() - startedAt) / read;
	const step = Math.ceil(questions.length / REPEATED);
	const some = questions.filter((_, i) => i % step === 0);
	const others = questions.filter((_, i) => i % step !== 0);
	for (const size of SIZES) {
		const grown = growLibrary(articles, size);
		const library = buildLibrary(grown);
		console.log(
			`\n${library.sentences.count} sentences, ${grown.length} articles, ${others.length} questions once, ${some.length} again and again`,
		);
		await printTimes(library, grown, some, others);
		printSuggestions(library, some);
		printMemoryAndLoading(grown, attributeMs);
	}
}

function readSet(bench: string) {
	return {
		articles: [
			...readArticles(bench, 'news/library.jsonl'),
			...readArticles(bench, 'answers/squad-dev.library.jsonl'),
			...readArticles(bench, 'answers/wikiqa-dev.library.jsonl'),
		],
		questions: [
			...readQuestions(bench, 'news/questions.jsonl', 'overlap'),
			...readQuestions(bench, 'answers/squad-dev.questions.jsonl', 'contain'),
			...readQuestions(bench, 'answers/wikiqa-dev.questions.jsonl', 'contain'),
		].map(({ question }) => question),
	};
}

/** Articles that have few words and hold each of them often, with questions made of their titles. */
function inventSet() {
	const articles = [...inventArticles(100, 450)].map(({ id, title, text }) => {
		return attributeArticle({ id, title, text, paragraphs: splitParagraphs(text, 'blank-line') });
	});
	return { articles, questions: articles.map(({ article }) => `who said that the ${article.title}?`) };
}

async function printTimes(
	library: Library,
	articles: readonly AttributedArticle[],
	repeated: readonly string[],
	others: readonly string[],
) {
	const reference = stemmedMiniSearch(listSentences(articles));
	// What building left behind is not to be collected while questions are timed.
	globalThis.gc?.();
	// They take turns, question by question, so that whatever else the machine does falls on both.
	const take = (question: string) => [time(() => ask(library, { question })), time(() => reference(question, null))];
	const rounds = () => Array.from({ length: ROUNDS }, () => repeated.map(take));
	rounds();
	printBoth('', others.map(take));
	const best = rounds().reduce((least, round) => {
		return least.map((times, i) => times.map((ms, one) => Math.min(ms, round[i]?.[one] ?? ms)));
	});
	printBoth(', best of three', best);
}

/** @param times - For each question, milliseconds of ours and of the reference. */
function printBoth(label: string, times: readonly (readonly number[])[]): void {
	const [ours, theirs] = [0, 1].map((one) => times.map((pair) => pair[one] ?? 0)) as [number[], number[]];
	console.log(`  ask${label.padEnd(24)}${show(ours)}`);
	console.log(`  MiniSearch${label.padEnd(17)}${show(theirs)}`);
	const ratio = (share: number) => (quantile(ours, share) / quantile(theirs, share)).toFixed(2);
	console.log(`  ratio${label.padEnd(22)}p50 ${ratio(0.5)}, p99 ${ratio(0.99)}`);
}

function printSuggestions(library: Library, questions: readonly string[]): void {
	for (const [name, suggest] of Object.entries({ suggestQuestions, suggestSpeakers, suggestArticles })) {
		const times = questions.flatMap((question) => {
			return [0.3, 0.6].map((part) => time(() => suggest(library, question.slice(0, part * question.length))));
		});
		console.log(`  ${name.padEnd(26)} ${show(times.slice(times.length >> 2))}`);
	}
}

function printMemoryAndLoading(grown: readonly AttributedArticle[], attributeMs: number): void {
	const count = grown.reduce((sum, { sentences }) => sum + sentences.length, 0);
	const texts: Article[] = grown.map(({ article }) => article);
	const before = memory();
	let library: Library | null = null;
	const buildMs = time(() => {
		library = buildLibrary(grown);
	});
	const built = memory() - before;
	const saved = saveLibrary(library as unknown as Library);
	const loadMs = Math.min(
		...[1, 2, 3].map(() => {
			library = null;
			return time(() => {
				library = loadLibrary(saved, texts, 'memory');
			});
		}),
	);
	const loaded = memory() - before - saved.length;
	const bytes = (all: number) => (globalThis.gc ? `${(all / count).toFixed(0)} bytes a sentence` : 'unknown');
	console.log(`  memory of the index        built ${bytes(built)}, loaded with attributions ${bytes(loaded)}`);
	const rebuildMs = buildMs + count * attributeMs;
	console.log(
		`  loading                    ${loadMs.toFixed(0)} ms (${(saved.length / 1e6).toFixed(1)} MB): ${(loadMs / buildMs).toFixed(3)} of building the index alone (${buildMs.toFixed(0)} ms), ${(loadMs / rebuildMs).toFixed(4)} with attribution`,
	);
	if ((library as Library | null)?.sentences.count !== count) throw new Error('the loaded library is another one');
}

function time(run: () => unknown): number {
	const startedAt = performance.now();
	run();
	return performance.now() - startedAt;
}

function memory(): number {
	// The first collection lets go of what only weak references held.
	for (let i = 0; i < 2; i++) globalThis.gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

function quantile(times: readonly number[], share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

function show(times: readonly number[]): string {
	return `p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms`;
}
