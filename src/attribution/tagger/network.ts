import { LABELS } from './chain.js';
import type { GatedLayer, Matrix, TaggerWeights } from './weights.js';
import { STEPS, VECTOR_STEP, VECTOR_WIDTH } from './weights.js';

/** A token as rows of the tagger's tables: the vector's, then one of every embedding table. */
export interface TokenRows {
	readonly vector: number;
	readonly embeddings: readonly number[];
}

/** Where a cue is, and how every token of the unit lies to it: rows of the distance and the relation table. */
export interface CuePlace {
	/** First and last token, from the start of the unit. */
	readonly first: number;
	readonly last: number;
	readonly distances: Uint8Array;
	readonly relations: Uint8Array;
}

/** Values of the tokens of a unit, token by token. */
export interface States {
	readonly length: number;
	readonly values: Float32Array;
}

/** Reads a unit: what every token means where it stands. */
export function encode(weights: TaggerWeights, tokens: readonly TokenRows[]): States {
	const length = tokens.length;
	const stride = weights.input.pairs * 2;
	const { rows } = weights;
	rows.fill(0, 0, padded(length) * stride);
	tokens.forEach((token, t) => {
		let at = t * stride;
		const vector = token.vector * VECTOR_WIDTH;
		for (let i = 0; i < VECTOR_WIDTH; i++) rows[at++] = (weights.vectors[vector + i] as number) * VECTOR_STEP;
		weights.embeddings.forEach((table, k) => {
			const row = (token.embeddings[k] ?? 0) * table.width;
			for (let i = 0; i < table.width; i++) rows[at++] = table.values[row + i] as number;
		});
	});
	const values = multiply(weights, weights.input, length, weights.width);
	for (const layer of weights.encoder) convolve(weights, layer, values, length, weights.width);
	return { length, values };
}

/** @returns For every token the probabilities of no cue, of a cue's first word and of one of its further words. */
export function readCues(weights: TaggerWeights, { values, length }: States): Float32Array {
	load(weights, values, length, weights.width, weights.cueHidden.pairs * 2);
	const hidden = multiply(weights, weights.cueHidden, length, weights.cueHidden.blocks * 8);
	for (let i = 0; i < hidden.length; i++) hidden[i] = Math.max(0, hidden[i] as number);
	load(weights, hidden, length, weights.cueHidden.blocks * 8, weights.cueOut.pairs * 2);
	const scores = multiply(weights, weights.cueOut, length, 3);
	for (let t = 0; t < length * 3; t += 3) {
		const odds = [0, 1, 2].map((k) => Math.exp(Math.min(60, (scores[t + k] as number) - (scores[t] as number))));
		const total = odds.reduce((sum, value) => sum + value, 0);
		odds.forEach((value, k) => {
			scores[t + k] = value / total;
		});
	}
	return scores;
}

/** Prepares the reading of roles in a unit: gives for a cue the label scores of every token, `LABELS` each. */
export function createRoleReader(weights: TaggerWeights, states: States): (cue: CuePlace) => Float64Array {
	const { length } = states;
	const width = weights.pairWidth;
	load(weights, states.values, length, weights.width, weights.token.pairs * 2);
	const tokens = multiply(weights, weights.token, length, width);
	const cues = multiply(weights, weights.cue, length, width);
	const values = new Float32Array(length * width);
	return ({ first, last, distances, relations }) => {
		for (let t = 0; t < length; t++) {
			const distance = (distances[t] as number) * width;
			const relation = (relations[t] as number) * width;
			for (let j = 0; j < width; j++) {
				const cue = ((cues[first * width + j] as number) + (cues[last * width + j] as number)) / 2;
				const place =
					(weights.distance.values[distance + j] as number) + (weights.relation.values[relation + j] as number);
				values[t * width + j] = Math.max(0, (tokens[t * width + j] as number) + cue + place);
			}
		}
		for (const layer of weights.pair) convolve(weights, layer, values, length, width);
		load(weights, values, length, width, weights.roleOut.pairs * 2);
		return Float64Array.from(multiply(weights, weights.roleOut, length, LABELS));
	};
}

