import { NearestWords } from '../nearest-words.js';
import type { Scan } from '../scan.js';
import { compareMean, toSteps } from '../sentence-means.js';
import { VECTOR_WIDTH } from '../vector-kernel.js';
import { TRAIT } from '../word-traits.js';
import { addVector, gatherRows, toUnitLength, wordVectors } from '../word-vectors.js';

/** Below this cosine two words have nothing to do with each other. */
const SIMILAR_MIN = 0.35;
/** Of a longer paragraph, the first sentences tell. */
const RUN_MAX = 12;

/** Nearness in meaning between the question's words and the articles', by word vectors; never for names. */
export class Meaning {
	/** To the terms that have a vector, without names, and last to the noun asked for ("what city"). */
	readonly #nearest: NearestWords;
	/** Where each of these stands in what {@link soft} gives. */
	readonly #places: Int32Array;
	readonly #soft: Float32Array;
	readonly #question: Int16Array;
	/** By first sentence of a run, what {@link likenessOf} found. */
	readonly #runs = new Map<number, number>();

	constructor(readonly scan: Scan) {
		const { library, query } = scan;
		const vectors = wordVectors();
		this.#soft = new Float32Array(query.terms.length + 1);
		const rowOf = (key: string | null) => (key === null ? -1 : (vectors.rows.get(key) ?? -1));
		const asked = [...query.terms.map(({ key, isName }) => rowOf(isName ? null : key)), rowOf(query.focus)];
		const compared = gatherRows(vectors, Int32Array.from(asked.filter((row) => row >= 0)));
		this.#nearest = new NearestWords(library, compared, TRAIT.name | TRAIT.stop);
		this.#places = Int32Array.from(asked.flatMap((row, place) => (row >= 0 ? [place] : [])));
		const mean = new Float32Array(VECTOR_WIDTH);
		for (const { key, rarity } of query.terms) {
			const row = rowOf(key);
			if (row >= 0) addVector(vectors, row, rarity, mean);
		}
		this.#question = toSteps(toUnitLength(mean));
	}

	/**
	 * @param met - By term, how well the sentence meets it.
	 * @returns By term, how near the sentence's nearest word is, 0 below {@link SIMILAR_MIN}; last for the noun asked for.
	 * Good until the next call.
	 */
	soft(sentence: number, met: Float32Array): Float32Array {
		const found = this.#soft.fill(0);
		const cosines = this.#nearest.of(sentence);
		for (let i = 0; i < cosines.length; i++) {
			// In steps of a hundredth, as the weights were trained on.
			found[this.#places[i] ?? 0] = Math.round(100 * (cosines[i] ?? 0)) / 100;
		}
		for (let term = 0; term < met.length; term++) {
			// A word that is met as it stands needs no likeness.
			if ((found[term] ?? 0) < SIMILAR_MIN || met[term] === 1) found[term] = 0;
		}
		return found;
	}

	/** @returns Cosine between the question's mean word and the sentence's, rare words weighing more; 0 for no words. */
	likeness(sentence: number): number {
		return compareMean(this.scan.library.sentences, sentence, this.#question);
	}

	/** @returns The mean {@link likeness} of a paragraph's sentences; of a long one, of the first {@link RUN_MAX}. */
	likenessOf({ first, end }: { readonly first: number; readonly end: number }): number {
		let mean = this.#runs.get(first);
		if (mean === undefined) {
			const stop = Math.min(end, first + RUN_MAX);
			let sum = 0;
			for (let sentence = first; sentence < stop; sentence++) sum += this.likeness(sentence);
			mean = sum / (stop - first);
			this.#runs.set(first, mean);
		}
		return mean;
	}
}
