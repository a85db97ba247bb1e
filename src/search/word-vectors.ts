import { readFileSync } from 'node:fs';
import { packagePath } from '../package-root.js';
import { readLexicon } from './lexicon.js';
import { WordTable } from './word-table.js';

/** Values of one word's vector. */
export const VECTOR_WIDTH = 100;

/** Word vectors: rows of {@link VECTOR_WIDTH} bytes, the words most frequent in English first. */
export interface WordVectors {
	readonly values: Int8Array;
	/** Length of each row, 0 until it is asked for. */
	readonly norms: Float32Array;
	/** Row by word key. */
	readonly rows: WordTable;
}

let loaded: WordVectors | null = null;

/** @returns The vectors of `data/lexicon`, read when first asked for (about 10 ms) and kept. */
export function wordVectors(): WordVectors {
	loaded ??= readVectors();
	return loaded;
}

function readVectors(): WordVectors {
	const bytes = readFileSync(packagePath('data', 'lexicon', 'vectors.bin'));
	const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
	const count = values.length / VECTOR_WIDTH;
	return { values, norms: new Float32Array(count), rows: new WordTable(readLexicon('vectors.txt'), count) };
}

function normOf({ values, norms }: WordVectors, row: number): number {
	const known = norms[row] ?? 1;
	if (known > 0) return known;
	norms[row] = Math.sqrt(dotRows(values, row, row)) || 1;
	return norms[row] ?? 1;
}

function dotRows(values: Int8Array, a: number, b: number): number {
	let sum = 0;
	const to = (a + 1) * VECTOR_WIDTH;
	for (let i = a * VECTOR_WIDTH, j = b * VECTOR_WIDTH; i < to; i++, j++) sum += (values[i] ?? 0) * (values[j] ?? 0);
	return sum;
}

/** @returns Cosine of two words' vectors, -1 to 1. */
export function similarity(vectors: WordVectors, a: number, b: number): number {
	return dotRows(vectors.values, a, b) / (normOf(vectors, a) * normOf(vectors, b));
}

/** Adds a word's vector, brought to length 1 and weighed, to a sum. */
export function addVector(vectors: WordVectors, row: number, weight: number, sum: Float32Array): void {
	const { values } = vectors;
	const factor = weight / normOf(vectors, row);
	for (let i = 0, j = row * VECTOR_WIDTH; i < VECTOR_WIDTH; i++, j++)
		sum[i] = (sum[i] ?? 0) + factor * (values[j] ?? 0);
}

/** Brings a vector to length 1, in place; one of zeros stays as it is. */
export function toUnitLength(vector: Float32Array): Float32Array {
	const length = Math.sqrt(dotProduct(vector, vector));
	if (length > 0) for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length;
	return vector;
}

export function dotProduct(a: Float32Array, b: Float32Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
	return sum;
}
