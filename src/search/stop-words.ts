import { readLexiconLines } from './lexicon.js';

const STOP_WORDS = new Set(readLexiconLines('stop-words.txt').flatMap((line) => line.split(' ')));

/**
 * True for words that say nothing of what a question is about: function words, their chat spellings, and words such
 * as "thing" or "happened" that stand in every question.
 *
 * @param key - As {@link wordKey} gives it.
 */
export function isStopWord(key: string): boolean {
	return STOP_WORDS.has(key);
}
