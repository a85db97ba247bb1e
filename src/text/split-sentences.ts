import type { Sentence } from './sentence.js';
import { sentenceGoesOn } from './sentence-goes-on.js';
import type { Span } from './span.js';
import { splitLines } from './split-lines.js';
import { trimSpan } from './split-paragraphs.js';

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** How much is given to Unicode's rules at once, and how far beyond and before a cut they see; in code units. */
const WINDOW = 2_000;
const LOOK_AHEAD = 500;
const LOOK_BACK = 50;

/** Anything that can be read aloud: a letter or a digit of any script. */
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** A blank before a number or a sum, marks between them allowed: ` 12`, ` “$5`. */
const BEFORE_NUMBER = /\s(?=["“‘'([]{0,3}[$£€¥]?\d)/g;
/** The end of a sentence before it: `came.`, `came.”`, `40%.`; not `3.`, which may count a list, and not `came,`. */
const ENDS_WITH_STOP = /[\p{L}\p{N}%)\]]{2}["”’'»)\]]{0,3}\.["”’'»)\]]{0,3}\s*$/u;

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
	for (const index of findUnicodeCuts(read)) {
		cuts.add(index + (STRAY_CLOSING.exec(read.slice(index, index + 8))?.[0].length ?? 0));
	}
	// “It closed in 1945. 12 men came.” – Unicode's rules never cut before a number that lower case follows.
	for (const { index } of read.matchAll(BEFORE_NUMBER)) {
		if (ENDS_WITH_STOP.test(read.slice(Math.max(0, index - LOOK_BACK), index))) cuts.add(index + 1);
	}
	return [...cuts].sort((a, b) => a - b);
}

/**
 * Applies Unicode's sentence rules window by window. A rule may look ahead as far as the text goes, at every stop, so
 * that 100,000 stops in a row would take minutes; no rule needs more than {@link LOOK_AHEAD} of real text.
 */
function* findUnicodeCuts(read: string): Generator<number> {
	let [from, done] = [0, 0];
	for (;;) {
		const atEnd = read.length - from <= WINDOW;
		const end = atEnd ? read.length : from + WINDOW - LOOK_AHEAD;
		let last = from;
		for (const { index } of SEGMENTER.segment(read.slice(from, from + WINDOW))) {
			const cut = from + index;
			if (cut <= done) continue;
			if (cut > end) break;
			yield cut;
			last = cut;
		}
		if (atEnd) return;
		// On from the last cut; in a sentence longer than a window, from a little before the end of what was seen.
		const found = last > from + LOOK_BACK;
		[from, done] = found ? [last, last] : [end - LOOK_BACK, end];
	}
}
