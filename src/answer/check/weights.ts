import { readFileSync } from 'node:fs';
import { packagePath } from '../../package-root.js';

/** A layer's weights: for each output one row of inputs, its bias last. */
export type Layer = readonly (readonly number[])[];

/** A small network: inputs to hidden (tanh), hidden and inputs to the three verdicts. */
export interface Network {
	readonly hidden: Layer;
	readonly fromHidden: Layer;
	/** Straight from the inputs; no bias. */
	readonly direct: Layer;
}

/** What `training/check/train.mjs` learned. */
export interface CheckWeights {
	/** Weight of each feature for ranking evidence. */
	readonly evidence: Readonly<Record<string, number>>;
	/** For whole articles, and for texts of a few sentences. */
	readonly long: VerdictWeights;
	readonly short: VerdictWeights;
}

/** The networks for one kind of text. */
export interface VerdictWeights {
	/** Names of the verdict's inputs, in order, with mean and spread over the training claims. */
	readonly inputs: readonly (readonly [name: string, mean: number, spread: number])[];
	/** Their probabilities are averaged. */
	readonly networks: readonly Network[];
}

let weights: CheckWeights | undefined;

export function getWeights(): CheckWeights {
	weights ??= JSON.parse(readFileSync(packagePath('data', 'lexicon', 'check-weights.json'), 'utf8')) as CheckWeights;
	return weights;
}
