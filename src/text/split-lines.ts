import type { Span } from './span.js';
import { trimSpan } from './split-paragraphs.js';

/**
 * A line that starts something new even without an empty line before it: a heading, a list item, a quotation, a table
 * row. Accepts `# Title`, `- item`, `• item`, `2) item`, `> words`, `| cell |`; not `-5 degrees` and not `1.5 metres`.
 */
const OPENS_BLOCK = /^[^\S\n]*(?:#{1,6}\s|[-*+•‣◦▪]\s|\d{1,3}[.)]\s|>|\|)/;
/** A Markdown heading: `## Talks`. */
const HEADING = /^#{1,6}[^\S\n]+/;
/** The underline of a Markdown heading, or a rule: `---`, `====`. */
const UNDERLINE = /^[^\S\n]*(?:-{2,}|={2,})[^\S\n]*$/;
/** A line break that Markdown keeps: two blanks or a backslash at the end of the line. */
const HARD_BREAK = /(?: {2}|\\)\r?$/;

/**
 * Splits a paragraph where one of its line breaks is more than a wrapped line: around headings and list items, and at
 * hard breaks. The `#` of a heading is left out.
 *
 * @returns Spans within the paragraph, in order, without white space at either end; the whole paragraph when it is one
 * line.
 */
export function splitLines(text: string, paragraph: Span): Span[] {
	const spans: Span[] = [];
	let start = paragraph.start;
	let [from, previous] = [paragraph.start, ''];
	const close = (end: number) => {
		const heading = HEADING.exec(text.slice(start, Math.min(end, start + 16)))?.[0].length ?? 0;
		const span = trimSpan(text, start + heading, end);
		if (span !== null) spans.push(span);
		start = end;
	};
	for (const line of text.slice(paragraph.start, paragraph.end).split('\n')) {
		if (from > start && startsAnew(previous, line)) close(from);
		from += line.length + 1;
		previous = line;
	}
	close(paragraph.end);
	return spans;
}

function startsAnew(previous: string, line: string): boolean {
	return (
		OPENS_BLOCK.test(line) ||
		HEADING.test(previous) ||
		UNDERLINE.test(line) ||
		UNDERLINE.test(previous) ||
		HARD_BREAK.test(previous)
	);
}
