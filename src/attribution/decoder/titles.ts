import type { AnalysedText } from '../analysed-text.js';
import { isWord } from '../is-word.js';
import type { StretchTokens } from './stretch-tokens.js';

/** Words that a title in capitals leaves small. */
const SMALL_LETTERS_MAX = 3;
const TITLE_WORDS_MAX = 9;

/**
 * True for what looks like the title of a work: “The Art of the Deal”. All longer words are capitalised, nine words at
 * most, and no mark of an outcry or a question.
 */
export function looksLikeTitle({ tokens }: AnalysedText, { first, end, words }: StretchTokens): boolean {
	if (words > TITLE_WORDS_MAX) return false;
	let capitals = 0;
	for (const { word } of tokens.slice(first, end)) {
		if (word === '!' || word === '?') return false;
		if (/^\p{Lu}/u.test(word)) capitals++;
		else if (isWord(word) && word.length > SMALL_LETTERS_MAX) return false;
	}
	return capitals >= 2 && capitals >= words / 2;
}
