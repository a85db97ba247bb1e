import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { packagePath } from '../package-root.js';

/** Values of one word's vector. */
export const VECTOR_WIDTH = 100;

/** Word vectors, one behind the other, and the arithmetic on them. All sums are of whole numbers, so they are exact. */
export interface VectorKernel {
	/** Rows of {@link VECTOR_WIDTH} bytes. */
	readonly values: Int8Array;
	/**
	 * Multiplies some rows with vectors.
	 *
	 * @param amount - How many of `rows` there are.
	 * @param vectors - One behind the other, each {@link WIDE} values; kept in the kernel until others come, so they must
	 * not change.
	 * @param sums - Receives the sums of products: the first row's with each vector, then the second row's, and so on.
	 */
	multiplyRows(rows: Int32Array, amount: number, vectors: Int16Array, sums: Int32Array): void;
	/**
	 * Multiplies one row that is not one of the kernel's own.
	 *
	 * @param rows - Rows of {@link VECTOR_WIDTH} bytes, four bytes a number.
	 * @returns The sum of products with each vector; good until the next call.
	 */
	multiplyOther(rows: Int32Array, row: number, vectors: Int16Array): Int32Array;
}

/** Numbers of 32 bits that a row takes. */
const ROW_WORDS = VECTOR_WIDTH / 4;

/** Values of a vector as a row is multiplied with it: {@link VECTOR_WIDTH}, and zeros to a multiple of eight. */
export const WIDE = 104;
/** So many vectors have room in the kernel's memory; those of a longer text are multiplied by the plain one. */
const VECTORS_MAX = 256;
/** So many rows are multiplied at once. */
const ROWS_MAX = 256;
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
	const otherAt = vectorsAt + VECTORS_MAX * WIDE * 2;
	const rowsAt = otherAt + WIDE + 8;
	const sumsAt = rowsAt + ROWS_MAX * 4;
	const end = sumsAt + ROWS_MAX * VECTORS_MAX * 4;
	const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE_BYTES) });
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } });
	const { multiply, multiplyRows } = exports as unknown as KernelExports;
	const values = new Int8Array(memory.buffer, 0, size);
	const room = new Int16Array(memory.buffer, vectorsAt, VECTORS_MAX * WIDE);
	const other = new Int32Array(memory.buffer, otherAt, ROW_WORDS);
	const rowsRoom = new Int32Array(memory.buffer, rowsAt, ROWS_MAX);
	const sumsRoom = new Int32Array(memory.buffer, sumsAt, ROWS_MAX * VECTORS_MAX);
	const plain = createPlainKernel(values);
	fill(values);
	let loaded: Int16Array | null = null;
	// A question compares the same vectors with many rows.
	const load = (vectors: Int16Array) => {
		if (loaded !== vectors) room.set(vectors);
		loaded = vectors;
		return vectors.length / WIDE;
	};
	return {
		values,
		multiplyRows: (rows, amount, vectors, sums) => {
			if (vectors.length > room.length) return plain.multiplyRows(rows, amount, vectors, sums);
			const count = load(vectors);
			for (let done = 0; done < amount; done += ROWS_MAX) {
				const some = Math.min(ROWS_MAX, amount - done);
				for (let i = 0; i < some; i++) rowsRoom[i] = (rows[done + i] ?? 0) * VECTOR_WIDTH;
				multiplyRows(rowsAt, some, vectorsAt, count, sumsAt);
				sums.set(sumsRoom.subarray(0, some * count), done * count);
			}
		},
		multiplyOther: (rows, row, vectors) => {
			if (vectors.length > room.length) return plain.multiplyOther(rows, row, vectors);
			const count = load(vectors);
			for (let i = 0, from = row * ROW_WORDS; i < ROW_WORDS; i++, from++) other[i] = rows[from] ?? 0;
			multiply(otherAt, vectorsAt, count, sumsAt);
			return sumsRoom;
		},
	};
}

/** Of `training/lexicon/vector-kernel.ts`; numbers are addresses and counts. */
interface KernelExports {
	multiply(vector: number, others: number, count: number, sums: number): void;
	multiplyRows(vectors: number, amount: number, others: number, count: number, sums: number): void;
}

/** @returns The kernel in JavaScript: ten times slower, the results equal. */
export function createPlainKernel(values: Int8Array): VectorKernel {
	let kept = new Int32Array(VECTORS_MAX);
	return {
		values,
		multiplyRows: (rows, amount, vectors, sums) => {
			const count = vectors.length / WIDE;
			for (let i = 0; i < amount; i++) multiplyPlain(values, rows[i] ?? 0, vectors, sums, i * count);
		},
		multiplyOther: (rows, row, vectors) => {
			if (vectors.length / WIDE > kept.length) kept = new Int32Array(vectors.length / WIDE);
			multiplyPlain(new Int8Array(rows.buffer, rows.byteOffset), row, vectors, kept, 0);
			return kept;
		},
	};
}

function multiplyPlain(values: Int8Array, row: number, vectors: Int16Array, sums: Int32Array, at: number): void {
	for (let vector = 0; vector < vectors.length / WIDE; vector++) {
		let sum = 0;
		for (let i = 0; i < VECTOR_WIDTH; i++) {
			sum += (values[row * VECTOR_WIDTH + i] ?? 0) * (vectors[vector * WIDE + i] ?? 0);
		}
		sums[at + vector] = sum;
	}
}

/** @returns The sum of products of two rows. */
export function dotRows(values: Int8Array, a: number, b: number): number {
	let sum = 0;
	const to = (a + 1) * VECTOR_WIDTH;
	for (let i = a * VECTOR_WIDTH, j = b * VECTOR_WIDTH; i < to; i++, j++) sum += (values[i] ?? 0) * (values[j] ?? 0);
	return sum;
}
