import { readFileSync } from 'node:fs';
import { packagePath } from '../package-root.js';
import { VECTOR_WIDTH, WIDE } from './vector-kernel.js';
import { lengthOf, normOf, toUnitLength, toUnitSteps, type WordVectors } from './word-vectors.js';

/** Steps of a stored value. */
const STEPS = 8192;

/** The rows of the map, as the kernel multiplies with them. */
let loaded: Int16Array | null = null;
const sums = new Int32Array(VECTOR_WIDTH);

/** A word's vector, mapped. */
export interface MappedWord {
	/** Of length 1, in steps of `UNIT_STEPS`. */
	readonly vector: Int16Array;
	/** Length of the word's unit vector after mapping. */
	readonly length: number;
}

/** So many words are kept mapped, 300 bytes each: questions share most of theirs. */
const KEPT_MAX = 20_000;
const kept = new Map<number, MappedWord>();

/**
 * Maps the vector of a question's word by `data/lexicon/answer-map.bin`, which was trained to bring it near words of
 * answers.
 *
 * @param row - The word's row among the vectors.
 */
export function mapWord(vectors: WordVectors, row: number): MappedWord {
	let mapped = kept.get(row);
	if (!mapped) {
		loaded ??= readMap();
		vectors.kernel.multiplyRows(Int32Array.of(row), 1, loaded, sums);
		const vector = new Float32Array(VECTOR_WIDTH);
		const scale = 1 / (STEPS * normOf(vectors, row));
		for (let i = 0; i < VECTOR_WIDTH; i++) vector[i] = (sums[i] ?? 0) * scale;
		mapped = { length: lengthOf(vector), vector: toUnitSteps(toUnitLength(vector)) };
		if (kept.size >= KEPT_MAX) kept.clear();
		kept.set(row, mapped);
	}
	return mapped;
}

/** @returns The mean of words' vectors, weighed and mapped, of length 1; zeros for no words. */
export function meanOf(words: readonly { readonly mapped: MappedWord; readonly weight: number }[]): Float32Array {
	const mean = new Float32Array(VECTOR_WIDTH);
	for (const { mapped, weight } of words) {
		// What is mapped and added comes to the same as what is added and mapped.
		const factor = weight * mapped.length;
		for (let i = 0; i < VECTOR_WIDTH; i++) mean[i] = (mean[i] as number) + factor * (mapped.vector[i] as number);
	}
	return toUnitLength(mean);
}

function readMap(): Int16Array {
	const bytes = readFileSync(packagePath('data', 'lexicon', 'answer-map.bin'));
	const rows = new Int16Array(VECTOR_WIDTH * WIDE);
	for (let row = 0, from = 0; row < VECTOR_WIDTH; row++) {
		for (let i = 0; i < VECTOR_WIDTH; i++, from += 2) rows[row * WIDE + i] = bytes.readInt16LE(from);
	}
	return rows;
}
