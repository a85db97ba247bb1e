import { readLexicon } from './lexicon.js';
import { dotRows, readVectorKernel, VECTOR_WIDTH, type VectorKernel, WIDE } from './vector-kernel.js';
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

/** @returns The length of a word's vector, in the steps of its values. */
export function normOf({ kernel, norms }: WordVectors, row: number): number {
	const known = norms[row] ?? 1;
	if (known > 0) return known;
	norms[row] = Math.sqrt(dotRows(kernel.values, row, row)) || 1;
	return norms[row] ?? 1;
}

/** @returns Cosine of two words' vectors, -1 to 1. */
export function similarity(vectors: WordVectors, a: number, b: number): number {
	return dotRows(vectors.kernel.values, a, b) / (normOf(vectors, a) * normOf(vectors, b));
}

/** Room to compare words in. */
export interface CosineRoom {
	cosines: Float32Array;
	/** What the cosines are made of. */
	sums: Int32Array;
}

/** Vectors to compare many words with, filled one after the other. */
export class ComparedVectors {
	/** As {@link VectorKernel.multiplyRows} takes them. */
	readonly vectors: Int16Array;
	#count = 0;

	/** @param count - How many there will be. */
	constructor(count: number) {
		this.vectors = new Int16Array(count * WIDE);
	}

	/** Adds a vector of length 1, in steps of {@link UNIT_STEPS}. */
	add(vector: Int16Array): void {
		this.vectors.set(vector, this.#count++ * WIDE);
	}

	/** How many there are. */
	get count(): number {
		return this.#count;
	}

	/**
	 * Compares words, by their rows, with all of them.
	 *
	 * @param amount - How many words there are.
	 * @param at - From where on `cosines` receives each word's cosine with each vector, -1 to 1.
	 */
	compareRows(vectors: WordVectors, rows: Int32Array, amount: number, { sums, cosines }: CosineRoom, at: number): void {
		vectors.kernel.multiplyRows(rows, amount, this.vectors, sums);
		for (let word = 0, from = 0; word < amount; word++) {
			const scale = 1 / (UNIT_STEPS * normOf(vectors, rows[word] ?? 0));
			for (let i = 0; i < this.#count; i++, from++) {
				cosines[at + from] = (sums[from] ?? 0) * scale;
			}
		}
	}
}

/** Steps of a value of a vector that is no word's. */
export const UNIT_STEPS = 8192;

/** @param vector - Of length 1. @returns The same in steps of {@link UNIT_STEPS}: whole numbers are summed in half the time. */
export function toUnitSteps(vector: Float32Array): Int16Array {
	const steps = new Int16Array(VECTOR_WIDTH);
	for (let i = 0; i < VECTOR_WIDTH; i++) steps[i] = Math.round(UNIT_STEPS * (vector[i] ?? 0));
	return steps;
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
	const length = lengthOf(vector);
	if (length > 0) for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length;
	return vector;
}

/** @returns Its length. */
export function lengthOf(vector: Float32Array): number {
	let squares = 0;
	for (let i = 0; i < vector.length; i++) squares += (vector[i] ?? 0) ** 2;
	return Math.sqrt(squares);
}
