import { type MappedWord, mapWord, meanOf } from './answer-map.js';
import type { Library } from './library.js';
import { NearestWords } from './nearest-words.js';
import { type Query, rarityOf } from './query.js';
import type { Scan } from './scan.js';
import { MeanComparison } from './sentence-means.js';
import { VECTOR_WIDTH } from './vector-kernel.js';
import { addVector, ComparedVectors, toUnitLength, wordVectors } from './word-vectors.js';

/** Below this cosine two words have nothing to do with each other. */
const SIMILAR_MIN = 0.35;
/** Of a longer paragraph, the first sentences tell. */
const RUN_MAX = 12;
/** Of a longer question, the first words are matched. */
const WORDS_MAX = 16;

/**
 * How near sentences are in meaning to one question, by word vectors: to its terms as they are, but for names, and to
 * all of its words, stop words and names too, under a trained map that moves them towards words of answers. "When" may
 * move to a weekday there and "why" to "because".
 */
export class Likeness {
	/** To the terms, then to the noun asked for ("what city"), then to the mapped words: those that have a vector. */
	readonly #nearest: NearestWords;
	/** Of the first vectors, where each stands in what {@link soft} gives. */
	readonly #places: readonly number[];
	readonly #soft: Float32Array;
	/** Share of the question's rarity that each mapped word has. */
	readonly #shares: Float32Array;
	readonly #means: MeanComparison;
	/** By first sentence of a run, what {@link meaningOf} found. */
	readonly #runs = new Map<number, number>();

	constructor(scan: Scan) {
		const { library, query } = scan;
		const vectors = wordVectors();
		const rows = rowsOfTerms(query);
		const words = weighWords(library, query);
		const mapped = words.map(({ row }) => mapWord(vectors, row));
		this.#places = rows.flatMap((row, place) => (row >= 0 ? [place] : []));
		const compared = new ComparedVectors(this.#places.length + words.length);
		for (const place of this.#places) compared.addRow(vectors, rows[place] ?? 0);
		for (const { vector } of mapped) compared.addUnit(vector);
		this.#nearest = new NearestWords(library, compared, this.#places.length);
		this.#soft = new Float32Array(query.terms.length + 1);
		const total = words.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
		this.#shares = new Float32Array(words.length);
		words.forEach(({ rarity }, place) => {
			this.#shares[place] = rarity / total;
		});
		this.#means = new MeanComparison(library.sentences, [meanOfTerms(query), meanOfMapped(words, mapped)]);
	}

	/** Compares the words of sentences that will be asked for, all at once. */
	compare(sentences: Iterable<number>): void {
		this.#nearest.compare(sentences);
	}

	/** Gives its room back; not to be used after it. */
	release(): void {
		this.#nearest.release();
	}

	/**
	 * @param met - By term, how well the sentence meets it.
	 * @returns By term, how near the sentence's nearest word is, 0 below {@link SIMILAR_MIN}; last for the noun asked for.
	 * Good until the next call.
	 */
	soft(sentence: number, met: Float32Array): Float32Array {
		const found = this.#soft.fill(0);
		const cosines = this.#nearest.of(sentence);
		for (let i = 0; i < this.#places.length; i++) {
			// In steps of a hundredth, as the weights were trained on.
			found[this.#places[i] ?? 0] = Math.round(100 * (cosines[i] ?? 0)) / 100;
		}
		for (let term = 0; term < met.length; term++) {
			// A word that is met as it stands needs no likeness.
			if ((found[term] ?? 0) < SIMILAR_MIN || met[term] === 1) found[term] = 0;
		}
		return found;
	}

	/** @returns Share of the question's rarity that the sentence meets, each mapped word by its nearest, 0 to 1. */
	cover(sentence: number): number {
		const cosines = this.#nearest.of(sentence);
		const first = this.#places.length;
		let sum = 0;
		for (let k = 0; k < this.#shares.length; k++) sum += (this.#shares[k] ?? 0) * (cosines[first + k] ?? 0);
		return sum;
	}

	/** @returns Cosine between the question's mean word and the sentence's, rare words weighing more; 0 for no words. */
	meaning(sentence: number): number {
		return this.#means.cosine(sentence, 0);
	}

	/** @returns The same of the question's mean word under the map. */
	mapped(sentence: number): number {
		return this.#means.cosine(sentence, 1);
	}

	/** @returns The mean {@link meaning} of a paragraph's sentences; of a long one, of the first {@link RUN_MAX}. */
	meaningOf({ first, end }: { readonly first: number; readonly end: number }): number {
		let mean = this.#runs.get(first);
		if (mean === undefined) {
			const stop = Math.min(end, first + RUN_MAX);
			let sum = 0;
			for (let sentence = first; sentence < stop; sentence++) sum += this.meaning(sentence);
			mean = sum / (stop - first);
			this.#runs.set(first, mean);
		}
		return mean;
	}
}

/** A word of the question that has a vector. */
interface WeighedWord {
	/** Of its vector. */
	readonly row: number;
	readonly rarity: number;
}

/** @returns The question's words that have a vector. */
export function weighWords(library: Library, { words }: Query): WeighedWord[] {
	return words.slice(0, WORDS_MAX).flatMap(({ key, stem }) => {
		const row = rowOf(key);
		return row < 0 ? [] : [{ row, rarity: rarityOf(library, stem) }];
	});
}

/** @returns The rows of the terms' vectors, and last of the noun asked for; -1 for a name and for a word without one. */
function rowsOfTerms({ terms, focus }: Query): number[] {
	return [...terms.map(({ key, isName }) => (isName ? -1 : rowOf(key))), focus === null ? -1 : rowOf(focus)];
}

function meanOfTerms({ terms }: Query): Float32Array {
	const mean = new Float32Array(VECTOR_WIDTH);
	for (const { key, rarity } of terms) {
		const row = rowOf(key);
		if (row >= 0) addVector(wordVectors(), row, rarity, mean);
	}
	return toUnitLength(mean);
}

function meanOfMapped(words: readonly WeighedWord[], mapped: readonly MappedWord[]): Float32Array {
	return meanOf(words.flatMap(({ rarity }, place) => ({ mapped: mapped[place] as MappedWord, weight: rarity })));
}

function rowOf(key: string): number {
	return wordVectors().rows.get(key) ?? -1;
}
