import type { QuotedStretch } from '../../text/find-quoted-stretches.js';
import { type AnalysedText, tokensWithin } from '../analysed-text.js';
import { isWord } from '../is-word.js';

/** A quoted stretch as tokens, `end` excluded. */
export interface StretchTokens {
	readonly stretch: QuotedStretch;
	/** Between the marks. */
	readonly first: number;
	readonly end: number;
	/** With the marks. */
	readonly outerFirst: number;
	readonly outerEnd: number;
	/** How many words lie between the marks. */
	readonly words: number;
}

/** @returns The quoted stretches of a text that hold at least one token, in order. */
export function stretchTokens({ tokens, stretches }: AnalysedText): StretchTokens[] {
	return stretches.flatMap((stretch) => {
		const { first, end } = tokensWithin(tokens, stretch);
		if (end <= first) return [];
		const outer = tokensWithin(tokens, stretch.outer);
		let words = 0;
		for (let i = first; i < end; i++) if (isWord(tokens[i]?.word ?? '')) words++;
		return [{ stretch, first, end, outerFirst: outer.first, outerEnd: outer.end, words }];
	});
}
