import type { AttributionKind, SpeakerBasis } from '../attribution.js';
import { readLexicon } from '../lexicon.js';

/** What is known of an attribution that bears on whether its speaker is right. */
export interface ConfidenceSigns {
	readonly kind: AttributionKind;
	readonly basis: SpeakerBasis;
	/** Confidence of the claim, 0 to 1, as the first stage gives it. */
	readonly claim: number;
	/** Share of the name among its alternatives, 0 to 1. */
	readonly naming: number;
}

let weights: Readonly<Record<string, number>> | undefined;

/** Signs as numbers by name, for the logistic model and for its training. */
export function describeSigns({ kind, basis, claim, naming }: ConfidenceSigns): Record<string, number> {
	return { [`basis:${basis}`]: 1, [`kind:${kind}`]: 1, claim: logOdds(claim), naming: logOdds(naming) };
}

/**
 * @returns How often a speaker with these signs is right, by a logistic model learnt on held-out articles
 * (`training/attribution/calibrate.mjs`); the reliability table is in `docs/attribution.md`.
 */
export function calibrateConfidence(signs: ConfidenceSigns): number {
	weights ??= JSON.parse(readLexicon('confidence-weights.json').toString('utf8')) as Record<string, number>;
	let sum = 0;
	for (const [sign, value] of Object.entries(describeSigns(signs))) sum += value * (weights[sign] ?? 0);
	return 1 / (1 + Math.exp(-sum));
}

/** Kept away from both ends, where one certain sign would outweigh all others. */
const EDGE = 0.01;

function logOdds(probability: number): number {
	const inside = Math.min(1 - EDGE, Math.max(EDGE, probability));
	return Math.log(inside / (1 - inside));
}
