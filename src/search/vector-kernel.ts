import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { packagePath } from '../package-root.js';

/** Values of one word's vector. */
export const VECTOR_WIDTH = 100;

/** Word vectors, one behind the other, and the arithmetic on them. All sums are of whole numbers, so they are exact. */
export interface VectorKernel {
	/** Rows of {@link VECTOR_WIDTH} bytes. */
	readonly values: Int8Array;
	/**
	 * Multiplies one row with others.
	 *
	 * @returns The sum of products with each of the others; good until the next call.
	 */
	multiply(row: number, others: Int32Array): Int32Array;
}

/** Values of a row as the kernel in WebAssembly compares it: 16 bits each, and zeros to a multiple of eight. */
const WIDE = 104;
/** So many rows have room in its memory; a longer text than that is compared by the plain kernel. */
const OTHERS_MAX = 256;
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
	// The last vector is read a little past its end.
	const othersAt = Math.ceil((size + WIDE) / 16) * 16;
	const sumsAt = othersAt + OTHERS_MAX * WIDE * 2;
	const memory = new WebAssembly.Memory({ initial: Math.ceil((sumsAt + OTHERS_MAX * 4) / PAGE_BYTES) });
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } });
	const multiply = exports.multiply as (vector: number, others: number, count: number, sums: number) => void;
	const values = new Int8Array(memory.buffer, 0, size);
	const wide = new Int16Array(memory.buffer, othersAt, OTHERS_MAX * WIDE);
	const sums = new Int32Array(memory.buffer, sumsAt, OTHERS_MAX);
	const plain = createPlainKernel(values);
	fill(values);
	let loaded: Int32Array | null = null;
	return {
		values,
		multiply: (row, others) => {
			if (others.length > OTHERS_MAX) return plain.multiply(row, others);
			// A question compares the same rows with many.
			if (loaded !== others) load(others);
			multiply(row * VECTOR_WIDTH, othersAt, others.length, sumsAt);
			return sums;
		},
	};

	function load(others: Int32Array): void {
		others.forEach((row, i) => {
			for (let k = 0; k < VECTOR_WIDTH; k++) wide[i * WIDE + k] = values[row * VECTOR_WIDTH + k] ?? 0;
		});
		loaded = others;
	}
}

/** @returns The kernel in JavaScript: ten times slower, the results equal. */
export function createPlainKernel(values: Int8Array): VectorKernel {
	let sums = new Int32Array(OTHERS_MAX);
	return {
		values,
		multiply: (row, others) => {
			if (others.length > sums.length) sums = new Int32Array(others.length);
			others.forEach((other, i) => {
				sums[i] = dotRows(values, row, other);
			});
			return sums;
		},
	};
}

/** @returns The sum of products of two rows. */
export function dotRows(values: Int8Array, a: number, b: number): number {
	let sum = 0;
	const to = (a + 1) * VECTOR_WIDTH;
	for (let i = a * VECTOR_WIDTH, j = b * VECTOR_WIDTH; i < to; i++, j++) sum += (values[i] ?? 0) * (values[j] ?? 0);
	return sum;
}
