import type { Span } from '../text/span.js';

/** What an editor says about some words of an article, over what the program finds out. */
export interface Correction {
	/** The words it is about. */
	readonly span: Span;
	/** Whose words they are; `null` when they are nobody's: narration, a title, a scare quote. */
	readonly speaker: string | null;
}
