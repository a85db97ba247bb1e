import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DataError, type Problem } from '../errors.js';
import type { Article } from './article.js';
import { type ArticleFile, explainFileError, listArticleFiles } from './list-article-files.js';
import type { ParsedArticle } from './make-article.js';
import {
	ARTICLE_BYTES_MAX,
	hasArticleLines,
	parseArticleBytes,
	parseArticleFile,
	tooLarge,
} from './parse-article-file.js';
import {
	type CorrectionsById,
	type ParsedCorrections,
	parseCorrections,
	parseCorrectionsById,
} from './parse-corrections.js';
import { readByteLines } from './read-byte-lines.js';

/** How many problems are told at once; the rest is counted. */
const PROBLEMS_MAX = 1_000;

/** How far the reading is, in bytes of all files. */
export interface ReadProgress {
	readonly bytes: number;
	readonly totalBytes: number;
}

export interface ReadOptions {
	/** Called after every article. */
	readonly onProgress?: (progress: ReadProgress) => void;
}

/** What a file gives, piece by piece: an article or its problems, where it stands, and how many bytes it took. */
interface Piece {
	readonly parsed: ParsedArticle | null;
	readonly where: string;
	readonly bytes: number;
}

/**
 * Reads a library: a folder with its subfolders, or one file. Holds one article at a time, so that a library may be
 * larger than the memory.
 *
 * Everything that is wrong anywhere is thrown together at the end, and from the first problem on no more articles are
 * given: whoever collects them must not answer from them unless the reading ends without an error.
 *
 * @param location - A folder, or a `.md`, `.txt` or `.jsonl` file.
 * @returns Articles by file name, then in the order of their lines; every id once.
 * @throws {DataError} When a file cannot be read, is malformed, repeats an id, or when there is no article at all.
 */
export async function* readLibrary(location: string, { onProgress }: ReadOptions = {}): AsyncGenerator<Article, void> {
	const listed = await listArticleFiles(location);
	const totalBytes = listed.files.reduce((sum, file) => sum + file.bytes, 0);
	const problems = new ProblemList(listed.problems);
	const places = new Map<string, string>();
	let done = 0;
	for (const file of listed.files) {
		for await (const { parsed, where, bytes } of readPieces(file)) {
			done += bytes;
			onProgress?.({ bytes: done, totalBytes });
			if (parsed === null) continue;
			if ('problems' in parsed) {
				problems.add(parsed.problems);
				continue;
			}
			const { id } = parsed.article;
			const taken = places.get(id);
			if (taken !== undefined) problems.add([{ where, field: 'id', reason: `"${id}" is the id of ${taken} too` }]);
			else places.set(id, where);
			if (problems.count === 0) yield parsed.article;
		}
	}
	if (problems.count === 0 && places.size === 0) problems.add([{ where: location, reason: 'holds no article' }]);
	problems.throwIfAny(location);
}

async function* readPieces(file: ArticleFile): AsyncGenerator<Piece> {
	const refuse = (reason: string, bytes = 0): Piece => ({
		parsed: { problems: [{ where: file.path, reason }] },
		where: file.path,
		bytes,
	});
	try {
		if (hasArticleLines(file.path)) yield* readLines(file);
		else if (file.bytes > ARTICLE_BYTES_MAX) yield refuse(tooLarge(file.bytes), file.bytes);
		else {
			const bytes = await readFile(file.path);
			const parsed = await withCorrections(parseArticleFile(file.path, bytes, file.path), file.path);
			yield { parsed, where: file.path, bytes: bytes.length };
		}
	} catch (error) {
		yield refuse(explainFileError(error));
	}
}

/** Adds what `NAME.corrections.yaml` beside an article puts right, if there is such a file. */
async function withCorrections(parsed: ParsedArticle, file: string): Promise<ParsedArticle> {
	if ('problems' in parsed) return parsed;
	const beside = await readCorrectionsOf(file);
	return beside === null
		? parsed
		: corrected(parsed.article, parseCorrections(beside.source, parsed.article.text, beside.path));
}

/** @returns What stands in `NAME.corrections.yaml` beside a file; `null` when there is none. */
async function readCorrectionsOf(file: string): Promise<{ readonly path: string; readonly source: string } | null> {
	const { dir, name } = path.parse(file);
	const beside = path.join(dir, `${name}.corrections.yaml`);
	try {
		return { path: beside, source: await readFile(beside, 'utf8') };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

function corrected(article: Article, read: ParsedCorrections): ParsedArticle {
	return 'problems' in read ? read : { article: { ...article, corrections: read.corrections } };
}

async function* readLines(file: ArticleFile): AsyncGenerator<Piece> {
	const beside = await readCorrectionsOf(file.path);
	const corrections = beside && parseCorrectionsById(beside.source, beside.path);
	const byId = corrections && 'find' in corrections ? corrections : null;
	for await (const { number, bytes, length } of readByteLines(createReadStream(file.path), ARTICLE_BYTES_MAX)) {
		const where = `${file.path}:${number}`;
		const parsed = bytes ? parseArticleBytes(bytes, where) : { problems: [{ where, reason: tooLarge(length) }] };
		yield { parsed: parsed && byId ? withCorrectionsById(parsed, byId) : parsed, where, bytes: length };
	}
	const problems = corrections && 'problems' in corrections ? corrections.problems : (byId?.listUnknown() ?? []);
	if (beside && problems.length > 0) yield { parsed: { problems }, where: beside.path, bytes: 0 };
}

function withCorrectionsById(parsed: ParsedArticle, corrections: CorrectionsById): ParsedArticle {
	if ('problems' in parsed) return parsed;
	const read = corrections.find(parsed.article.id, parsed.article.text);
	return 'corrections' in read && read.corrections.length === 0 ? parsed : corrected(parsed.article, read);
}

/** Collects problems, and keeps no more of them than anybody reads. */
class ProblemList {
	readonly #kept: Problem[];
	#count: number;

	constructor(first: readonly Problem[]) {
		this.#kept = first.slice(0, PROBLEMS_MAX);
		this.#count = first.length;
	}

	get count(): number {
		return this.#count;
	}

	add(problems: readonly Problem[]): void {
		this.#count += problems.length;
		this.#kept.push(...problems.slice(0, PROBLEMS_MAX - this.#kept.length));
	}

	throwIfAny(location: string): void {
		if (this.#count === 0) return;
		const more = this.#count - this.#kept.length;
		const rest = more > 0 ? [{ where: location, reason: `and ${more.toLocaleString('en')} more problems` }] : [];
		throw new DataError(`The library ${location} cannot be read:`, [...this.#kept, ...rest]);
	}
}
