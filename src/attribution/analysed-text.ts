import { findQuotedStretches, type QuotedStretch } from '../text/find-quoted-stretches.js';
import { foldMarks } from '../text/fold-marks.js';
import type { Sentence } from '../text/sentence.js';
import type { Span } from '../text/span.js';
import { splitSentences } from '../text/split-sentences.js';
import type { Token } from '../text/token.js';
import { tokenize } from '../text/tokenize.js';

/** A token with its place in the text, so that no stage has to look it up again. */
export interface PlacedToken extends Token {
	/** The token as printed. */
	readonly word: string;
	/** The same in lower case, marks in their plain form: what word lists are asked with. */
	readonly lower: string;
	/** Index of its sentence and its paragraph. */
	readonly sentence: number;
	readonly paragraph: number;
	/** Index of the quoted stretch that it lies in, marks excluded; -1 outside quotation marks. */
	readonly stretch: number;
}

/** A text as both stages of attribution see it. Made once per text: token indices are shared. */
export interface AnalysedText {
	readonly text: string;
	readonly paragraphs: readonly Span[];
	readonly sentences: readonly Sentence[];
	readonly tokens: readonly PlacedToken[];
	readonly stretches: readonly QuotedStretch[];
}

/** Splits a text into everything that attribution works on. */
export function analyseText(text: string, paragraphs: readonly Span[]): AnalysedText {
	const sentences = splitSentences(text, paragraphs);
	const stretches = findQuotedStretches(text, paragraphs);
	const tokens: PlacedToken[] = [];
	let sentence = 0;
	let stretch = 0;
	paragraphs.forEach((span, paragraph) => {
		for (const token of tokenize(text, span)) {
			while (sentence + 1 < sentences.length && (sentences[sentence]?.end ?? 0) <= token.start) sentence++;
			while (stretch < stretches.length && (stretches[stretch]?.end ?? 0) <= token.start) stretch++;
			const inside = (stretches[stretch]?.start ?? Number.POSITIVE_INFINITY) <= token.start;
			const word = text.slice(token.start, token.end);
			tokens.push({
				start: token.start,
				end: token.end,
				tag: token.tag,
				lemma: token.lemma,
				word,
				lower: foldMarks(word).toLowerCase(),
				sentence,
				paragraph,
				stretch: inside ? stretch : -1,
			});
		}
	});
	return { text, paragraphs, sentences, tokens, stretches };
}

/** @returns The span from the first token to before token `end`; the range must not be empty. */
export function tokenSpan(tokens: readonly PlacedToken[], first: number, end: number): Span {
	const from = tokens[first];
	const to = tokens[end - 1];
	if (!from || !to || end <= first) throw new RangeError(`no tokens from ${first} to ${end} of ${tokens.length}`);
	return { start: from.start, end: to.end };
}

/** @returns Indices [first, end) of the tokens that share a code unit with the span; empty range when none does. */
export function tokensWithin(
	tokens: readonly PlacedToken[],
	span: Span,
): { readonly first: number; readonly end: number } {
	let low = 0;
	let high = tokens.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((tokens[middle]?.end ?? 0) <= span.start) low = middle + 1;
		else high = middle;
	}
	let end = low;
	while (end < tokens.length && (tokens[end]?.start ?? span.end) < span.end) end++;
	return { first: low, end };
}
