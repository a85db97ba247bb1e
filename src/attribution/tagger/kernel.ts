import { readLexicon } from '../lexicon.js';
import { createPlainKernel } from './plain-kernel.js';

/** A matrix in the kernel's memory: its address, and how it is laid out there. */
export interface KernelMatrix {
	readonly address: number;
	/** Inputs by twos, for each of its taps. */
	readonly pairs: number;
	/** Outputs by eights. */
	readonly blocks: number;
	/** How many rows of values an output row sees: more than one makes a convolution. */
	readonly taps: number;
}

/**
 * The arithmetic of the tagger. Addresses are bytes of `buffer`. Values are 32-bit floats, token by token; `rows` are
 * values as whole numbers of 1/1024, 16 bits each, which alone are multiplied, so that sums are exact.
 *
 * `training/attribution/kernel.ts` is the source; it says more.
 */
export interface Kernel {
	readonly buffer: ArrayBuffer;
	/**
	 * values = matrix(rows), with the matrix's scales and biases; a row of values has `8 * blocks`.
	 *
	 * @param step - How far apart the rows lie that an output row sees, in bytes. Three rows before and behind must be
	 * zero.
	 */
	multiply(values: number, rows: number, matrix: KernelMatrix, length: number, step: number): void;
	/** rows = values, none below `least`; `count` is a multiple of eight. */
	quantize(rows: number, values: number, count: number, least: number): void;
	/** values = norm(values + relu(a) * sigmoid(b)); a row of `gates` is one of a and one of b; `norm`: gains, shifts. */
	gate(values: number, gates: number, norm: number, length: number, width: number): void;
	/** values = relu(tokens + cue + the row of `table` that `places` gives for the token, 16 bits each). */
	relate(
		values: number,
		tokens: number,
		cue: number,
		table: number,
		places: number,
		length: number,
		width: number,
	): void;
}

/** {@link Kernel} as WebAssembly exports it. */
type Exports = Pick<Kernel, 'quantize' | 'gate' | 'relate'> & {
	multiply(
		values: number,
		rows: number,
		matrix: number,
		length: number,
		pairs: number,
		blocks: number,
		taps: number,
		step: number,
	): void;
};

const PAGE_BYTES = 65_536;

/**
 * @param bytes - How much memory is needed: a multiple of 16.
 * @returns A kernel in WebAssembly, or where that or its SIMD instructions are missing the same in JavaScript: many times
 * slower, the results equal to the last bit.
 */
export function createKernel(bytes: number): Kernel {
	const wasm = readLexicon('tagger-kernel.wasm');
	if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(wasm)) return createPlainKernel(bytes);
	const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
	const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } });
	const { multiply, quantize, gate, relate } = instance.exports as unknown as Exports;
	return {
		buffer: memory.buffer,
		multiply: (values, rows, { address, pairs, blocks, taps }, length, step) =>
			multiply(values, rows, address, length, pairs, blocks, taps, step),
		quantize,
		gate,
		relate,
	};
}
