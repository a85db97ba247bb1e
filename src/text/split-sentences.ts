import type { Sentence } from './sentence.js';
import { sentenceGoesOn } from './sentence-goes-on.js';
import type { Span } from './span.js';
import { splitLines } from './split-lines.js';
import { trimSpan } from './split-paragraphs.js';

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Anything that can be read aloud: a letter or a digit of any script. */
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * A stop before a number or a sum, which Unicode's rules never cut when lower case follows: `in 1945. 12 men came`.
 * Accepts `. 12` and `.” $5`; not `3. 12` (a list or a score) and not `.5`.
 */
const STOP_BEFORE_NUMBER = /(?<=[\p{L}\p{N}%)\]]{2}["”’'»)\]]*\.["”’'»)\]]*)\s+(?=["“‘'([]*[$£€¥]?\d)/gu;

/** Closing marks that stand off from their sentence: `over. ” She`. Accepts `” ` and `'' `; not `“` and not `"She`. */
const STRAY_CLOSING = /^(?:[”»)\]]|''|"|’)+(?=\s|$)/;

/**
 * Splits a text into sentences, paragraph by paragraph, as a reader would: abbreviations, initials, decimals and
 * “Is it over?” she asked do not end one; a closing quotation mark stays with the sentence it closes.
 *
 * Unicode's sentence rules (`Intl.Segmenter`) propose the ends; {@link sentenceGoesOn} says which of them are none.
 * Inside a paragraph a single line break counts as a blank, except before and after headings, list items and hard
 * breaks of Markdown.
 *
 * @param paragraphs - In order, without overlap, as from `splitParagraphs`.
 * @returns Sentences in text order, without overlap, without white space at either end; together they hold every word
 * of the paragraphs. None for paragraphs without a letter or digit.
 */
export function splitSentences(text: string, paragraphs: readonly Span[]): Sentence[] {
	return paragraphs.flatMap((span, paragraph) =>
		splitLines(text, span).flatMap((line) =>
			splitLine(text, line).map(({ start, end }): Sentence => ({ start, end, paragraph })),
		),
	);
}

function splitLine(text: string, line: Span): Span[] {
	// One code unit for one: a wrapped line reads on, and an ellipsis ends a sentence like three stops do.
	const read = text
		.slice(line.start, line.end)
		.replace(/[\n\r]/g, ' ')
		.replace(/…/g, '.');
	const spans: Span[] = [];
	let start = 0;
	const close = (end: number) => {
		const span = trimSpan(text, line.start + start, line.start + end);
		start = end;
		if (span === null) return;
		if (WORD_CHARACTER.test(text.slice(span.start, span.end))) spans.push(span);
		else extendLast(spans, span.end);
	};
	for (const cut of proposeCuts(read)) if (!sentenceGoesOn(read, start, cut)) close(cut);
	close(read.length);
	return spans;
}

/** A piece without words (a lone closing mark, an ellipsis) belongs to the sentence before it. */
function extendLast(spans: Span[], end: number): void {
	const last = spans.pop();
	if (last !== undefined) spans.push({ start: last.start, end });
}

/** @returns Where a sentence may start, in order, without 0. */
function proposeCuts(read: string): number[] {
	const cuts = new Set<number>();
	for (const { index } of SEGMENTER.segment(read)) {
		if (index > 0) cuts.add(index + (STRAY_CLOSING.exec(read.slice(index, index + 8))?.[0].length ?? 0));
	}
	for (const { index, 0: blanks } of read.matchAll(STOP_BEFORE_NUMBER)) cuts.add(index + blanks.length);
	return [...cuts].sort((a, b) => a - b);
}
