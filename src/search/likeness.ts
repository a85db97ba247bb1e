import { type MappedWord, mapWord, meanOf } from './answer-map.js';
import type { Library } from './library.js';
import { NearestWords } from './nearest-words.js';
import { type Query, rarityOf } from './query.js';
import type { Scan } from './scan.js';
import { MeanComparison } from './sentence-means.js';
import { VECTOR_WIDTH } from './vector-kernel.js';
import { addVector, ComparedVectors, toUnitLength, wordVectors } from './word-vectors.js';

/** Of a longer question, the first words are matched. */
const WORDS_MAX = 16;

/**
 * How near sentences are in meaning to one question, by word vectors: its mean word as it is, and all of its words, stop
 * words and names too, under a trained map that moves them towards words of answers. "When" may move to a weekday there
 * and "why" to "because".
 */
export class Likeness {
	readonly #nearest: NearestWords;
	/** Share of the question's rarity that each mapped word has. */
	readonly #shares: Float32Array;
	readonly #means: MeanComparison;

	constructor(scan: Scan) {
		const { library, query } = scan;
		const words = weighWords(library, query);
		const mapped = words.map(({ row }) => mapWord(wordVectors(), row));
		const compared = new ComparedVectors(words.length);
		for (const { vector } of mapped) compared.add(vector);
		this.#nearest = new NearestWords(library, compared);
		const total = words.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
		this.#shares = new Float32Array(words.length);
		words.forEach(({ rarity }, place) => {
			this.#shares[place] = rarity / total;
		});
		this.#means = new MeanComparison(library.sentences, [meanOfTerms(query), meanOfMapped(words, mapped)]);
	}

	/** Compares the words of sentences that will be asked for, all at once. */
	compare(sentences: Uint32Array): void {
		this.#nearest.compare(sentences);
	}

	/** Gives its room back; not to be used after it. */
	release(): void {
		this.#nearest.release();
	}

	/** @returns Share of the question's rarity that the sentence meets, each mapped word by its nearest, 0 to 1. */
	cover(sentence: number): number {
		const cosines = this.#nearest.of(sentence);
		let sum = 0;
		for (let k = 0; k < this.#shares.length; k++) sum += (this.#shares[k] ?? 0) * (cosines[k] ?? 0);
		return sum;
	}

	/**
	 * Writes how near the sentence's mean word lies to the question's, rare words weighing more, as it is and under the
	 * map, to two places of a row; 0 for no words.
	 */
	writeMeans(row: Float32Array, plain: number, mapped: number, sentence: number): void {
		this.#means.write(row, plain, mapped, sentence);
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

function meanOfTerms({ terms }: Query): Float32Array {
	const mean = new Float32Array(VECTOR_WIDTH);
	for (const { key, rarity } of terms) {
		const row = rowOf(key);
		if (row >= 0) addVector(wordVectors(), row, rarity, mean);
	}
	return toUnitLength(mean);
}

function meanOfMapped(words: readonly WeighedWord[], mapped: readonly MappedWord[]): Float32Array {
	return meanOf(words.map(({ rarity }, place) => ({ mapped: mapped[place] as MappedWord, weight: rarity })));
}

function rowOf(key: string): number {
	return wordVectors().rows.get(key) ?? -1;
}
