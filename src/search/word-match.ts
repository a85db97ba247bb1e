import { mapRow, mapVector } from './answer-map.js';
import type { Library } from './library.js';
import { type Query, rarityOf } from './query.js';
import type { Scan } from './scan.js';
import { compareMean } from './sentence-means.js';
import { WORD_MASK } from './sentence-table.js';
import { SparseTable } from './sparse-table.js';
import { VECTOR_WIDTH } from './vector-kernel.js';
import { type WordTraits, wordTraits } from './word-traits.js';
import {
	addVector,
	type ComparedVectors,
	compareRow,
	gatherVectors,
	type WordVectors,
	wordVectors,
} from './word-vectors.js';
import { stemWord } from './words.js';

/** Of a longer question the first words tell. */
const WORDS_MAX = 16;

/**
 * How near a sentence's words are to the question's, which a trained map moves towards words of answers. All words of the
 * question look for a near one here, names and stop words too: "when" may move to a weekday and "why" to "because".
 */
export class WordMatch {
	readonly #vectors: WordVectors = wordVectors();
	readonly #traits: WordTraits;
	/** The question's words that have a vector, mapped. */
	readonly #asked: ComparedVectors;
	/** Share of the question's rarity that each of them has. */
	readonly #shares: Float32Array;
	/** Their mean, mapped. */
	readonly #mean: Float32Array;
	readonly #best: Float64Array;
	/** By word number, its cosine with each of them. */
	readonly #cosines = new SparseTable<Float64Array>(2048);

	constructor(readonly scan: Scan) {
		const { library, query } = scan;
		this.#traits = wordTraits(library.vocabulary);
		const words = weighWords(library, query);
		const total = words.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
		const mean = new Float32Array(VECTOR_WIDTH);
		for (const { row, rarity } of words) addVector(this.#vectors, row, rarity, mean);
		this.#mean = mapVector(mean);
		this.#asked = gatherVectors(words.map(({ row }) => mapRow(this.#vectors, row)));
		this.#shares = Float32Array.from(words, ({ rarity }) => rarity / total);
		this.#best = new Float64Array(words.length);
	}

	/** @returns Share of the question's rarity that the sentence meets, each word by its nearest, 0 to 1. */
	cover(sentence: number): number {
		const { tokenStart, tokens } = this.scan.library.sentences;
		const best = this.#best.fill(0);
		const end = tokenStart[sentence + 1] ?? 0;
		for (let i = tokenStart[sentence] ?? 0; i < end; i++) {
			const word = (tokens[i] ?? 0) & WORD_MASK;
			const row = this.#traits.vectorRow[word] ?? -1;
			if (row < 0) continue;
			const cosines = this.#cosines.get(word) ?? this.#compare(word, row);
			for (let k = 0; k < best.length; k++) {
				const cosine = cosines[k] ?? 0;
				if (cosine > (best[k] ?? 0)) best[k] = cosine;
			}
		}
		return this.#shares.reduce((sum, share, k) => sum + share * (best[k] ?? 0), 0);
	}

	/** @returns How far the sentence's mean word lies where the question's does; 0 for no words. */
	meaning(sentence: number): number {
		return compareMean(this.scan.library.sentences, sentence, this.#mean);
	}

	#compare(word: number, row: number): Float64Array {
		const cosines = new Float64Array(this.#best.length);
		compareRow(this.#vectors, row, this.#asked, cosines);
		return this.#cosines.set(word, cosines);
	}
}

/** @returns Vector row and rarity of the question's words that have a vector. */
export function weighWords(library: Library, { words }: Query): { readonly row: number; readonly rarity: number }[] {
	return words.slice(0, WORDS_MAX).flatMap(({ key }) => {
		const row = wordVectors().rows.get(key);
		const stem = library.vocabulary.stemNumbers.get(stemWord(key));
		return row === undefined ? [] : [{ row, rarity: rarityOf(library, stem) }];
	});
}
