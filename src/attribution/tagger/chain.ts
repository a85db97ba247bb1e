/** Labels of the role head, for one cue. */
export const OUTSIDE = 0;
export const CONTENT_BEGIN = 1;
export const CONTENT_INSIDE = 2;
export const SOURCE_BEGIN = 3;
export const SOURCE_INSIDE = 4;
export const LABELS = 5;

/** What a label chain says about a run of tokens. */
export interface ChainReading {
	/** The most probable sequence of labels. */
	readonly path: Uint8Array;
	/** For every token, the probability that it is content, or source, whatever the others are. */
	readonly content: Float32Array;
	readonly source: Float32Array;
}

/**
 * Reads a linear chain of labels: the best path (Viterbi) and the probability of every label (forward–backward, scaled
 * at every token, so that it neither under- nor overflows).
 *
 * @param scores - `LABELS` scores a token.
 * @param transitions - Row = label before (the last row: nothing before), column = label; scores, with a large negative
 * one where a label may not follow.
 */
export function readChain(scores: Float64Array, transitions: Float64Array): ChainReading {
	const length = scores.length / LABELS;
	return { path: bestPath(scores, transitions, length), ...marginals(scores, transitions, length) };
}

function bestPath(scores: Float64Array, transitions: Float64Array, length: number): Uint8Array {
	const back = new Uint8Array(length * LABELS);
	let value = new Float64Array(LABELS);
	let next = new Float64Array(LABELS);
	for (let label = 0; label < LABELS; label++)
		value[label] = at(scores, label) + at(transitions, LABELS * LABELS + label);
	for (let token = 1; token < length; token++) {
		for (let label = 0; label < LABELS; label++) {
			let best = Number.NEGATIVE_INFINITY;
			for (let before = 0; before < LABELS; before++) {
				const sum = at(value, before) + at(transitions, before * LABELS + label);
				if (sum > best) {
					best = sum;
					back[token * LABELS + label] = before;
				}
			}
			next[label] = best + at(scores, token * LABELS + label);
		}
		[value, next] = [next, value];
	}
	const path = new Uint8Array(length);
	let label = value.indexOf(Math.max(...value));
	for (let token = length - 1; token >= 0; token--) {
		path[token] = label;
		label = back[token * LABELS + label] ?? 0;
	}
	return path;
}

function marginals(scores: Float64Array, transitions: Float64Array, length: number) {
	const weights = transitions.map(Math.exp);
	const local = new Float64Array(scores.length);
	const forward = new Float64Array(scores.length);
	for (let token = 0; token < length; token++) {
		const o = token * LABELS;
		let highest = Number.NEGATIVE_INFINITY;
		for (let label = 0; label < LABELS; label++) highest = Math.max(highest, at(scores, o + label));
		let total = 0;
		for (let label = 0; label < LABELS; label++) {
			local[o + label] = Math.exp(at(scores, o + label) - highest);
			let reach = token === 0 ? at(weights, LABELS * LABELS + label) : 0;
			for (let before = 0; token > 0 && before < LABELS; before++) {
				reach += at(forward, o - LABELS + before) * at(weights, before * LABELS + label);
			}
			const value = reach * at(local, o + label);
			forward[o + label] = value;
			total += value;
		}
		for (let label = 0; label < LABELS; label++) forward[o + label] = at(forward, o + label) / total;
	}
	const content = new Float32Array(length);
	const source = new Float32Array(length);
	let backward = new Float64Array(LABELS).fill(1);
	let previous = new Float64Array(LABELS);
	for (let token = length - 1; token >= 0; token--) {
		const o = token * LABELS;
		let total = 0;
		for (let label = 0; label < LABELS; label++) total += at(forward, o + label) * at(backward, label);
		const p = (label: number) => (at(forward, o + label) * at(backward, label)) / total;
		content[token] = p(CONTENT_BEGIN) + p(CONTENT_INSIDE);
		source[token] = p(SOURCE_BEGIN) + p(SOURCE_INSIDE);
		let scale = 0;
		for (let before = 0; before < LABELS; before++) {
			let sum = 0;
			for (let label = 0; label < LABELS; label++) {
				sum += at(weights, before * LABELS + label) * at(local, o + label) * at(backward, label);
			}
			previous[before] = sum;
			scale += sum;
		}
		for (let label = 0; label < LABELS; label++) previous[label] = at(previous, label) / scale;
		[backward, previous] = [previous, backward];
	}
	return { content, source };
}

const at = (values: Float64Array, index: number): number => values[index] as number;
