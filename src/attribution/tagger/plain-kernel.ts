import type { Kernel, KernelMatrix } from './kernel.js';

const { fround } = Math;
const LANES = 4;

/**
 * The kernel in JavaScript: where there is no WebAssembly, and to check it against. Every operation is rounded to 32
 * bits and every sum taken in four lanes, as `training/attribution/kernel.ts` does, so that the results are the same to
 * the last bit.
 */
export function createPlainKernel(bytes: number): Kernel {
	const buffer = new ArrayBuffer(bytes);
	const shorts = new Int16Array(buffer);
	const unsigned = new Uint16Array(buffer);
	const floats = new Float32Array(buffer);
	return { buffer, multiply, quantize, gate, relate };

	function multiply(values: number, rows: number, matrix: KernelMatrix, length: number, step: number): void {
		const { address, pairs, blocks, taps } = matrix;
		const outputs = blocks * 8;
		const scales = (address + outputs * taps * pairs * 4) >> 2;
		for (let row = 0; row < length; row++) {
			for (let output = 0; output < outputs; output++) {
				let weight = (address >> 1) + (output >> 3) * taps * pairs * 16 + (output & 7) * 2;
				let sum = 0;
				for (let tap = 0; tap < taps; tap++) {
					const seen = rows + row * pairs * 4 + (tap - (taps >> 1)) * step;
					if (seen < rows || seen >= rows + length * pairs * 4) {
						weight += pairs * 16;
						continue;
					}
					for (let value = seen >> 1; value < (seen >> 1) + pairs * 2; value += 2, weight += 16) {
						sum += at(shorts, value) * at(shorts, weight);
						sum += at(shorts, value + 1) * at(shorts, weight + 1);
					}
				}
				const scaled = fround(fround(sum) * at(floats, scales + output));
				floats[(values >> 2) + row * outputs + output] = scaled + at(floats, scales + outputs + output);
			}
		}
	}

	function quantize(rows: number, values: number, count: number, least: number): void {
		for (let i = 0; i < count; i++) {
			const steps = Math.floor(fround(fround(at(floats, (values >> 2) + i) * 1024) + 0.5));
			shorts[(rows >> 1) + i] = Math.max(least, Math.min(32_767, steps));
		}
	}

	function gate(values: number, gates: number, norm: number, length: number, width: number): void {
		const gain = norm >> 2;
		for (let row = 0; row < length; row++) {
			const x = (values >> 2) + row * width;
			const a = (gates >> 2) + row * 2 * width;
			for (let j = 0; j < width; j++) {
				floats[x + j] = at(floats, x + j) + fround(Math.max(0, at(floats, a + j)) * sigmoid(at(floats, a + width + j)));
			}
			const mean = fround(total(width, (j) => at(floats, x + j)) * fround(1 / width));
			const squares = total(width, (j) => {
				const difference = fround(at(floats, x + j) - mean);
				return fround(difference * difference);
			});
			const variance = fround(fround(squares * fround(1 / width)) + fround(1e-5));
			const factor = fround(1 / fround(Math.sqrt(variance)));
			for (let j = 0; j < width; j++) {
				const value = fround(fround(at(floats, x + j) - mean) * factor);
				floats[x + j] = fround(value * at(floats, gain + j)) + at(floats, gain + width + j);
			}
		}
	}

	function relate(
		values: number,
		tokens: number,
		cue: number,
		table: number,
		places: number,
		length: number,
		width: number,
	): void {
		for (let row = 0; row < length; row++) {
			const place = (table >> 2) + at(unsigned, (places >> 1) + row) * width;
			for (let j = 0; j < width; j++) {
				const sum = fround(at(floats, (tokens >> 2) + row * width + j) + at(floats, (cue >> 2) + j));
				floats[(values >> 2) + row * width + j] = Math.max(0, fround(sum + at(floats, place + j)));
			}
		}
	}
}

/** Adds up in four lanes, then the lanes by twos. */
function total(count: number, value: (index: number) => number): number {
	const lanes = [0, 0, 0, 0];
	for (let i = 0; i < count; i++) lanes[i % LANES] = fround((lanes[i % LANES] as number) + value(i));
	const [a, b, c, d] = lanes as [number, number, number, number];
	return fround(fround(a + b) + fround(c + d));
}

/** Taylor series of 2^f, the highest power first. */
const SERIES = [0.0013333558146428443, 0.009618129107628477, 0.05550410866482158, 0.24022650695910072, Math.LN2, 1].map(
	fround,
);

/** 1 / (1 + e^-x), right to a few millionths. */
function sigmoid(x: number): number {
	const power = Math.max(-126, Math.min(126, fround(x * fround(-Math.LOG2E))));
	const whole = Math.floor(fround(power + 0.5));
	const f = fround(power - whole);
	const series = SERIES.reduce((sum, each) => fround(fround(sum * f) + each));
	return fround(1 / fround(1 + fround(series * 2 ** whole)));
}

const at = (values: Int16Array | Uint16Array | Float32Array, index: number): number => values[index] as number;
