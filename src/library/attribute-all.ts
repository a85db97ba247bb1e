import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Article } from '../article/article.js';
import type { AttributedArticle } from '../attribution/attribution.js';
import { codePath } from '../package-root.js';

/** What a worker finds out about one article; the article itself need not travel back. */
export type Findings = Omit<AttributedArticle, 'article'>;

/** Code units of text in one task: some 20 articles, a second or two of work, small beside a worker's own memory. */
const BATCH_UNITS = 100_000;
/** Tasks handed out per worker ahead of the one whose turn it is: enough that none waits, few enough to hold. */
const TASKS_PER_WORKER = 2;
/** Run from the sources (in tests) there is no JavaScript that a worker could load. */
const WORKER = codePath('src', 'library', 'attribute-worker.js');

/**
 * Attributes articles in their order, as they come, holding only a few batches of them at a time.
 *
 * A library of one batch is done here, which is faster than starting workers; a larger one on all cores, off the main
 * thread.
 *
 * @param batchUnits - Code units of text in one batch, or somewhat more: batches end with an article.
 */
export async function* attributeAll(
	articles: AsyncIterable<Article>,
	batchUnits = BATCH_UNITS,
): AsyncGenerator<AttributedArticle> {
	const batches = inBatches(articles, batchUnits);
	const first = await batches.next();
	if (first.done) return;
	const second = await batches.next();
	if (second.done) yield* attributeHere([first.value]);
	else if (!existsSync(WORKER)) yield* attributeHere(chain([first.value, second.value], batches));
	else yield* attributeInWorkers(chain([first.value, second.value], batches));
}

async function* attributeHere(
	batches: AsyncIterable<readonly Article[]> | Iterable<readonly Article[]>,
): AsyncGenerator<AttributedArticle> {
	// Loaded late: a saved index needs none of it, and neither do workers in this thread.
	const { attributeArticle } = await import('../attribution/attribute.js');
	for await (const batch of batches) {
		for (const article of batch) {
			yield attributeArticle(article);
			// A turn for timers and signals: one article may take a tenth of a second.
			await setImmediate();
		}
	}
}

async function* attributeInWorkers(batches: AsyncIterable<readonly Article[]>): AsyncGenerator<AttributedArticle> {
	const { Piscina } = await import('piscina');
	const threads = availableParallelism();
	const pool = new Piscina<readonly Article[], Findings[]>({
		filename: WORKER,
		minThreads: threads,
		maxThreads: threads,
	});
	const tasks: Task[] = [];
	try {
		for await (const batch of batches) {
			const findings = pool.run(batch);
			// Whoever takes this task's turn sees the failure; until then nobody is listening.
			findings.catch(() => {});
			tasks.push({ batch, findings });
			const next = tasks.length > threads * TASKS_PER_WORKER ? tasks.shift() : undefined;
			if (next) yield* finish(next);
		}
		for (const task of tasks) yield* finish(task);
	} finally {
		await pool.destroy();
	}
}

interface Task {
	readonly batch: readonly Article[];
	readonly findings: Promise<readonly Findings[]>;
}

async function* finish({ batch, findings }: Task): AsyncGenerator<AttributedArticle> {
	for (const [index, found] of (await findings).entries()) {
		const article = batch[index];
		if (article) yield { article, ...found };
	}
}

async function* inBatches(articles: AsyncIterable<Article>, batchUnits: number): AsyncGenerator<Article[]> {
	let batch: Article[] = [];
	let units = 0;
	for await (const article of articles) {
		batch.push(article);
		units += article.text.length;
		if (units < batchUnits) continue;
		yield batch;
		batch = [];
		units = 0;
	}
	if (batch.length > 0) yield batch;
}

async function* chain<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
	yield* first;
	yield* rest;
}
