import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { packagePath } from '../package-root.js';

/** Values of one word's vector. */
export const VECTOR_WIDTH = 100;

/** Word vectors, one behind the other, and the arithmetic on them. All sums are of whole numbers, so they are exact. */
export interface VectorKernel {
	/** Rows of {@link VECTOR_WIDTH} bytes. */
	readonly values: Int8Array;
	/**
	 * Multiplies one row with vectors.
	 *
	 * @param vectors - One behind the other, each {@link WIDE} values; kept in the kernel until others come, so they must
	 * not change.
	 * @returns The sum of products with each of them; good until the next call.
	 */
	multiply(row: number, vectors: Int16Array): Int32Array;
}

/** Values of a vector as a row is multiplied with it: {@link VECTOR_WIDTH}, and zeros to a multiple of eight. */
export const WIDE = 104;
/** So many vectors have room in the kernel's memory; those of a longer text are multiplied by the plain one. */
const VECTORS_MAX = 256;
const PAGE_BYTES = 65_536;

/** @returns The vectors of a file under `data/lexicon`, with arithmetic in WebAssembly where that has SIMD instructions. */
export function readVectorKernel(name: string): VectorKernel {
	const wasm = readFileSync(packagePath('data', 'lexicon', 'vector-kernel.wasm'));
	const file = openSync(packagePath('data', 'lexicon', name), 'r');
	try {
		const { size } = fstatSync(file);
		const hasSimd = typeof WebAssembly !== 'undefined' && WebAssembly.validate(wasm);
		return hasSimd ? createKernel(wasm, size, read) : createPlainKernel(read(new Int8Array(size)));
	} finally {
		closeSync(file);
	}

	function read(values: Int8Array): Int8Array {
		for (let done = 0; done < values.length; ) {
			const count = readSync(file, values, done, values.length - done, null);
			if (count === 0) break;
			done += count;
		}
		return values;
	}
}

function createKernel(wasm: Uint8Array<ArrayBuffer>, size: number, fill: (values: Int8Array) => void): VectorKernel {
	// The last row is read a little past its end.
	const vectorsAt = Math.ceil((size + WIDE) / 16) * 16;
	const sumsAt = vectorsAt + VECTORS_MAX * WIDE * 2;
	const memory = new WebAssembly.Memory({ initial: Math.ceil((sumsAt + VECTORS_MAX * 4) / PAGE_BYTES) });
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } });
	const multiply = exports.multiply as (row: number, vectors: number, count: number, sums: number) => void;
	const values = new Int8Array(memory.buffer, 0, size);
	const room = new Int16Array(memory.buffer, vectorsAt, VECTORS_MAX * WIDE);
	const sums = new Int32Array(memory.buffer, sumsAt, VECTORS_MAX);
	const plain = createPlainKernel(values);
	fill(values);
	let loaded: Int16Array | null = null;
	return {
		values,
		multiply: (row, vectors) => {
			if (vectors.length > room.length) return plain.multiply(row, vectors);
			// A question compares the same vectors with many rows.
			if (loaded !== vectors) room.set(vectors);
			loaded = vectors;
			multiply(row * VECTOR_WIDTH, vectorsAt, vectors.length / WIDE, sumsAt);
			return sums;
		},
	};
}

/** @returns The kernel in JavaScript: ten times slower, the results equal. */
export function createPlainKernel(values: Int8Array): VectorKernel {
	let sums = new Int32Array(VECTORS_MAX);
	return {
		values,
		multiply: (row, vectors) => {
			const count = vectors.length / WIDE;
			if (count > sums.length) sums = new Int32Array(count);
			for (let vector = 0; vector < count; vector++) {
				let sum = 0;
				for (let i = 0; i < VECTOR_WIDTH; i++) {
					sum += (values[row * VECTOR_WIDTH + i] ?? 0) * (vectors[vector * WIDE + i] ?? 0);
				}
				sums[vector] = sum;
			}
			return sums;
		},
	};
}

/** @returns Rows as vectors to multiply others with. */
export function widenRows(values: Int8Array, rows: Int32Array): Int16Array {
	const vectors = new Int16Array(rows.length * WIDE);
	rows.forEach((row, place) => {
		for (let i = 0; i < VECTOR_WIDTH; i++) vectors[place * WIDE + i] = values[row * VECTOR_WIDTH + i] ?? 0;
	});
	return vectors;
}

/** @returns The sum of products of two rows. */
export function dotRows(values: Int8Array, a: number, b: number): number {
	let sum = 0;
	const to = (a + 1) * VECTOR_WIDTH;
	for (let i = a * VECTOR_WIDTH, j = b * VECTOR_WIDTH; i < to; i++, j++) sum += (values[i] ?? 0) * (values[j] ?? 0);
	return sum;
}
