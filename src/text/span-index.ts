import { type Span, spansOverlap } from './span.js';

/** Finds the items whose spans meet a given one. */
export interface SpanIndex<T extends Span> {
	/** @returns The items that share a code unit with `span`, in the order of their starts. */
	meeting(span: Span): T[];
}

/**
 * Indexes items by their spans. A look-up takes logarithmic time where the items hardly overlap, as sentences,
 * quotations and contents do.
 */
export function indexSpans<T extends Span>(items: readonly T[]): SpanIndex<T> {
	const sorted = [...items].sort((a, b) => a.start - b.start);
	// The furthest end so far never falls, so that it can be searched even where one item holds others.
	let furthest = 0;
	const reach = sorted.map(({ end }) => {
		furthest = Math.max(furthest, end);
		return furthest;
	});
	return {
		meeting(span) {
			const found: T[] = [];
			for (let i = firstBeyond(reach, span.start); i < sorted.length; i++) {
				const item = sorted[i];
				if (!item || item.start >= span.end) break;
				if (spansOverlap(item, span)) found.push(item);
			}
			return found;
		},
	};
}

/** @returns The first index whose value is greater than `limit`; `rising.length` when none is. */
function firstBeyond(rising: readonly number[], limit: number): number {
	let low = 0;
	let high = rising.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((rising[middle] ?? Number.POSITIVE_INFINITY) > limit) high = middle;
		else low = middle + 1;
	}
	return low;
}
