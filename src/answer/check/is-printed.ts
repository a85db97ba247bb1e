import type { ReadText } from './read-text.js';

/** What stands after these is not stated. */
const OPEN = new Set('if whether unless'.split(' '));
/** Fewer words than this stand in a row by chance. */
const WORDS_MIN = 3;

/** True when the sentence has the claim's words in a row, all of them and no other between, and states them. */
export function isPrinted({ terms: claimed }: ReadText, { terms: printed }: ReadText): boolean {
	if (claimed.length < WORDS_MIN) return false;
	const start = printed.findIndex((_, at) => claimed.every(({ text }, index) => printed[at + index]?.text === text));
	return start >= 0 && !printed.slice(0, start).some(({ text }) => OPEN.has(text));
}
