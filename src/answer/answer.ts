import type { AttributionKind } from '../attribution/attribution.js';
import type { Span } from '../text/span.js';

/** A span with its words, `text` being `article.text.slice(start, end)`. */
export interface Excerpt extends Span {
	readonly text: string;
}

/** One whole sentence of an article, with whose words it is. */
export interface Result extends Excerpt {
	/** The article's id. */
	readonly article: string;
	readonly kind: AttributionKind | 'narration';
	/** `null` for narration, and for words whose speaker the article does not name. */
	readonly speaker: { readonly name: string; readonly description: string | null } | null;
	/** The words of saying that show it; `null` where there are none. */
	readonly cue: Excerpt | null;
	/** Probability, 0 to 1, that the speaker is right; 1 for narration. */
	readonly confidence: number;
	/** From 1, as a reader counts. */
	readonly paragraph: number;
	/** Comparable within one request only. */
	readonly score: number;
}

/** What `ask` gives back. */
export interface Answer {
	/** `false`: the articles do not say; the results are then the nearest sentences, shown as such, or none. */
	readonly answered: boolean;
	/** Best first. */
	readonly results: readonly Result[];
}
