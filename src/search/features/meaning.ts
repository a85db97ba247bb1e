import type { Scan } from '../scan.js';
import { type SentenceMeans, sentenceMeans } from '../sentence-means.js';
import { WORD_MASK } from '../sentence-table.js';
import { TRAIT, type WordTraits, wordTraits } from '../word-traits.js';
import { addVector, similarity, toUnitLength, VECTOR_WIDTH, type WordVectors, wordVectors } from '../word-vectors.js';

/** Below this cosine two words have nothing to do with each other. */
const SIMILAR_MIN = 0.35;
/** Of a longer paragraph, the first sentences tell. */
const RUN_MAX = 12;

/** Nearness in meaning between the question's words and the articles', by word vectors; never for names. */
export class Meaning {
	readonly #vectors: WordVectors = wordVectors();
	readonly #traits: WordTraits;
	/** Vector row of each term, -1 for names and unknown words. */
	readonly #rows: Int32Array;
	/** Vector row of the noun asked for ("what city"), -1 for none. */
	readonly #focusRow: number;
	/** Cosine in steps of 1/100 by word number, plus 1; 0 where not yet known; one list a term, and one for the focus. */
	readonly #known: Uint8Array[];
	readonly #question = new Float32Array(VECTOR_WIDTH);
	readonly #means: SentenceMeans;

	constructor(readonly scan: Scan) {
		const { library, query } = scan;
		this.#traits = wordTraits(library.vocabulary);
		this.#means = sentenceMeans(library);
		const rowOf = (key: string) => this.#vectors.rows.get(key) ?? -1;
		this.#rows = Int32Array.from(query.terms, ({ key, isName }) => (isName ? -1 : rowOf(key)));
		this.#focusRow = query.focus === null ? -1 : rowOf(query.focus);
		this.#known = [...query.terms, null].map(() => new Uint8Array(library.vocabulary.keys.length));
		for (const { key, rarity } of query.terms) {
			const row = rowOf(key);
			if (row >= 0) addVector(this.#vectors, row, rarity, this.#question);
		}
		toUnitLength(this.#question);
	}

	/** @returns By term, how near the sentence's nearest word is, 0 below {@link SIMILAR_MIN}; last for the focus. */
	soft(sentence: number): Float32Array {
		const { sentences } = this.scan.library;
		const { weight } = this.scan.hits(sentence);
		const found = new Float32Array(this.#rows.length + 1);
		const end = sentences.tokenStart[sentence + 1] ?? 0;
		for (let i = sentences.tokenStart[sentence] ?? 0; i < end; i++) {
			const word = (sentences.tokens[i] ?? 0) & WORD_MASK;
			const row = this.#traits.vectorRow[word] ?? 0;
			if (row < 0 || (this.#traits.bits[word] ?? 0) & (TRAIT.stop | TRAIT.name)) continue;
			for (let term = 0; term <= this.#rows.length; term++) {
				const own = term < this.#rows.length ? (this.#rows[term] ?? 0) : this.#focusRow;
				// A word that is met as it stands needs no likeness.
				if (own < 0 || (weight[term] ?? 0) === 1) continue;
				const near = this.#similar(term, own, word, row);
				if (near > (found[term] ?? 0)) found[term] = near;
			}
		}
		for (let term = 0; term < this.#rows.length; term++) if ((found[term] ?? 0) < SIMILAR_MIN) found[term] = 0;
		return found;
	}

	/** @returns Cosine between the question's mean word and the sentence's, rare words weighing more; 0 for no words. */
	likeness(sentence: number): number {
		return this.#means.likeness(sentence, this.#question);
	}

	/** @returns The mean {@link likeness} of a run of sentences; of a long one, of the first {@link RUN_MAX}. */
	likenessOf({ first, end }: { readonly first: number; readonly end: number }): number {
		const stop = Math.min(end, first + RUN_MAX);
		let sum = 0;
		for (let sentence = first; sentence < stop; sentence++) sum += this.likeness(sentence);
		return sum / (stop - first);
	}

	#similar(term: number, own: number, word: number, row: number): number {
		const known = this.#known[term];
		if (!known) return 0;
		let steps = known[word] ?? 0;
		if (steps === 0) {
			steps = Math.round(100 * Math.max(0, similarity(this.#vectors, own, row))) + 1;
			known[word] = steps;
		}
		return (steps - 1) / 100;
	}
}
