import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Article } from '../article/article.js';
import { explainFileError } from '../article/list-article-files.js';
import { type ReadProgress, readLibrary } from '../article/read-library.js';
import type { AttributedArticle } from '../attribution/attribution.js';
import { DataError } from '../errors.js';
import { codePath, packagePath } from '../package-root.js';
import type { Library } from '../search/library.js';
import { loadLibrary } from '../search/saved-library.js';
import { attributeAll } from './attribute-all.js';

/** The articles that come with the program. */
export const SHIPPED_LIBRARY = packagePath('data', 'articles');

/**
 * Their index, which the build saves beside the code that made it. Run from the sources there is none at this place, so
 * tests never see what an older build found out.
 */
const SHIPPED_INDEX = codePath('articles.index');

/** Which articles, and who wants to know how far the work is. */
export interface OpenLibraryOptions {
	/** A folder or file of articles; the shipped ones when absent. */
	readonly location?: string | undefined;
	/** An index of just these articles, as `onrecord index` saves it; without one every article is attributed anew. */
	readonly index?: string | undefined;
	/** Called after every article that is done, in each of the two steps. */
	readonly onProgress?: ((progress: OpenProgress) => void) | undefined;
}

/** How far the opening is: `attributing` counts bytes of the articles' files, `indexing` counts articles. */
export interface OpenProgress {
	readonly step: 'attributing' | 'indexing';
	readonly done: number;
	readonly total: number;
}

/**
 * Opens a library: reads its articles, finds out who said what in each, and makes them ready for questions.
 *
 * @throws {DataError} With everything that is wrong in any article, or why the index cannot be used.
 */
export async function openLibrary(options: OpenLibraryOptions = {}): Promise<Library> {
	const { location = SHIPPED_LIBRARY, index, onProgress } = options;
	if (index !== undefined) return loadLibrary(await readIndex(index), await readAll(location), index);
	const shipped = resolve(location) === SHIPPED_LIBRARY ? await loadShipped() : null;
	if (shipped !== null) return shipped;
	// Loaded late: a saved index needs nothing of what makes one.
	const { buildLibrary } = await import('../search/build-library.js');
	const articles = await attributeLibrary(location, onProgress);
	return buildLibrary(articles, (done) => onProgress?.({ step: 'indexing', done, total: articles.length }));
}

/** @returns `null` when the build has saved no index, or the articles have changed since. */
async function loadShipped(): Promise<Library | null> {
	const saved = await readFile(SHIPPED_INDEX).catch(() => null);
	if (saved === null) return null;
	const articles = await readAll(SHIPPED_LIBRARY);
	try {
		return loadLibrary(saved, articles, SHIPPED_INDEX);
	} catch (error) {
		if (error instanceof DataError) return null;
		throw error;
	}
}

async function readIndex(file: string): Promise<Buffer> {
	try {
		return await readFile(file);
	} catch (error) {
		throw new DataError('The index cannot be used:', [{ where: file, reason: explainFileError(error) }]);
	}
}

async function readAll(location: string): Promise<Article[]> {
	const articles: Article[] = [];
	for await (const article of readLibrary(location)) articles.push(article);
	return articles;
}

async function attributeLibrary(
	location: string,
	onProgress: OpenLibraryOptions['onProgress'],
): Promise<AttributedArticle[]> {
	// Reading runs ahead of attributing: what counts as done is noted when an article is read, and told when it is done.
	const notes: ReadProgress[] = [];
	const articles = readLibrary(location, { onProgress: (progress) => notes.push(progress) });
	const attributed: AttributedArticle[] = [];
	for await (const article of attributeAll(articles)) {
		attributed.push(article);
		const progress = notes[attributed.length - 1];
		if (progress) onProgress?.({ step: 'attributing', done: progress.bytes, total: progress.totalBytes });
	}
	return attributed;
}
