import type { Library } from '../search/library.js';
import { at, WORD_MASK } from '../search/sentence-table.js';
import { findWords } from '../search/words.js';

/** `"meaningful steps"`, in any kind of marks, and nothing else; a question that only quotes something is none. */
const PHRASE = /^\s*["“”„«»](?<words>[^"“”„«»]+)["“”„«»]\s*$/u;

/** @returns The words of a request that is nothing but words between quotation marks; `null` for any other. */
export function readPhrase(question: string): string | null {
	return PHRASE.exec(question)?.groups?.words ?? null;
}

/**
 * Finds the sentences that hold these words one after the other; case, accents and marks do not count.
 *
 * @param article - Number of the article to look in; `null` for all.
 * @param isWanted - Other sentences are left out; `null` for none.
 * @returns Sentence numbers in the order of the articles, at most `limit`.
 */
export function findPhrase(
	{ sentences, vocabulary }: Library,
	phrase: string,
	article: number | null,
	isWanted: ((sentence: number) => boolean) | null,
	limit: number,
): number[] {
	const words = findWords(phrase).map(({ key }) => vocabulary.keyNumbers.get(key));
	if (words.length === 0 || words.includes(undefined)) return [];
	const { articleStart, tokenStart, tokens } = sentences;
	const end = article === null ? sentences.count : at(articleStart, article + 1);
	const found: number[] = [];
	for (let sentence = article === null ? 0 : at(articleStart, article); sentence < end; sentence++) {
		if (found.length === limit) break;
		if (isWanted !== null && !isWanted(sentence)) continue;
		const last = at(tokenStart, sentence + 1) - words.length;
		for (let start = at(tokenStart, sentence); start <= last; start++) {
			if (words.some((word, i) => (at(tokens, start + i) & WORD_MASK) !== word)) continue;
			found.push(sentence);
			break;
		}
	}
	return found;
}
