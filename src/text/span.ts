/**
 * A piece of a text: UTF-16 code units, `end` excluded, so that `text.slice(start, end)` is the piece itself,
 * character for character.
 */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** @returns The piece of `text` that the span names. */
export function sliceSpan(text: string, span: Span): string {
	return text.slice(span.start, span.end);
}

/** True when the two spans share at least one code unit. */
export function spansOverlap(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies within `outer`; equal spans contain each other. */
export function spanContains(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** @returns How many code units the two spans share, 0 when none. */
export function overlapLength(a: Span, b: Span): number {
	return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** @returns The part of `span` within `limits`; empty where they do not meet. */
export function clipSpan(span: Span, limits: Span): Span {
	const start = Math.min(Math.max(span.start, limits.start), limits.end);
	return { start, end: Math.max(start, Math.min(span.end, limits.end)) };
}
