import type { Span } from './span.js';

/** The smallest unit shown to a reader. */
export interface Sentence extends Span {
	/** Index of its paragraph in the text, from 0. */
	readonly paragraph: number;
}
