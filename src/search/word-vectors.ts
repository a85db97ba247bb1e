import { readLexicon } from './lexicon.js';
import { dotRows, readVectorKernel, VECTOR_WIDTH, type VectorKernel } from './vector-kernel.js';
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

/**
 * Compares one word with others.
 *
 * @param others - Rows.
 * @param cosines - Receives the cosine with each of them, -1 to 1.
 */
export function compareRows(vectors: WordVectors, row: number, others: Int32Array, cosines: Float64Array): void {
	const sums = vectors.kernel.multiply(row, others);
	const norm = normOf(vectors, row);
	for (let i = 0; i < others.length; i++) cosines[i] = (sums[i] ?? 0) / (norm * normOf(vectors, others[i] ?? 0));
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
