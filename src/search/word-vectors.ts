import { readLexicon } from './lexicon.js';
import { dotRows, readVectorKernel, VECTOR_WIDTH, type VectorKernel, WIDE, widenRows } from './vector-kernel.js';
import { WordTable } from './word-table.js';

/** Word vectors, the words most frequent in English first. */
export interface WordVectors {
	readonly count: number;
	readonly kernel: VectorKernel;
	/** Length of each row, 0 until it is asked for. */
	readonly norms: Float32Array;
	/** Row by word key: its place in the order of frequency, from 0. */
	readonly rows: WordTable;
}

let loaded: WordVectors | null = null;

/** @returns The vectors of `data/lexicon`, read when first asked for (about 10 ms) and kept. */
export function wordVectors(): WordVectors {
	loaded ??= readVectors();
	return loaded;
}

function readVectors(): WordVectors {
	const kernel = readVectorKernel('vectors.bin');
	const count = kernel.values.length / VECTOR_WIDTH;
	return { count, kernel, norms: new Float32Array(count), rows: new WordTable(readLexicon('vectors.txt'), count) };
}

function normOf({ kernel, norms }: WordVectors, row: number): number {
	const known = norms[row] ?? 1;
	if (known > 0) return known;
	norms[row] = Math.sqrt(dotRows(kernel.values, row, row)) || 1;
	return norms[row] ?? 1;
}

/** @returns Cosine of two words' vectors, -1 to 1. */
export function similarity(vectors: WordVectors, a: number, b: number): number {
	return dotRows(vectors.kernel.values, a, b) / (normOf(vectors, a) * normOf(vectors, b));
}

/** Vectors to compare many words with. */
export interface ComparedVectors {
	/** As {@link VectorKernel.multiply} takes them. */
	readonly vectors: Int16Array;
	/** Length of each, in the same steps. */
	readonly norms: Float64Array;
}

/** @returns The vectors of words, given by their rows. */
export function gatherRows(vectors: WordVectors, rows: Int32Array): ComparedVectors {
	return {
		vectors: widenRows(vectors.kernel.values, rows),
		norms: new Float64Array(Array.from(rows, (row) => normOf(vectors, row))),
	};
}

/** Steps of a vector that is no word's. */
const UNIT_STEPS = 8192;

/** @param given - Vectors of length 1. */
export function gatherVectors(given: readonly Float32Array[]): ComparedVectors {
	const vectors = new Int16Array(given.length * WIDE);
	given.forEach((vector, place) => {
		for (let i = 0; i < VECTOR_WIDTH; i++) vectors[place * WIDE + i] = Math.round(UNIT_STEPS * (vector[i] ?? 0));
	});
	return { vectors, norms: new Float64Array(given.length).fill(UNIT_STEPS) };
}

/**
 * Compares one word with vectors.
 *
 * @param cosines - Receives the word's cosine with each of them, -1 to 1, from the place `at` on.
 */
export function compareRow(
	vectors: WordVectors,
	row: number,
	{ vectors: others, norms }: ComparedVectors,
	cosines: Float64Array,
	at: number,
): void {
	const sums = vectors.kernel.multiply(row, others);
	const norm = normOf(vectors, row);
	for (let i = 0; i < norms.length; i++) cosines[at + i] = (sums[i] ?? 0) / (norm * (norms[i] ?? 1));
}

/** @returns A word's vector, brought to length 1. */
export function unitVector(vectors: WordVectors, row: number): Float32Array {
	const vector = new Float32Array(VECTOR_WIDTH);
	addVector(vectors, row, 1, vector);
	return vector;
}

/** Adds a word's vector, brought to length 1 and weighed, to a sum. */
export function addVector(vectors: WordVectors, row: number, weight: number, sum: Float32Array): void {
	const { values } = vectors.kernel;
	const factor = weight / normOf(vectors, row);
	for (let i = 0, j = row * VECTOR_WIDTH; i < VECTOR_WIDTH; i++, j++)
		sum[i] = (sum[i] ?? 0) + factor * (values[j] ?? 0);
}

/** Brings a vector to length 1, in place; one of zeros stays as it is. */
export function toUnitLength(vector: Float32Array): Float32Array {
	let squares = 0;
	for (let i = 0; i < vector.length; i++) squares += (vector[i] ?? 0) ** 2;
	const length = Math.sqrt(squares);
	if (length > 0) for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length;
	return vector;
}
