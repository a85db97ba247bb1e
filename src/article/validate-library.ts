import { splitWords } from '../text/split-words.js';
import { listArticleFiles } from './list-article-files.js';
import { type ReadOptions, readLibrary } from './read-library.js';

/** What a library holds. */
export interface LibraryReport {
	readonly articles: number;
	readonly paragraphs: number;
	readonly words: number;
	/** Files in its folder that are no articles, so that nobody wonders why one is missing. */
	readonly passedOver: readonly string[];
}

/**
 * Reads a whole library to see that it is sound.
 *
 * @returns What it holds.
 * @throws {DataError} With everything that is wrong anywhere in it.
 */
export async function validateLibrary(location: string, options: ReadOptions = {}): Promise<LibraryReport> {
	let [articles, paragraphs, words] = [0, 0, 0];
	for await (const article of readLibrary(location, options)) {
		articles++;
		paragraphs += article.paragraphs.length;
		words += splitWords(article.text).length;
	}
	const { passedOver } = await listArticleFiles(location);
	return { articles, paragraphs, words, passedOver };
}
