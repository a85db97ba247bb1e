import type { Span } from './span.js';
import { isSpace } from './white-space.js';

/**
 * What ends a paragraph: every line break (`newline`, as in JSON Lines articles), or only an empty line (`blank-line`,
 * as in Markdown, where a paragraph may be wrapped over several lines).
 */
export type ParagraphRule = 'newline' | 'blank-line';

/** Two line breaks with nothing but white space between them. Accepts `\n\n` and `\n \t\n`; not `\n- item\n`. */
const BLANK_LINE = /\n[^\S\n]*\n/g;
/** One line break: `\n`. A `\r` before it counts as white space at the paragraph's end. */
const NEWLINE = /\n/g;

/**
 * Splits a text into its paragraphs.
 *
 * @returns Spans in text order, without overlap, never empty, without white space at either end; together they hold
 * everything that is not white space. None for a text of white space alone.
 */
export function splitParagraphs(text: string, rule: ParagraphRule): Span[] {
	const paragraphs: Span[] = [];
	const add = (from: number, to: number) => {
		const span = trimSpan(text, from, to);
		if (span !== null) paragraphs.push(span);
	};
	let start = 0;
	for (const separator of text.matchAll(rule === 'newline' ? NEWLINE : BLANK_LINE)) {
		add(start, separator.index);
		start = separator.index + separator[0].length;
	}
	add(start, text.length);
	return paragraphs;
}

/** Drops white space at both ends of `from`–`to`. @returns `null` when nothing is left. */
export function trimSpan(text: string, from: number, to: number): Span | null {
	let [start, end] = [from, to];
	while (start < end && isSpace(text.charCodeAt(start))) start++;
	while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
	return start < end ? { start, end } : null;
}
