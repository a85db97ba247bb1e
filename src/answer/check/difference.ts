import type { Span } from '../../text/span.js';

/** What kind of thing a claim and an article say differently. */
export type DifferenceKind = 'number' | 'date' | 'name' | 'negation' | 'opposite' | 'roles' | 'word';

/** A conflict that can be shown: the words of the claim and the words of the article, each with its place. */
export interface FoundDifference {
	readonly kind: DifferenceKind;
	/** In the claim. */
	readonly claim: Span;
	/** In the article's text. */
	readonly article: Span;
	/** How likely it is a conflict rather than two things that have nothing to do with each other; 0 to 1. */
	readonly strength: number;
}
