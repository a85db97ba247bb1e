import type { Span } from '../../text/span.js';
import type { Attribution } from '../attribution.js';

/** What a piece of text is to an attribution. */
export type MarkRole = 'content' | 'cue' | 'source';

/** A piece of text that belongs to the same attributions throughout. */
export interface MarkedPiece extends Span {
	/** Indices of the attributions, with what the piece is to each; empty for plain text. */
	readonly marks: readonly { readonly attribution: number; readonly role: MarkRole }[];
	/** Indices of the attributions whose content begins, or ends for the moment, with this piece. */
	readonly opens: readonly number[];
	readonly closes: readonly number[];
}

const ROLES: readonly MarkRole[] = ['content', 'cue', 'source'];

/**
 * Cuts a stretch of text where attributions begin and end.
 *
 * @returns Pieces in text order, without gaps or overlap, from the start of `within` to its end.
 */
export function markText(within: Span, attributions: readonly Attribution[]): MarkedPiece[] {
	const spans = attributions.flatMap((attribution, index) =>
		ROLES.flatMap((role) =>
			attribution[role]
				.map(({ start, end }) => ({ start: Math.max(start, within.start), end: Math.min(end, within.end) }))
				.filter(({ start, end }) => start < end)
				.map((span) => ({ ...span, attribution: index, role })),
		),
	);
	const cuts = [...new Set([within.start, within.end, ...spans.flatMap(({ start, end }) => [start, end])])];
	cuts.sort((a, b) => a - b);
	const starting = new Map<number, typeof spans>();
	for (const span of spans) starting.set(span.start, [...(starting.get(span.start) ?? []), span]);
	let open: typeof spans = [];
	return cuts.slice(0, -1).map((start, i) => {
		const end = cuts[i + 1] ?? within.end;
		open = [...open.filter((span) => span.end > start), ...(starting.get(start) ?? [])];
		const contents = open.filter(({ role }) => role === 'content');
		return {
			start,
			end,
			marks: open.map(({ attribution, role }) => ({ attribution, role })),
			opens: contents.filter((span) => span.start === start).map(({ attribution }) => attribution),
			closes: contents.filter((span) => span.end === end).map(({ attribution }) => attribution),
		};
	});
}
