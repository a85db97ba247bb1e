import { EventEmitter } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { DataError, type Problem } from '../errors.js';

/** An article of the library in use, as the page lists and shows it. */
export interface ShownArticle {
	readonly id: string;
	readonly title: string;
	readonly publisher?: string;
	readonly published?: string;
	readonly sentences: number;
	readonly quotations: number;
	/** A self-contained HTML document with every attribution marked and explained. */
	render(): string;
}

/** A bot that runs, with the articles that it answers from. */
export interface RunningBot {
	readonly articles: readonly ShownArticle[];
	stop(): Promise<void>;
}

/** Starts the bot with the articles of a file or folder, or with its usual ones. @throws {DataError} */
export type StartBot = (library: string | null) => Promise<RunningBot>;

const KINDS = ['.md', '.txt', '.jsonl'];

/** The library that the bot answers from: the usual one, or for a while one that was dropped on the page. */
export class Shelf extends EventEmitter<{ change: [] }> {
	#bot: RunningBot | null = null;
	#folder: string | null = null;
	/** The dropped file's name, `null` for the usual library. */
	#name: string | null = null;

	constructor(readonly startBot: StartBot) {
		super();
		this.setMaxListeners(0);
	}

	/** Starts the bot with its usual articles. */
	async start(): Promise<void> {
		this.#bot = await this.startBot(null);
		this.emit('change');
	}

	async stop(): Promise<void> {
		await this.#bot?.stop();
		this.#bot = null;
		await this.#forget();
	}

	list(): object {
		const articles = (this.#bot?.articles ?? []).map(({ render: _, ...article }) => article);
		return { temporary: this.#name, articles };
	}

	/** @returns The article as a document, or `null`. */
	render(id: string): string | null {
		return this.#bot?.articles.find((article) => article.id === id)?.render() ?? null;
	}

	/**
	 * Answers from `bytes` instead, until {@link close}.
	 *
	 * @returns What is wrong with the file; then the library in use stays.
	 */
	async open(name: string, bytes: Uint8Array): Promise<readonly Problem[]> {
		const kind = extname(name).toLowerCase();
		const where = basename(name) || 'file';
		if (!KINDS.includes(kind)) return [{ where, reason: `is not one of ${KINDS.join(', ')}` }];
		const folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
		const path = join(folder, where);
		try {
			await writeFile(path, bytes);
			await this.#replace(await this.startBot(path), where, folder);
			return [];
		} catch (error) {
			await rm(folder, { recursive: true, force: true });
			if (!(error instanceof DataError)) throw error;
			// The folder is ours; people know only the file's name.
			return error.problems.map((problem) => ({ ...problem, where: problem.where.replace(path, where) }));
		}
	}

	/** Goes back to the usual library. */
	async close(): Promise<object> {
		if (this.#name !== null) await this.#replace(await this.startBot(null), null, null);
		return this.list();
	}

	/** Two bots at once would both answer, so the old one goes before anybody can ask. */
	async #replace(bot: RunningBot, name: string | null, folder: string | null): Promise<void> {
		await this.#bot?.stop();
		await this.#forget();
		this.#bot = bot;
		this.#name = name;
		this.#folder = folder;
		this.emit('change');
	}

	async #forget(): Promise<void> {
		if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
		this.#folder = null;
	}
}
