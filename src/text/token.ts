import type { Span } from './span.js';

/** Universal part of speech (universaldependencies.org/u/pos), as wink-nlp names it. */
export type Tag =
	| 'ADJ'
	| 'ADP'
	| 'ADV'
	| 'AUX'
	| 'CCONJ'
	| 'DET'
	| 'INTJ'
	| 'NOUN'
	| 'NUM'
	| 'PART'
	| 'PRON'
	| 'PROPN'
	| 'PUNCT'
	| 'SCONJ'
	| 'SYM'
	| 'VERB'
	| 'X'
	| 'SPACE';

/** A word, a part of one (`’s`, `n’t`), or a mark. */
export interface Token extends Span {
	/** Part of speech in its context. */
	readonly tag: Tag;
	/** Dictionary form in lower case: `say` for `said`. */
	readonly lemma: string;
}
