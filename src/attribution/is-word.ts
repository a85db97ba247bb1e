const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** True for a token that is read aloud: not for a mark. */
export function isWord(word: string): boolean {
	return LETTER_OR_DIGIT.test(word);
}
