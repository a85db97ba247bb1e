import type { AttributedArticle } from '../attribution/attribution.js';
import type { Library } from '../search/library.js';

/** Finds an article of a library by its id. */
export type FindArticle = (id: string) => AttributedArticle | undefined;

/** @returns The finder of a library's articles. */
export function articleFinder({ articles, articleNumbers }: Library): FindArticle {
	return (id) => {
		const number = articleNumbers.get(id);
		return number === undefined ? undefined : articles[number];
	};
}
