import type { Scan } from '../scan.js';
import { compareMean } from '../sentence-means.js';
import { WORD_MASK } from '../sentence-table.js';
import { SparseTable } from '../sparse-table.js';
import { VECTOR_WIDTH } from '../vector-kernel.js';
import { TRAIT, type WordTraits, wordTraits } from '../word-traits.js';
import {
	addVector,
	type ComparedVectors,
	compareRow,
	gatherRows,
	toUnitLength,
	type WordVectors,
	wordVectors,
} from '../word-vectors.js';
import { raise } from './levels.js';

/** Below this cosine two words have nothing to do with each other. */
const SIMILAR_MIN = 0.35;
/** Of a longer paragraph, the first sentences tell. */
const RUN_MAX = 12;

/** Nearness in meaning between the question's words and the articles', by word vectors; never for names. */
export class Meaning {
	readonly #vectors: WordVectors = wordVectors();
	readonly #traits: WordTraits;
	/** Vectors of the terms that have one, without names, and last of the noun asked for ("what city"). */
	readonly #asked: ComparedVectors;
	/** Where each of `#asked` stands in what {@link soft} gives. */
	readonly #places: Int32Array;
	readonly #cosines: Float64Array;
	/** By word number, what {@link soft} gives for a sentence of this one word. */
	readonly #near = new SparseTable<Float32Array>(2048);
	readonly #soft: Float32Array;
	readonly #question = new Float32Array(VECTOR_WIDTH);
	/** By sentence, what {@link likeness} found. */
	readonly #likeness = new Map<number, number>();

	constructor(readonly scan: Scan) {
		const { library, query } = scan;
		this.#traits = wordTraits(library.vocabulary);
		this.#soft = new Float32Array(query.terms.length + 1);
		const rowOf = (key: string | null) => (key === null ? -1 : (this.#vectors.rows.get(key) ?? -1));
		const asked = [...query.terms.map(({ key, isName }) => rowOf(isName ? null : key)), rowOf(query.focus)];
		this.#asked = gatherRows(this.#vectors, Int32Array.from(asked.filter((row) => row >= 0)));
		this.#places = Int32Array.from(asked.flatMap((row, place) => (row >= 0 ? [place] : [])));
		this.#cosines = new Float64Array(this.#places.length);
		for (const { key, rarity } of query.terms) {
			const row = rowOf(key);
			if (row >= 0) addVector(this.#vectors, row, rarity, this.#question);
		}
		toUnitLength(this.#question);
	}

	/**
	 * @returns By term, how near the sentence's nearest word is, 0 below {@link SIMILAR_MIN}; last for the noun asked for.
	 * Good until the next call.
	 */
	soft(sentence: number): Float32Array {
		const { sentences } = this.scan.library;
		const { weight } = this.scan.hits(sentence);
		const found = this.#soft.fill(0);
		const end = sentences.tokenStart[sentence + 1] ?? 0;
		for (let i = sentences.tokenStart[sentence] ?? 0; i < end; i++) {
			const word = (sentences.tokens[i] ?? 0) & WORD_MASK;
			const row = this.#traits.vectorRow[word] ?? -1;
			if (row < 0 || (this.#traits.bits[word] ?? 0) & (TRAIT.name | TRAIT.stop)) continue;
			raise(found, this.#near.get(word) ?? this.#compare(word, row));
		}
		for (let term = 0; term < weight.length; term++) {
			// A word that is met as it stands needs no likeness.
			if ((found[term] ?? 0) < SIMILAR_MIN || weight[term] === 1) found[term] = 0;
		}
		return found;
	}

	/** @returns Cosine between the question's mean word and the sentence's, rare words weighing more; 0 for no words. */
	likeness(sentence: number): number {
		let likeness = this.#likeness.get(sentence);
		if (likeness === undefined) {
			likeness = compareMean(this.scan.library.sentences, sentence, this.#question);
			this.#likeness.set(sentence, likeness);
		}
		return likeness;
	}

	/** @returns The mean {@link likeness} of a run of sentences; of a long one, of the first {@link RUN_MAX}. */
	likenessOf({ first, end }: { readonly first: number; readonly end: number }): number {
		const stop = Math.min(end, first + RUN_MAX);
		let sum = 0;
		for (let sentence = first; sentence < stop; sentence++) sum += this.likeness(sentence);
		return sum / (stop - first);
	}

	#compare(word: number, row: number): Float32Array {
		compareRow(this.#vectors, row, this.#asked, this.#cosines);
		const near = new Float32Array(this.#soft.length);
		for (let i = 0; i < this.#places.length; i++) {
			// In steps of a hundredth, as the weights were trained on.
			near[this.#places[i] ?? 0] = Math.round(100 * Math.max(0, this.#cosines[i] ?? 0)) / 100;
		}
		return this.#near.set(word, near);
	}
}
