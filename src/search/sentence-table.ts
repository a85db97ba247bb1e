import type { AttributedArticle, AttributionKind } from '../attribution/attribution.js';
import type { SentencePostings } from './sentence-postings.js';
import type { Vocabulary } from './vocabulary.js';

export const KINDS = ['narration', 'direct', 'mixed', 'reported'] as const satisfies readonly (
	| AttributionKind
	| 'narration'
)[];

/** Set in a token beside its word number when the word is printed with a capital. */
export const CAPITAL_BIT = 0x8000_0000;

/** Set in a token when nothing but a space stands between it and the token before. */
export const JOINED_BIT = 0x4000_0000;

/** What is left of a token is its word's number. */
export const WORD_MASK = 0x3fff_ffff;

/**
 * What ranking needs of every sentence, in columns of numbers: about 260 bytes a sentence, 100 of them its mean vector.
 * Sentences are numbered through the library, article after article.
 */
export interface SentenceTable extends SentencePostings {
	readonly count: number;
	/** First sentence of each article, and one more entry: the number of sentences. */
	readonly articleStart: Uint32Array;
	/** Article number of each sentence. */
	readonly articleOf: Uint32Array;
	/** First token of each sentence, and one more entry: the number of tokens. */
	readonly tokenStart: Uint32Array;
	/** Word numbers, with {@link CAPITAL_BIT} and {@link JOINED_BIT}. */
	readonly tokens: Uint32Array;
	/** Bits of `FORM`. */
	readonly form: Uint16Array;
	/** Index into {@link KINDS}. */
	readonly kind: Uint8Array;
	/** Number of the sentence's speaker in the library, -1 for none. */
	readonly speaker: Int32Array;
	/** Place of the sentence's attribution among its article's, -1 for narration. */
	readonly attribution: Int32Array;
	/** The mean of each sentence's word vectors, brought to length 1: a byte a value, `VECTOR_WIDTH` a sentence. */
	readonly means: Int8Array;
	/** First sentence of each passage, and one more entry: the number of sentences. A passage lies in one article. */
	readonly passageStart: Uint32Array;
	/** First entry in `titleStems` of each article, and one more. */
	readonly titleStart: Uint32Array;
	/** Stem numbers of the titles' words. */
	readonly titleStems: Uint32Array;
	/** Mean number of words in a sentence. */
	readonly meanLength: number;
}

/** @returns How many words the sentence has. */
export function sentenceLength(table: SentenceTable, sentence: number): number {
	return (table.tokenStart[sentence + 1] ?? 0) - (table.tokenStart[sentence] ?? 0);
}

/** @returns The number at a place that exists by construction; 0 past the end. Loops over all words index directly. */
export function at(column: ArrayLike<number>, place: number): number {
	return column[place] ?? 0;
}

/** @returns The printed sentence of a sentence number, with its article. */
export function findSentence(articles: readonly AttributedArticle[], table: SentenceTable, sentence: number) {
	const number = table.articleOf[sentence] ?? 0;
	const attributed = articles[number];
	const span = attributed?.sentences[sentence - (table.articleStart[number] ?? 0)];
	if (!attributed || !span) throw new RangeError(`sentence ${sentence} of ${table.count}`);
	return { attributed, span };
}

/** True when the sentence holds the stem. */
export function holdsStem(table: SentenceTable, vocabulary: Vocabulary, sentence: number, stem: number): boolean {
	for (let i = table.tokenStart[sentence] ?? 0; i < (table.tokenStart[sentence + 1] ?? 0); i++) {
		if (vocabulary.stemOfKey[(table.tokens[i] ?? 0) & WORD_MASK] === stem) return true;
	}
	return false;
}
