import type { Span } from '../text/span.js';
import type { Correction } from './correction.js';

/** A document of the library, as read: nothing in it is derived by guessing. */
export interface Article {
	/** The file name without extension, or the `id` of its line; unique in a library. */
	readonly id: string;
	readonly title: string;
	/** The body, as published. Every span of the project points into it. */
	readonly text: string;
	/** ISO 8601 date or date and time. */
	readonly published?: string;
	/** The outlet, such as a newspaper or an agency. */
	readonly publisher?: string;
	readonly author?: string;
	/** http or https. */
	readonly url?: string;
	/** BCP 47. */
	readonly language?: string;
	/** In order, without overlap, never empty, without white space at either end. */
	readonly paragraphs: readonly Span[];
	/** What an editor has put right about who said what; in the order of their file. */
	readonly corrections?: readonly Correction[];
}
