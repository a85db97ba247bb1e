import type { Scan } from '../scan.js';
import type { ArticleView } from './article-view.js';
import type { Shares } from './shares.js';

/** By term, how well it is met: in the sentence, with parts of names, next to it, in its paragraph. */
export interface Levels {
	readonly own: Float32Array;
	readonly named: Float32Array;
	readonly near: Float32Array;
	readonly inParagraph: Float32Array;
	/** What it holds is overwritten by whoever needs room. */
	readonly scratch: Float32Array;
}

/** A candidate about to be measured, and its surroundings. */
export interface Subject {
	readonly scan: Scan;
	readonly shares: Shares;
	readonly sentence: number;
	/** BM25 of its own words. */
	readonly score: number;
	/** Score of its passage, as share of the best passage's. */
	readonly passageShare: number;
	/** Score of its article, as share of the best article's. */
	readonly articleShare: number;
	readonly view: ArticleView;
	readonly levels: Levels;
}
