import { readFileSync } from 'node:fs';
import { packagePath } from '../../package-root.js';

/** What to multiply: addresses in bytes, inside the kernel's memory. */
export interface Product {
	/** Where the sums go: `rows` rows of `8 * blocks`, 32 bits each. */
	readonly y: number;
	/** The first row of values, 16 bits each, `2 * pairs` a row. */
	readonly x: number;
	/** Weights as {@link packWeights} lays them out. */
	readonly w: number;
	/** A multiple of four. */
	readonly rows: number;
	readonly pairs: number;
	readonly blocks: number;
	/** How many rows of values an output row sees, and how far apart they lie: more than one makes a convolution. */
	readonly taps: number;
	readonly step: number;
}

/** The memory that the matrices lie in, and the function that multiplies there. */
export interface Kernel {
	readonly buffer: ArrayBuffer;
	/** Sums of whole numbers do not depend on their order, so every machine gets the same result. */
	multiply(product: Product): void;
}

const PAGE_BYTES = 65_536;

/**
 * @param bytes - How much memory the matrices need.
 * @returns A kernel in WebAssembly, or where that or its SIMD instructions are missing the same in JavaScript: about
 * twenty times slower, the results equal to the last bit.
 */
export function createKernel(bytes: number): Kernel {
	const wasm = readFileSync(packagePath('data', 'lexicon', 'tagger-kernel.wasm'));
	if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(wasm)) return createPlainKernel(bytes);
	const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } });
	const multiply = exports.multiply as (...values: number[]) => void;
	return {
		buffer: memory.buffer,
		multiply: ({ y, x, w, rows, pairs, blocks, taps, step }) => multiply(y, x, w, rows, pairs, blocks, taps, step),
	};
}

/** The kernel in JavaScript. */
export function createPlainKernel(bytes: number): Kernel {
	const buffer = new ArrayBuffer(Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES);
	const values = new Int16Array(buffer);
	const sums = new Int32Array(buffer);
	const multiply = ({ y, x, w, rows, pairs, blocks, taps, step }: Product) => {
		for (let row = 0; row < rows; row++) {
			for (let output = 0; output < blocks * 8; output++) {
				let weight = (w >> 1) + (output >> 3) * taps * pairs * 16 + (output & 7) * 2;
				let sum = 0;
				for (let tap = 0; tap < taps; tap++) {
					let value = ((x + tap * step) >> 1) + row * pairs * 2;
					for (let pair = 0; pair < pairs; pair++, value += 2, weight += 16) {
						sum += (values[value] as number) * (values[weight] as number);
						sum += (values[value + 1] as number) * (values[weight + 1] as number);
					}
				}
				sums[(y >> 2) + row * blocks * 8 + output] = sum;
			}
		}
	};
	return { buffer, multiply };
}

/**
 * Lays a matrix out as the kernel reads it: blocks of eight outputs, in each block the inputs by twos.
 *
 * @param weights - `outputs` rows of `inputs` values; missing outputs and inputs are filled up with zeros.
 * @param packed - Where to write: `packedLength(outputs, inputs)` values.
 */
export function packWeights(weights: Int8Array, outputs: number, inputs: number, packed: Int16Array): void {
	const pairs = (inputs + 1) >> 1;
	for (let output = 0; output < outputs; output++) {
		const start = (output >> 3) * pairs * 16 + (output & 7) * 2;
		for (let input = 0; input < inputs; input++) {
			packed[start + (input >> 1) * 16 + (input & 1)] = weights[output * inputs + input] as number;
		}
	}
}

/** How many 16-bit values {@link packWeights} writes. */
export function packedLength(outputs: number, inputs: number): number {
	return ((outputs + 7) >> 3) * ((inputs + 1) >> 1) * 16;
}
