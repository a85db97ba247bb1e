import { diffWordsWithSpace } from 'diff';
import { foldMarks } from '../text/fold-marks.js';
import type { Span } from '../text/span.js';
import { escapeText } from './escape-text.js';

/** Words that are not in the other text. */
export const STRUCK = '~~';
/** Words that stand there instead. */
export const BOLD = '**';

/** The claimed and the printed words as markup: what differs struck in the one, bold in the other. */
export function markChanges(claimed: string, printed: string): { readonly claimed: string; readonly printed: string } {
	const ours: Span[] = [];
	const theirs: Span[] = [];
	let here = 0;
	let there = 0;
	for (const { value, added, removed } of diffWordsWithSpace(fold(claimed), fold(printed))) {
		if (removed) ours.push({ start: here, end: here + value.length });
		if (added) theirs.push({ start: there, end: there + value.length });
		if (!added) here += value.length;
		if (!removed) there += value.length;
	}
	return { claimed: markSpans(claimed, ours, STRUCK), printed: markSpans(printed, theirs, BOLD) };
}

/** Text from outside as markup, these spans of it between `sign`s; a span without a letter or digit stays unmarked. */
export function markSpans(text: string, spans: readonly Span[], sign: string): string {
	let markup = '';
	let done = 0;
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		const words = text.slice(start, end);
		if (start < done || !/[\p{L}\p{N}]/u.test(words)) continue;
		// Emphasis holds only when its signs touch a word.
		const before = words.length - words.trimStart().length;
		const after = words.trimEnd().length;
		markup += escapeText(text.slice(done, start + before));
		markup += `${sign}${escapeText(words.slice(before, after))}${sign}`;
		done = start + after;
	}
	return markup + escapeText(text.slice(done));
}

/** Case and the look of marks are no change, and folding keeps every place. */
function fold(text: string): string {
	const folded = foldMarks(text);
	const lower = folded.toLowerCase();
	return lower.length === folded.length ? lower : folded;
}
