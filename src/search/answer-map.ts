import { readFileSync } from 'node:fs';
import { packagePath } from '../package-root.js';
import { VECTOR_WIDTH } from './vector-kernel.js';
import { toUnitLength, unitVector, type WordVectors } from './word-vectors.js';

/** Steps of a stored value. */
const STEPS = 8192;

let loaded: Float32Array | null = null;

/** A word's vector, mapped. */
export interface MappedWord {
	/** Of length 1. */
	readonly vector: Float32Array;
	/** Length of the word's unit vector after mapping. */
	readonly length: number;
}

/** So many words are kept mapped, 400 bytes each: questions share most of theirs. */
const KEPT_MAX = 2_000;
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
		const vector = multiply(loaded, unitVector(vectors, row));
		mapped = { length: Math.hypot(...vector), vector: toUnitLength(vector) };
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

function multiply(map: Float32Array, vector: Float32Array): Float32Array {
	const mapped = new Float32Array(VECTOR_WIDTH);
	for (let i = 0, at = 0; i < VECTOR_WIDTH; i++) {
		let sum = 0;
		for (let j = 0; j < VECTOR_WIDTH; j++, at++) sum += (map[at] as number) * (vector[j] as number);
		mapped[i] = sum;
	}
	return mapped;
}

function readMap(): Float32Array {
	const bytes = readFileSync(packagePath('data', 'lexicon', 'answer-map.bin'));
	return Float32Array.from({ length: VECTOR_WIDTH ** 2 }, (_, i) => bytes.readInt16LE(2 * i) / STEPS);
}
