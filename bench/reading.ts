import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Article } from '../src/article/article.js';
import { readLibrary } from '../src/article/read-library.js';
import { findQuotedStretches } from '../src/text/find-quoted-stretches.js';
import { splitSentences } from '../src/text/split-sentences.js';
import { splitWords } from '../src/text/split-words.js';
import { tokenize } from '../src/text/tokenize.js';
import { inventArticles } from './synthetic-library.js';

/** How many articles the slower steps are timed on. */
const SAMPLE = 500;

/**
 * `reading [--articles 10000] [--words 500]`: reads an invented library and prints what each step of reading costs, and
 * the most memory that the process held.
 */
export async function run(args: readonly string[]): Promise<void> {
	const options = {
		articles: { type: 'string', default: '10000' },
		words: { type: 'string', default: '500' },
	} as const;
	const { values } = parseArgs({ args: [...args], options });
	const folder = await mkdtemp(path.join(tmpdir(), 'onrecord-bench-'));
	try {
		const file = path.join(folder, 'invented.jsonl');
		await pipeline(Readable.from(writeLines(Number(values.articles), Number(values.words))), createWriteStream(file));
		console.log(`before reading: ${peakMemory()}`);
		let [articles, characters, startedAt] = [0, 0, performance.now()];
		for await (const { text } of readLibrary(file)) {
			articles++;
			characters += text.length;
		}
		report(`read ${articles} articles, ${(characters / 1e6).toFixed(1)} million characters`, startedAt, articles);
		console.log(`after reading: ${peakMemory()}`);
		const sample: Article[] = [];
		for await (const article of readLibrary(file)) if (sample.push(article) === SAMPLE) break;
		const steps: readonly [name: string, step: (article: Article) => unknown][] = [
			['words', ({ text }) => splitWords(text)],
			['sentences', ({ text, paragraphs }) => splitSentences(text, paragraphs)],
			['quoted stretches', ({ text, paragraphs }) => findQuotedStretches(text, paragraphs)],
			['tokens', ({ text, paragraphs }) => paragraphs.map((paragraph) => tokenize(text, paragraph))],
		];
		for (const [name, step] of steps) {
			for (const article of sample.slice(0, 50)) step(article);
			startedAt = performance.now();
			for (const article of sample) step(article);
			report(name, startedAt, sample.length);
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function* writeLines(articles: number, words: number): Generator<string> {
	for (const article of inventArticles(articles, words)) yield `${JSON.stringify(article)}\n`;
}

function report(name: string, startedAt: number, articles: number): void {
	const ms = performance.now() - startedAt;
	console.log(`${name}: ${(ms / 1000).toFixed(2)} s, ${(ms / articles).toFixed(3)} ms an article`);
}

function peakMemory(): string {
	return `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`;
}
