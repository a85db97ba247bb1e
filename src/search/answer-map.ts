import { readFileSync } from 'node:fs';
import { packagePath } from '../package-root.js';
import { VECTOR_WIDTH } from './vector-kernel.js';
import { toUnitLength, unitVector, type WordVectors } from './word-vectors.js';

/** Steps of a stored value. */
const STEPS = 8192;

let loaded: Float32Array | null = null;

/**
 * Maps a vector of a question by `data/lexicon/answer-map.bin`, which was trained to bring its words near words of its
 * answer.
 *
 * @param vector - Of {@link VECTOR_WIDTH} values.
 * @returns As many values, of length 1; zeros for zeros.
 */
export function mapVector(vector: Float32Array): Float32Array {
	loaded ??= readMap();
	const map = loaded;
	const mapped = new Float32Array(VECTOR_WIDTH);
	for (let i = 0, at = 0; i < VECTOR_WIDTH; i++) {
		let sum = 0;
		for (let j = 0; j < VECTOR_WIDTH; j++, at++) sum += (map[at] as number) * (vector[j] as number);
		mapped[i] = sum;
	}
	return toUnitLength(mapped);
}

/** So many words are kept mapped, 400 bytes each: questions share most of theirs. */
const KEPT_MAX = 2_000;
const kept = new Map<number, Float32Array>();

/** @returns A word's vector, mapped, by its row. */
export function mapRow(vectors: WordVectors, row: number): Float32Array {
	let mapped = kept.get(row);
	if (!mapped) {
		mapped = mapVector(unitVector(vectors, row));
		if (kept.size >= KEPT_MAX) kept.clear();
		kept.set(row, mapped);
	}
	return mapped;
}

function readMap(): Float32Array {
	const bytes = readFileSync(packagePath('data', 'lexicon', 'answer-map.bin'));
	return Float32Array.from({ length: VECTOR_WIDTH ** 2 }, (_, i) => bytes.readInt16LE(2 * i) / STEPS);
}
