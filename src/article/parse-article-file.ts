import path from 'node:path';
import { decodeText } from './decode-text.js';
import type { ParsedArticle } from './make-article.js';
import { parseArticleLine } from './parse-article-line.js';
import { parseMarkdownArticle } from './parse-markdown-article.js';
import { parseTextArticle } from './parse-text-article.js';

/**
 * Largest file of one article, or line of JSON Lines, in bytes: the longest text in the widest script, and escapes. It
 * is not read to find out that it is too long.
 */
export const ARTICLE_BYTES_MAX = 8 * 1024 * 1024;

/** Kinds of file that hold one article, by extension, and how each is read. */
const ONE_ARTICLE: ReadonlyMap<string, (source: string, id: string, where: string) => ParsedArticle> = new Map([
	['.md', parseMarkdownArticle],
	['.txt', parseTextArticle],
]);

/** The kind of file that holds an article a line. */
const ARTICLE_A_LINE = '.jsonl';

/** Every kind of file that articles are read from. */
export const ARTICLE_EXTENSIONS: readonly string[] = [...ONE_ARTICLE.keys(), ARTICLE_A_LINE];

/** True for a name such as `day-2.md` or `ALL.JSONL`. */
export function isArticleFile(name: string): boolean {
	return ARTICLE_EXTENSIONS.includes(extensionOf(name));
}

/** True for a file that holds an article a line. */
export function hasArticleLines(name: string): boolean {
	return extensionOf(name) === ARTICLE_A_LINE;
}

/**
 * Reads a file that holds one article. Its id is the file's name without extension.
 *
 * @param name - The file's name, with or without folders.
 * @param where - The file, as problems shall name it.
 */
export function parseArticleFile(name: string, bytes: Uint8Array, where: string = name): ParsedArticle {
	const refuse = (reason: string) => ({ problems: [{ where, reason }] });
	const parse = ONE_ARTICLE.get(extensionOf(name));
	if (parse === undefined) return refuse(`is of no known kind: expected ${ARTICLE_EXTENSIONS.join(', ')}`);
	if (bytes.length > ARTICLE_BYTES_MAX) return refuse(tooLarge(bytes.length));
	const decoded = decodeText(bytes);
	if ('reason' in decoded) return refuse(decoded.reason);
	if (decoded.text.trim() === '') return refuse('is empty');
	return parse(decoded.text.replaceAll('\r\n', '\n'), path.parse(name).name, where);
}

/**
 * Reads one line of a JSON Lines file.
 *
 * @returns `null` for an empty line.
 */
export function parseArticleBytes(line: Uint8Array, where: string): ParsedArticle | null {
	const decoded = decodeText(line);
	if ('reason' in decoded) return { problems: [{ where, reason: decoded.reason }] };
	return decoded.text.trim() === '' ? null : parseArticleLine(decoded.text, where);
}

/** Says why a file or line of so many bytes is not read. */
export function tooLarge(bytes: number): string {
	const mebibytes = (bytes / 1024 / 1024).toFixed(1);
	return `is ${mebibytes} MB large; one article has at most ${ARTICLE_BYTES_MAX / 1024 / 1024} MB: split it into several`;
}

function extensionOf(name: string): string {
	return path.extname(name).toLowerCase();
}
