import { LABELS } from './chain.js';
import type { KernelMatrix } from './kernel.js';
import type { GatedLayer, TaggerWeights } from './weights.js';
import { VECTOR_STEP, VECTOR_WIDTH } from './weights.js';

/** A token as rows of the tagger's tables: the vector's, then one of every embedding table. */
export interface TokenRows {
	readonly vector: number;
	readonly embeddings: readonly number[];
}

/** Where a cue is, and how every token of the unit lies to it: rows of the place table. */
export interface CuePlace {
	/** First and last token, from the start of the unit. */
	readonly first: number;
	readonly last: number;
	readonly places: Uint16Array;
}

/** Probabilities a token: of no cue, of a cue's first word, of one of its further words. */
export const CUE_LABELS = 3;

/**
 * Reads a unit: what every token means where it stands. The result stays with the weights, for {@link readCues} and
 * {@link createRoleReader}, until the next unit is encoded.
 */
export function encode(weights: TaggerWeights, tokens: readonly TokenRows[]): void {
	const { kernel, scratch, input, width, shorts, vectors, embeddings } = weights;
	let row = scratch.rows >> 1;
	for (const token of tokens) {
		let at = row;
		const vector = token.vector * VECTOR_WIDTH;
		for (let i = 0; i < VECTOR_WIDTH; i++) shorts[at++] = (vectors[vector + i] as number) * VECTOR_STEP;
		for (let k = 0; k < embeddings.length; k++) {
			const { width: columns, values } = embeddings[k] as (typeof embeddings)[number];
			const start = (token.embeddings[k] as number) * columns;
			for (let i = start; i < start + columns; i++) shorts[at++] = values[i] as number;
		}
		row += input.pairs * 2;
		while (at < row) shorts[at++] = 0;
	}
	kernel.multiply(scratch.states, scratch.rows, input, tokens.length, 0);
	for (const layer of weights.encoder) convolve(weights, layer, scratch.states, tokens.length, width);
}

/** @returns For every token of the encoded unit {@link CUE_LABELS} probabilities. */
export function readCues(weights: TaggerWeights, length: number): Float32Array {
	const { scratch, floats, cueHidden, cueOut, width } = weights;
	multiply(weights, scratch.hidden, scratch.states, cueHidden, length, width);
	multiply(weights, scratch.gates, scratch.hidden, cueOut, length, cueHidden.blocks * 8, 0);
	const probabilities = new Float32Array(length * CUE_LABELS);
	for (let t = 0; t < length; t++) {
		const scores = (scratch.gates >> 2) + t * cueOut.blocks * 8;
		const outside = floats[scores] as number;
		const begin = Math.exp(Math.min(60, (floats[scores + 1] as number) - outside));
		const inside = Math.exp(Math.min(60, (floats[scores + 2] as number) - outside));
		const total = 1 + begin + inside;
		probabilities[t * CUE_LABELS] = 1 / total;
		probabilities[t * CUE_LABELS + 1] = begin / total;
		probabilities[t * CUE_LABELS + 2] = inside / total;
	}
	return probabilities;
}

/** Prepares the reading of roles in the encoded unit: gives for a cue the label scores of every token, `LABELS` each. */
export function createRoleReader(weights: TaggerWeights, length: number): (cue: CuePlace) => Float64Array {
	const { kernel, scratch, floats, shorts, roleOut, width, pairWidth } = weights;
	multiply(weights, scratch.tokens, scratch.states, weights.token, length, width);
	multiply(weights, scratch.cues, scratch.states, weights.cue, length, width);
	return ({ first, last, places }) => {
		const [from, to] = [first, last].map((token) => (scratch.cues >> 2) + token * pairWidth) as [number, number];
		for (let j = 0; j < pairWidth; j++) {
			floats[(scratch.cue >> 2) + j] = ((floats[from + j] as number) + (floats[to + j] as number)) / 2;
		}
		shorts.set(places, scratch.places >> 1);
		kernel.relate(scratch.roles, scratch.tokens, scratch.cue, weights.places, scratch.places, length, pairWidth);
		for (const layer of weights.pair) convolve(weights, layer, scratch.roles, length, pairWidth);
		multiply(weights, scratch.gates, scratch.roles, roleOut, length, pairWidth);
		const scores = new Float64Array(length * LABELS);
		for (let t = 0; t < length; t++) {
			const row = (scratch.gates >> 2) + t * roleOut.blocks * 8;
			for (let k = 0; k < LABELS; k++) scores[t * LABELS + k] = floats[row + k] as number;
		}
		return scores;
	};
}

const LEAST_SHORT = -32_768;

/** out = matrix(values), where values below `least` count as that. */
function multiply(
	{ kernel, scratch }: TaggerWeights,
	out: number,
	values: number,
	matrix: KernelMatrix,
	length: number,
	width: number,
	least = LEAST_SHORT,
): void {
	kernel.quantize(scratch.rows, values, length * width, least);
	kernel.multiply(out, scratch.rows, matrix, length, 0);
}

/** values = norm(values + relu(a) * sigmoid(b)), where a and b are one convolution of width 3. */
function convolve(
	{ kernel, scratch, shorts }: TaggerWeights,
	{ matrix, dilation, norm }: GatedLayer,
	values: number,
	length: number,
	width: number,
): void {
	kernel.quantize(scratch.rows, values, length * width, LEAST_SHORT);
	// The kernel looks up to three rows beyond; those before the rows are never written.
	const end = (scratch.rows >> 1) + length * width;
	shorts.fill(0, end, end + 3 * width);
	kernel.multiply(scratch.gates, scratch.rows, matrix, length, dilation * width * 2);
	kernel.gate(values, scratch.gates, norm, length, width);
}
