import type { Span } from '../text/span.js';
import type { AttributionKind } from './attribution.js';

/**
 * What shows that somebody said the words: a cue (`told reporters`, `according to`), a transcript's `NAME:`, a
 * signature after the quotation (`“…” — Name`), or nothing but the marks (`unclaimed`: a quotation without a source).
 */
export type ClaimEvidence = 'cue' | 'transcript' | 'signature' | 'unclaimed';

/**
 * What the first stage finds and the second one names: content, the cue and the source that belong to it, as spans of
 * the text. Who the source's words mean ("he", "the minister") is not decided yet. Span lists are in text order.
 */
export interface AttributionClaim {
	readonly kind: AttributionKind;
	/** Never empty; no two claims share a word of content. */
	readonly content: readonly Span[];
	readonly cue: readonly Span[];
	/** Empty where the text gives no source. */
	readonly source: readonly Span[];
	/** Probability, 0 to 1, that the content is somebody's and that the source span is whose. */
	readonly confidence: number;
	readonly evidence: ClaimEvidence;
}
