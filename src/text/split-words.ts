import type { Span } from './span.js';

/** A word as printed, with its place. */
export interface Word extends Span {
	readonly text: string;
}

/**
 * A word: letters and digits, kept together over an apostrophe (`don’t`), over a stop or comma between digits
 * (`1,250.5`) and over the stops of an abbreviation (`U.S`). A hyphen parts: `re-open` is two words.
 */
const WORD = /(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+|(?<=\d)[.,]\d+)*/gu;

/**
 * Splits a text into words, cheaply: for search and counting, where no grammar is needed.
 *
 * @returns Every run of letters and digits, in text order; marks and blanks belong to no word.
 */
export function splitWords(text: string): Word[] {
	const words: Word[] = [];
	for (const match of text.matchAll(WORD)) {
		words.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
	}
	return words;
}
