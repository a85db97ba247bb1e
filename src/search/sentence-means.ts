import { type SentenceTable, WORD_MASK } from './sentence-table.js';
import { VECTOR_WIDTH } from './vector-kernel.js';
import { inverseFrequency, type Vocabulary } from './vocabulary.js';
import { TRAIT, wordTraits } from './word-traits.js';
import { addVector, toUnitLength, wordVectors } from './word-vectors.js';

/** Steps of a value: a unit vector's values lie well within ±0.8. */
const STEPS = 158;

/** @returns The column `means` of a {@link SentenceTable}: rare words weigh more. */
export function measureMeans(
	vocabulary: Vocabulary,
	{ count, tokenStart, tokens }: Pick<SentenceTable, 'count' | 'tokenStart' | 'tokens'>,
): Int8Array {
	const vectors = wordVectors();
	const { vectorRow, bits } = wordTraits(vocabulary);
	const weights = Float32Array.from(vocabulary.sentencesWith, (held) => inverseFrequency(count, held));
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

/** Steps of a value of a vector that means are compared with. */
const ASKED_STEPS = 8192;

/** @returns A unit vector as {@link compareMean} takes it: whole numbers are summed in half the time. */
export function toSteps(vector: Float32Array): Int16Array {
	const steps = new Int16Array(vector.length);
	for (let i = 0; i < steps.length; i++) steps[i] = Math.round((vector[i] ?? 0) * ASKED_STEPS);
	return steps;
}

/** @returns Cosine between a vector, of length 1, and the sentence's mean word; 0 for a sentence without known words. */
export function compareMean({ means }: SentenceTable, sentence: number, vector: Int16Array): number {
	let sum = 0;
	for (let i = 0, j = sentence * VECTOR_WIDTH; i < VECTOR_WIDTH; i++, j++) {
		sum = (sum + Math.imul(vector[i] as number, means[j] as number)) | 0;
	}
	return sum / (STEPS * ASKED_STEPS);
}
