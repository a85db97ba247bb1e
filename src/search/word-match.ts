import { mapWord, meanOf } from './answer-map.js';
import type { Library } from './library.js';
import { NearestWords } from './nearest-words.js';
import { type Query, rarityOf } from './query.js';
import type { Scan } from './scan.js';
import { compareMean, toSteps } from './sentence-means.js';
import { gatherVectors, wordVectors } from './word-vectors.js';
import { stemWord } from './words.js';

/** Of a longer question the first words tell. */
const WORDS_MAX = 16;

/**
 * How near a sentence's words are to the question's, which a trained map moves towards words of answers. All words of the
 * question look for a near one here, names and stop words too: "when" may move to a weekday and "why" to "because".
 */
export class WordMatch {
	/** To the question's words that have a vector, mapped. */
	readonly #nearest: NearestWords;
	/** Share of the question's rarity that each of them has. */
	readonly #shares: Float32Array;
	/** Their mean, mapped. */
	readonly #mean: Int16Array;

	constructor(readonly scan: Scan) {
		const { library, query } = scan;
		const vectors = wordVectors();
		const words = weighWords(library, query).map(({ row, rarity }) => ({
			mapped: mapWord(vectors, row),
			weight: rarity,
		}));
		const total = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
		this.#mean = toSteps(meanOf(words));
		this.#nearest = new NearestWords(library, gatherVectors(words.map(({ mapped }) => mapped.vector)));
		this.#shares = new Float32Array(words.map(({ weight }) => weight / total));
	}

	/** @returns Share of the question's rarity that the sentence meets, each word by its nearest, 0 to 1. */
	cover(sentence: number): number {
		const best = this.#nearest.of(sentence);
		let sum = 0;
		for (let k = 0; k < best.length; k++) sum += (this.#shares[k] ?? 0) * (best[k] ?? 0);
		return sum;
	}

	/** @returns How far the sentence's mean word lies where the question's does; 0 for no words. */
	meaning(sentence: number): number {
		return compareMean(this.scan.library.sentences, sentence, this.#mean);
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
