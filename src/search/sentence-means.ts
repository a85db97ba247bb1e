import { rarities } from './rarity.js';
import { type SentenceTable, WORD_MASK } from './sentence-table.js';
import { VECTOR_WIDTH, WIDE } from './vector-kernel.js';
import type { Vocabulary } from './vocabulary.js';
import { TRAIT, wordTraits } from './word-traits.js';
import { addVector, toUnitLength, toUnitSteps, UNIT_STEPS, wordVectors } from './word-vectors.js';

/** Steps of a value: a unit vector's values lie well within ±0.8. */
const STEPS = 158;

/** @returns The column `means` of a {@link SentenceTable}: rare words weigh more. */
export function measureMeans(
	vocabulary: Vocabulary,
	table: Pick<SentenceTable, 'count' | 'articleStart' | 'tokenStart' | 'tokens'>,
): Int8Array {
	const { count, tokenStart, tokens } = table;
	const vectors = wordVectors();
	const { vectorRow, bits } = wordTraits(vocabulary);
	const weights = rarities(vocabulary, table).sentences;
	const means = new Int8Array(count * VECTOR_WIDTH);
	const mean = new Float32Array(VECTOR_WIDTH);
	for (let sentence = 0; sentence < count; sentence++) {
		mean.fill(0);
		for (let i = tokenStart[sentence] ?? 0; i < (tokenStart[sentence + 1] ?? 0); i++) {
			const word = (tokens[i] ?? 0) & WORD_MASK;
			const row = vectorRow[word] ?? -1;
			// Stop words mean too little.
			if (row < 0 || (bits[word] ?? 0) & TRAIT.stop) continue;
			addVector(vectors, row, weights[vocabulary.stemOfKey[word] ?? 0] ?? 0, mean);
		}
		toUnitLength(mean);
		const start = sentence * VECTOR_WIDTH;
		for (let i = 0; i < VECTOR_WIDTH; i++) {
			means[start + i] = Math.max(-127, Math.min(127, Math.round((mean[i] ?? 0) * STEPS)));
		}
	}
	return means;
}

/** Compares sentences' mean words with two vectors of one question. */
export class MeanComparison {
	readonly #kernel = wordVectors().kernel;
	readonly #rows: Int32Array;
	readonly #asked: Int16Array;
	/** @param asked - Of length 1, or zeros. */
	constructor({ means }: SentenceTable, asked: readonly [Float32Array, Float32Array]) {
		this.#rows = new Int32Array(means.buffer, means.byteOffset, means.byteLength / Int32Array.BYTES_PER_ELEMENT);
		this.#asked = new Int16Array(asked.length * WIDE);
		asked.forEach((vector, place) => {
			this.#asked.set(toUnitSteps(vector), place * WIDE);
		});
	}

	/**
	 * Writes the cosines of the sentence's mean word with both vectors; 0 for a sentence without known words.
	 *
	 * @param first - The place of the first one in the row, `second` of the second one.
	 */
	write(row: Float32Array, first: number, second: number, sentence: number): void {
		const sums = this.#kernel.multiplyOther(this.#rows, sentence, this.#asked);
		row[first] = (sums[0] ?? 0) / (STEPS * UNIT_STEPS);
		row[second] = (sums[1] ?? 0) / (STEPS * UNIT_STEPS);
	}
}
