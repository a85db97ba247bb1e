import { attributeSentence } from '../attribution/attribute-sentence.js';
import type { Library } from '../search/library.js';
import { at, findSentence, KINDS } from '../search/sentence-table.js';
import type { Result } from './answer.js';
import { resolveArticle } from './resolve.js';
import { buildResult } from './result.js';

/** A quotation that runs over more sentences than this is shown by one of them. */
const SENTENCES_MAX = 3;

/**
 * Picks any quotation whose speaker is named; each of its sentences is as likely as any other.
 *
 * @param article - Id of the one article to look in; all when absent.
 * @param random - From 0 to 1, 1 excluded.
 * @returns The sentences of one quotation, in order, or one of them when it has many; an empty list when nobody is quoted.
 * @throws {UserError} When no article has that id.
 */
export function pickQuotation(library: Library, article?: string, random: () => number = Math.random): Result[] {
	const { count, articleStart, kind, speaker } = library.sentences;
	const place = resolveArticle(library, article);
	const start = place === null ? 0 : at(articleStart, place);
	const end = place === null ? count : at(articleStart, place + 1);
	const quotations: number[] = [];
	for (let sentence = start; sentence < end; sentence++) {
		const name = KINDS[at(kind, sentence)];
		if ((name === 'direct' || name === 'mixed') && (speaker[sentence] ?? -1) >= 0) quotations.push(sentence);
	}
	const picked = quotations[Math.floor(random() * quotations.length)];
	return picked === undefined
		? []
		: wholeQuotation(library, picked).map((one) => buildResult(library, { sentence: one, score: 0 }));
}

/** The sentence with those around it that hold more of the same words. */
function wholeQuotation({ articles, sentences }: Library, picked: number): number[] {
	const attributionOf = (sentence: number) => {
		if (sentences.articleOf[sentence] !== sentences.articleOf[picked]) return null;
		const { attributed, span } = findSentence(articles, sentences, sentence);
		return attributeSentence(attributed, span).attribution;
	};
	const attribution = attributionOf(picked);
	let [first, last] = [picked, picked];
	while (last - first < SENTENCES_MAX && attributionOf(first - 1) === attribution) first--;
	while (last - first < SENTENCES_MAX && attributionOf(last + 1) === attribution) last++;
	return last - first < SENTENCES_MAX ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [picked];
}
