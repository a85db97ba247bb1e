import type { Scan } from '../scan.js';
import type { ArticleView } from './article-view.js';
import type { Shares } from './shares.js';

/** By term, how well it is met: in the sentence, with parts of names, next to it, in its paragraph, in meaning. */
export interface Levels {
	readonly own: Float32Array;
	readonly named: Float32Array;
	readonly near: Float32Array;
	readonly inParagraph: Float32Array;
	/** One more entry than there are terms: the last is for the noun asked for. */
	readonly soft: Float32Array;
	/** As long as the others but `soft`; what it holds is overwritten by whoever needs room. */
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
