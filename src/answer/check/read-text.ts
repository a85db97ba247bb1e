import type { Span } from '../../text/span.js';
import { findNegations } from './polarity.js';
import { type Quantity, readQuantities } from './quantities.js';
import { readTerms, type Term } from './terms.js';

/** A text read for comparing. */
export interface ReadText {
	readonly text: string;
	readonly terms: readonly Term[];
	readonly negations: readonly (Span | null)[];
	readonly quantities: readonly Quantity[];
}

/** Reads a claim, or a sentence of an article (`span` of `text`). Spans of the result point into `text`. */
export function readForComparing(text: string, span: Span = { start: 0, end: text.length }): ReadText {
	const terms = readTerms(text, span);
	const quantities = readQuantities(text.slice(span.start, span.end)).map((quantity) => ({
		...quantity,
		start: quantity.start + span.start,
		end: quantity.end + span.start,
	}));
	return { text, terms, negations: findNegations(text, terms), quantities };
}

/** What stands around a sentence: words that the reader of the article has in mind there, as stems. */
export interface Surroundings {
	/** The title, the sentences before and the speaker's names. */
	readonly near: ReadonlySet<string>;
	/** The names of whoever says the sentence; empty for the article's own words. */
	readonly speaker: ReadonlySet<string>;
	/** The whole article. */
	readonly article: ReadonlySet<string>;
	/** Words that the article writes with a capital within sentences. */
	readonly names: ReadonlySet<string>;
}
