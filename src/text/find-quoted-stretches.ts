import { type DoubleMark, findDoubleMarks, pairSingleMarks } from './quotation-marks.js';
import type { Span } from './span.js';

/** What an article puts between quotation marks, within one paragraph: the span is that of the words, without marks. */
export interface QuotedStretch extends Span {
	/** The words with their marks. */
	readonly outer: Span;
	/** Index of its paragraph, from 0. */
	readonly paragraph: number;
	readonly mark: 'double' | 'single';
	/** `false` where the paragraph starts inside a quotation and sets no mark. */
	readonly opened: boolean;
	/** `false` where the mark is left open to the paragraph's end, as papers do when the next paragraph goes on. */
	readonly closed: boolean;
	/** True when the paragraph before left its quotation open and this one starts with the words that go on. */
	readonly continues: boolean;
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * Finds what stands between quotation marks, double and single, straight and curly.
 *
 * A mark left open runs to the end of its paragraph; the next paragraph may then repeat the opening mark or leave it
 * out. Marks of another kind inside a quotation belong to it. Single marks count outside double ones only, where both
 * stand in the same paragraph: what is left over is an apostrophe.
 *
 * @param paragraphs - In order, without overlap, as from `splitParagraphs`.
 * @returns In text order, without overlap, each with a letter or a digit in it. Takes linear time, whatever the text.
 */
export function findQuotedStretches(text: string, paragraphs: readonly Span[]): QuotedStretch[] {
	const stretches: QuotedStretch[] = [];
	let leftOpen = false;
	for (const [index, span] of paragraphs.entries()) {
		const paragraph = text.slice(span.start, span.end);
		if (!WORD_CHARACTER.test(paragraph)) continue;
		const doubles = pairDoubleMarks(paragraph, findDoubleMarks(paragraph), leftOpen);
		leftOpen = doubles.at(-1)?.closed === false;
		const singles = pairSingleMarks(
			paragraph,
			doubles.map(({ outer }) => outer),
		).map(
			({ open, close }): Pair => ({
				inner: { start: open + 1, end: close },
				outer: { start: open, end: close + 1 },
				mark: 'single',
				opened: true,
				closed: true,
				continues: false,
			}),
		);
		for (const { inner, outer, ...rest } of [...doubles, ...singles].sort((a, b) => a.outer.start - b.outer.start)) {
			if (!WORD_CHARACTER.test(paragraph.slice(inner.start, inner.end))) continue;
			stretches.push({ ...shift(inner, span.start), outer: shift(outer, span.start), paragraph: index, ...rest });
		}
	}
	return stretches;
}

/** A stretch within its paragraph. */
interface Pair extends Pick<QuotedStretch, 'mark' | 'opened' | 'closed' | 'continues'> {
	readonly inner: Span;
	readonly outer: Span;
}

function pairDoubleMarks(paragraph: string, marks: readonly DoubleMark[], leftOpen: boolean): Pair[] {
	const pairs: Pair[] = [];
	let open: DoubleMark | null = null;
	let nested = 0;
	const close = (from: DoubleMark | null, to: DoubleMark | null) => {
		const continues = leftOpen && pairs.length === 0 && (from?.start ?? 0) === 0;
		pairs.push({
			inner: { start: from?.end ?? 0, end: to?.start ?? paragraph.length },
			outer: { start: from?.start ?? 0, end: to?.end ?? paragraph.length },
			mark: 'double',
			opened: from !== null,
			closed: to !== null,
			continues,
		});
		open = null;
		nested = 0;
	};
	for (const mark of marks) {
		if (open === null) {
			if (mark.direction !== 'closes') open = mark;
			else if (leftOpen && pairs.length === 0) close(null, mark);
		} else if (mark.direction === 'opens') {
			// "He told us “no” twice" – curly marks inside straight ones; any other mark that opens twice is a slip.
			if (open.glyph === '"' && mark.glyph === '“') nested++;
		} else if (nested > 0 && mark.glyph === '”') nested--;
		else close(open, mark);
	}
	if (open !== null) close(open, null);
	return pairs;
}

function shift({ start, end }: Span, by: number): Span {
	return { start: start + by, end: end + by };
}
