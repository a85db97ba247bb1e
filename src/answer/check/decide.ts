import type { Evidence } from './rank-evidence.js';
import type { ReadText } from './read-text.js';
import { verdictFeatures } from './verdict-features.js';
import { getWeights, type Layer, type Network } from './weights.js';

export type Verdict = 'supported' | 'contradicted' | 'not-covered';

/** How likely each verdict is; together 1. */
export interface Probabilities {
	readonly supported: number;
	readonly contradicted: number;
	readonly notCovered: number;
}

/** What a claim is checked against: a whole article or what was found in many, or a few sentences. */
export type TextKind = 'long' | 'short';

/** Texts of at most so many sentences are short: training saw 1 to 6 there, and articles of 6 and more. */
const SHORT_MAX = 7;

interface Limits {
	readonly supported: number;
	readonly contradicted: number;
	/** For `contradicted` where the conflict is a negation, which may deny another word than it seems to. */
	readonly denied: number;
	/** For `supported` where the sentence says all words of the claim, its names in one order, without a conflict. */
	readonly plain: number;
	/** A claim is supported only when the sentence, or what stands around it, has so much of its words. */
	readonly covered: number;
}

// Chosen on held-out folds of the training claims: see docs/checking.md.
const LIMITS: Readonly<Record<TextKind, Limits>> = {
	long: { supported: 0.67, contradicted: 0.58, denied: 0.64, plain: 0.1, covered: 0.45 },
	short: { supported: 0.53, contradicted: 0.4, denied: 0.4, plain: 0.35, covered: 0.62 },
};
/** A conflict with a sentence that has less of the claim is a chance meeting of words. */
const TOUCHED_MIN = 0.3;
/** A conflict weaker than this is too doubtful to be pointed at. */
const CONFLICT_MIN = 0.3;

/**
 * Decides with caution: `supported` and `contradicted` need a probability of their own, and more than that:
 * `supported` that the words of the claim are covered, `contradicted` a conflict that can be shown.
 *
 * @param evidence - Best first.
 */
export function decideVerdict({ supported, contradicted }: Probabilities, evidence: readonly Evidence[]): Verdict {
	const [first] = evidence;
	if (!first) return 'not-covered';
	const limits = LIMITS[kindOfText(evidence)];
	const { features, differences } = first.comparison;
	if (isPlainlySaid(first) && (first.comparison.isPrinted || supported >= limits.plain)) return 'supported';
	if (supported >= contradicted) {
		return supported >= limits.supported && isCovered(first, limits.covered) ? 'supported' : 'not-covered';
	}
	const [strongest] = [...differences].sort((a, b) => b.strength - a.strength);
	if (!strongest || strongest.strength < CONFLICT_MIN || (features.coverage ?? 0) < TOUCHED_MIN) return 'not-covered';
	return contradicted >= (strongest.kind === 'negation' ? limits.denied : limits.contradicted)
		? 'contradicted'
		: 'not-covered';
}

/** Coverage of a claim that is plainly said. */
const ALL_COVERED = 0.95;

/** Short claims and texts were learned from apart from whole articles: a word shared with one of many sentences means less. */
export function kindOfText(evidence: readonly Evidence[]): TextKind {
	return evidence.length <= SHORT_MAX ? 'short' : 'long';
}

/** A place that neither the sentence nor what stands around it names may be all that the claim is about. */
function isCovered({ comparison: { features } }: Evidence, least: number): boolean {
	const { coverageNear = 0, placeMissing = 0, nameConflict = 0 } = features;
	return coverageNear >= least && placeMissing === 0 && nameConflict === 0;
}

function isPlainlySaid({ comparison: { features, differences, gist } }: Evidence): boolean {
	const { swappedSure = 0, negDiffers = 0 } = features;
	return gist >= ALL_COVERED && swappedSure === 0 && negDiffers === 0 && differences.length === 0;
}

/** @returns How likely each verdict is, by the trained networks. */
export function rateVerdicts(claim: ReadText, evidence: readonly Evidence[]): Probabilities {
	const { inputs, networks } = getWeights()[kindOfText(evidence)];
	const features = verdictFeatures(claim, evidence);
	const values = inputs.map(([name, mean, spread]) => {
		return Math.max(-SPREADS_MAX, Math.min(SPREADS_MAX, ((features[name] ?? 0) - mean) / spread));
	});
	const sums = [0, 0, 0];
	for (const network of networks) {
		for (const [index, share] of run(network, values).entries())
			sums[index] = (sums[index] ?? 0) + share / networks.length;
	}
	const [supported = 0, contradicted = 0, notCovered = 0] = sums;
	return { supported, contradicted, notCovered };
}

/** An input far outside what training saw says no more than one at this distance. */
const SPREADS_MAX = 4;

function run({ hidden, fromHidden, direct }: Network, values: readonly number[]): number[] {
	const inner = multiply(hidden, values).map(Math.tanh);
	const straight = multiply(direct, values);
	const sums = multiply(fromHidden, inner).map((sum, index) => sum + (straight[index] ?? 0));
	const most = Math.max(...sums);
	const shares = sums.map((sum) => Math.exp(sum - most));
	const total = shares.reduce((all, share) => all + share, 0);
	return shares.map((share) => share / total);
}

/** Rows of one more weight than there are values end in a bias. */
function multiply(layer: Layer, values: readonly number[]): number[] {
	return layer.map((row) =>
		values.reduce((sum, value, index) => sum + value * (row[index] ?? 0), row[values.length] ?? 0),
	);
}
