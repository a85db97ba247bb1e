import MiniSearch from 'minisearch';
import { ask } from '../../src/answer/ask.js';
import type { AttributedArticle } from '../../src/attribution/attribution.js';
import { buildLibrary } from '../../src/search/build-library.js';
import { loadLibrary, saveLibrary } from '../../src/search/saved-library.js';
import { isStopWord } from '../../src/search/stop-words.js';
import { findWords, stemWord } from '../../src/search/words.js';
import { listSentences } from './ask-table.js';
import { readArticles, readQuestions } from './question-set.js';

const SIZES = [3_000, 10_000, 100_000];
const QUESTIONS = 400;

/**
 * Prints time and memory beside MiniSearch with stop words and stems on the same sentences, in the same run. Large
 * libraries repeat the articles of the development sets. Memory is exact only with `node --expose-gc`.
 */
export function printSpeed(bench: string): void {
	const startedAt = performance.now();
	const articles = [
		...readArticles(bench, 'news/library.jsonl'),
		...readArticles(bench, 'answers/squad-dev.library.jsonl'),
		...readArticles(bench, 'answers/wikiqa-dev.library.jsonl'),
	];
	const attributeMs = performance.now() - startedAt;
	const read = articles.reduce((sum, { sentences }) => sum + sentences.length, 0);
	const questions = [
		...readQuestions(bench, 'news/questions.jsonl', 'overlap'),
		...readQuestions(bench, 'answers/squad-dev.questions.jsonl', 'contain'),
	].map(({ question }) => question);
	const some = questions.filter((_, i) => i % Math.ceil(questions.length / QUESTIONS) === 0);
	for (const size of SIZES) printSize(repeat(articles, size), some, attributeMs / read);
}

function printSize(articles: readonly AttributedArticle[], questions: readonly string[], attributeMs: number): void {
	const before = memory();
	const builtAt = performance.now();
	const library = buildLibrary(articles);
	const count = library.sentences.count;
	const buildMs = performance.now() - builtAt;
	const bytes = (memory() - before) / count;
	const saved = saveLibrary(library);
	const loadedAt = performance.now();
	loadLibrary(
		saved,
		articles.map(({ article }) => article),
		'memory',
	);
	const loadMs = performance.now() - loadedAt;
	const reference = new MiniSearch<{ id: number; text: string }>({
		fields: ['text'],
		tokenize: (text) => findWords(text).map(({ key }) => key),
		processTerm: (key) => (isStopWord(key) ? null : stemWord(key)),
	});
	reference.addAll(listSentences(articles));
	const [ours, theirs] = timeBoth(
		questions,
		(question) => ask(library, { question }),
		(question) => reference.search(question),
	);
	const rebuildMs = buildMs + count * attributeMs;
	console.log(
		[
			`${count} sentences:`,
			`ask p50 ${show(ours, 0.5)} p99 ${show(ours, 0.99)} ms,`,
			`MiniSearch with stems p50 ${show(theirs, 0.5)} p99 ${show(theirs, 0.99)} ms,`,
			`p99 ratio ${(quantile(ours, 0.99) / quantile(theirs, 0.99)).toFixed(2)};`,
			`${bytes.toFixed(0)} bytes a sentence;`,
			`build ${buildMs.toFixed(0)} ms, with attribution about ${rebuildMs.toFixed(0)} ms, load ${loadMs.toFixed(0)} ms:`,
			`${(loadMs / rebuildMs).toFixed(3)} of rebuilding`,
		].join(' '),
	);
}

/** Takes turns, question by question, so that whatever else the machine does falls on both. The first round warms up. */
function timeBoth(questions: readonly string[], a: (question: string) => void, b: (question: string) => void) {
	const times: [number[], number[]] = [[], []];
	for (let round = 0; round < 3; round++) {
		for (const question of questions) {
			for (const [i, run] of [a, b].entries()) {
				const startedAt = performance.now();
				run(question);
				if (round > 0) times[i]?.push(performance.now() - startedAt);
			}
		}
	}
	return times;
}

function repeat(articles: readonly AttributedArticle[], size: number): AttributedArticle[] {
	const found: AttributedArticle[] = [];
	let count = 0;
	for (let round = 0; count < size; round++) {
		for (const attributed of articles) {
			if (count >= size) break;
			found.push({ ...attributed, article: { ...attributed.article, id: `${attributed.article.id}-${round}` } });
			count += attributed.sentences.length;
		}
	}
	return found;
}

function memory(): number {
	globalThis.gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

function quantile(times: readonly number[], share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

function show(times: readonly number[], share: number): string {
	return quantile(times, share).toFixed(2);
}
