import type { Result } from '../answer/answer.js';
import { buildResult } from '../answer/result.js';
import type { AttributedArticle } from '../attribution/attribution.js';
import type { Library } from '../search/library.js';
import { at } from '../search/sentence-table.js';
import type { SentencePlace } from './sentence-ref.js';

/** A sentence to show, with the article that it is cut from. */
export interface ShownSentence extends SentencePlace {
	readonly result: Result;
	readonly attributed: AttributedArticle;
	/** Index into `attributed.sentences`. */
	readonly sentence: number;
}

/** The results of a request with their articles. */
export function showResults({ articles, articleNumbers }: Library, results: readonly Result[]): ShownSentence[] {
	return results.flatMap((result) => {
		const attributed = articles[articleNumbers.get(result.article) ?? -1];
		const sentence = attributed?.sentences.findIndex(({ start }) => start === result.start) ?? -1;
		return attributed && sentence >= 0 ? [{ result, attributed, sentence }] : [];
	});
}

/** Sentences named by a button, attributed as they would be in an answer. */
export function showPlaces(library: Library, places: readonly SentencePlace[]): ShownSentence[] {
	return places.map(({ attributed, sentence }) => {
		const article = library.articleNumbers.get(attributed.article.id) ?? 0;
		const number = at(library.sentences.articleStart, article) + sentence;
		return { attributed, sentence, result: buildResult(library, { sentence: number, score: 0 }) };
	});
}
