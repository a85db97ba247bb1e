import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '../src/answer/check.js';
import { verify } from '../src/answer/verify.js';
import { attributeArticle } from '../src/attribution/attribute.js';
import { buildLibrary } from '../src/search/build-library.js';
import type { Library } from '../src/search/library.js';
import { splitParagraphs } from '../src/text/split-paragraphs.js';
import { scoreBy } from './score-by.js';

interface Source {
	readonly id: string;
	readonly title: string;
	readonly text: string;
}

/** `verdicts --bench DIR`: what `check` and `verify` are worth on the sets of DIR, by the sets' own scorers. */
export async function run(args: readonly string[]): Promise<void> {
	const { values } = parseArgs({ args: [...args], options: { bench: { type: 'string' } } });
	if (values.bench === undefined) throw new Error('verdicts needs --bench DIR');
	printVerdicts(values.bench);
}

/** Prints the tables of `verify` and `check`. */
export function printVerdicts(bench: string): void {
	const news = path.join(bench, 'news');
	const library = openLibrary(readLines<Source>(path.join(news, 'library.jsonl')));
	printVerify(news, library);
	printNewsCheck(news, library);
	console.log(
		'the trained weights have seen the next three sets; for new claims see the held-out figures in docs/checking.md',
	);
	for (const set of ['climate-fever', 'vitaminc', 'nli']) printCheck(path.join(bench, 'checks'), set);
}

function printVerify(news: string, library: Library): void {
	const quotes = readLines<{ id: string; quote: string; claimed_speaker: string | null }>(
		path.join(news, 'quotes.jsonl'),
	);
	const timed = time(quotes, ({ id, quote, claimed_speaker: claimed }) => {
		const { status, span, speaker } = verify(library, { quote, claimedSpeaker: claimed ?? undefined });
		return { id, status, span, speaker };
	});
	const score = scoreBy(path.join(news, 'score.mjs'), ['verify'], timed.replies);
	print('verify news, whole library', {
		'status macro-F1': score.macroF1,
		'span found': score.spanHit,
		'true speaker': score.speakerAccuracy,
		...timed.times,
	});
}

function printNewsCheck(news: string, library: Library): void {
	const claims = readLines<{ id: string; claim: string; article: string }>(path.join(news, 'claims.jsonl'));
	for (const within of [false, true]) {
		const timed = time(claims, ({ id, claim, article }) => {
			const { verdict, evidence } = check(library, { claim, article: within ? article : undefined });
			return { id, verdict, evidence };
		});
		const score = scoreBy(path.join(news, 'score.mjs'), ['check'], timed.replies);
		print(`check news, ${within ? 'within the article' : 'whole library'}`, {
			'confidently wrong': score.confidentlyWrongRate,
			'macro-F1': score.macroF1,
			'evidence found': score.evidenceHit,
			...timed.times,
		});
	}
}

/** Each claim has its own library: the sentences that come with it, as one article. */
function printCheck(folder: string, set: string): void {
	const file = path.join(folder, `${set}-dev.jsonl`);
	const claims = readLines<{ id: string; claim: string; library: Source[] }>(file).map(({ id, claim, library }) => {
		const text = library.map((source) => source.text).join('\n');
		return { id, claim, sources: library, library: openLibrary([{ id, title: '', text }]) };
	});
	const timed = time(claims, ({ id, claim, sources, library }) => {
		const { verdict, evidence } = check(library, { claim, article: id });
		const cited = evidence.flatMap(({ text }) => {
			const source = sources.find((each) => each.text.includes(text));
			return source ? [{ id: source.id, text }] : [];
		});
		return { id, verdict, evidence: cited };
	});
	const score = scoreBy(path.join(folder, 'score.mjs'), [file], timed.replies, ['--json']);
	print(`check ${set}`, {
		'confidently wrong': score.confidentlyWrong,
		'macro-F1': score.macroF1,
		'invented verdicts': score.inventedVerdicts,
		...timed.times,
	});
}

function openLibrary(sources: readonly Source[]): Library {
	return buildLibrary(
		sources.map((source) => attributeArticle({ ...source, paragraphs: splitParagraphs(source.text, 'newline') })),
	);
}

function readLines<Line>(file: string): Line[] {
	return readFileSync(file, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Line);
}

/** Asks each once, after a short warm-up, and notes how long the replies take. */
function time<Item>(items: readonly Item[], reply: (item: Item) => object) {
	for (const item of items.slice(0, 10)) reply(item);
	const times: number[] = [];
	const replies = items.map((item) => {
		const start = performance.now();
		const answer = reply(item);
		times.push(performance.now() - start);
		return answer;
	});
	times.sort((a, b) => a - b);
	const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
	return { replies, times: { 'ms p50': at(0.5), 'ms p99': at(0.99) } };
}

function print(name: string, measures: Readonly<Record<string, number | undefined>>): void {
	const shown = Object.entries(measures).map(([measure, value = Number.NaN]) => {
		return `${measure} ${measure.startsWith('ms') ? value.toFixed(1) : (100 * value).toFixed(1)}`;
	});
	console.log(`${name.padEnd(30)} ${shown.join('   ')}`);
}