/** norm(x + relu(a) * sigmoid(b)), in place, where a and b are one convolution of width 3. */
function convolve(weights: TaggerWeights, layer: GatedLayer, x: Float32Array, length: number, width: number): void {
	const { sums } = weights;
	const { matrix, dilation } = layer;
	load(weights, x, length, width, width, dilation);
	run(weights, matrix, length, dilation * width * 2);
	const columns = matrix.blocks * 8;
	for (let t = 0; t < length; t++) gateRow(sums, t * columns, x, t * width, width, layer);
}

function gateRow(sums: Int32Array, s: number, x: Float32Array, o: number, width: number, layer: GatedLayer): void {
	const { gain, shift } = layer;
	const { scale, bias } = layer.matrix;
	let mean = 0;
	for (let j = 0; j < width; j++) {
		let value = x[o + j] as number;
		const a = (sums[s + j] as number) * (scale[j] as number) + (bias[j] as number);
		if (a > 0) {
			const k = width + j;
			value += a * sigmoid((sums[s + k] as number) * (scale[k] as number) + (bias[k] as number));
			x[o + j] = value;
		}
		mean += value;
	}
	mean /= width;
	let variance = 0;
	for (let j = 0; j < width; j++) {
		const d = (x[o + j] as number) - mean;
		variance += d * d;
	}
	const factor = 1 / Math.sqrt(variance / width + 1e-5);
	for (let j = 0; j < width; j++) {
		x[o + j] = ((x[o + j] as number) - mean) * factor * (gain[j] as number) + (shift[j] as number);
	}
}

/** Rows a kernel call works on: a multiple of four. */
const padded = (length: number): number => (length + 3) & ~3;

/** Lays values out as rows for the kernel, `margin` empty rows before and behind them. */
function load(
	{ rows }: TaggerWeights,
	values: Float32Array,
	length: number,
	width: number,
	stride: number,
	margin = 0,
): void {
	const start = margin * stride;
	const end = start + length * stride;
	rows.fill(0, 0, start);
	rows.fill(0, end, start + (padded(length) + margin) * stride);
	if (stride !== width) rows.fill(0, start, end);
	for (let t = 0; t < length; t++) {
		const from = t * width;
		const to = start + t * stride;
		for (let j = 0; j < width; j++) rows[to + j] = steps(values[from + j] as number);
	}
}

function run({ kernel, rows, sums }: TaggerWeights, matrix: Matrix, length: number, step = 0): void {
	const { address, pairs, blocks, taps } = matrix;
	const [x, y] = [rows.byteOffset, sums.byteOffset];
	kernel.multiply({ y, x, w: address, rows: padded(length), pairs, blocks, taps, step });
}

/** Multiplies the loaded rows and gives the first `width` outputs of each. */
function multiply(weights: TaggerWeights, matrix: Matrix, length: number, width: number): Float32Array {
	run(weights, matrix, length);
	const { sums } = weights;
	const { scale, bias } = matrix;
	const columns = matrix.blocks * 8;
	const out = new Float32Array(length * width);
	for (let t = 0; t < length; t++) {
		for (let j = 0; j < width; j++) {
			out[t * width + j] = (sums[t * columns + j] as number) * (scale[j] as number) + (bias[j] as number);
		}
	}
	return out;
}

/** The nearest whole number of 1/1024, as far as 16 bits reach. */
function steps(value: number): number {
	const whole = Math.floor(value * STEPS + 0.5);
	return Math.max(-32_768, Math.min(32_767, whole));
}

const SIGMOID_STEPS = 128;
const SIGMOID_REACH = 8;
const SIGMOIDS = Float64Array.from(
	{ length: 2 * SIGMOID_REACH * SIGMOID_STEPS + 1 },
	(_, i) => 1 / (1 + Math.exp(SIGMOID_REACH - i / SIGMOID_STEPS)),
);

/** From a table, right to a thousandth: exponentials took a quarter of the time. */
function sigmoid(x: number): number {
	if (x <= -SIGMOID_REACH) return 0;
	if (x >= SIGMOID_REACH) return 1;
	return SIGMOIDS[((x + SIGMOID_REACH) * SIGMOID_STEPS + 0.5) | 0] as number;
}
