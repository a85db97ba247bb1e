import { type Comparison, compare } from './compare.js';
import type { ReadSentence } from './read-article.js';
import type { ReadText } from './read-text.js';
import { getWeights } from './weights.js';

/** A sentence that may bear on a claim, set against it. */
export interface Evidence {
	readonly read: ReadSentence;
	readonly comparison: Comparison;
	/** Comparable among the sentences of one claim. */
	readonly score: number;
}

/** Sets a claim against each sentence; the sentence that says most about it first. */
export function rankEvidence(claim: ReadText, sentences: readonly ReadSentence[]): Evidence[] {
	const weights = Object.entries(getWeights().evidence);
	return sentences
		.map((read) => {
			const comparison = compare(claim, read.read, read.surroundings);
			const features = evidenceFeatures(comparison.features);
			const score = weights.reduce((sum, [name, weight]) => sum + weight * (features[name] ?? 0), 0);
			return { read, comparison, score };
		})
		.sort((a, b) => b.score - a.score);
}

/** What the trained ranker sees: a comparison's features and some of their products. */
export function evidenceFeatures(features: Comparison['features']): Readonly<Record<string, number>> {
	const { coverage = 0, printedCoverage = 0, coverageSame = 0, numberAgrees = 0, speakerNamed = 0 } = features;
	return {
		...features,
		coverageSquared: coverage ** 2,
		coverageBoth: coverage * printedCoverage,
		sameSquared: coverageSame ** 2,
		coverageNumber: coverage * numberAgrees,
		coverageSpeaker: coverage * speakerNamed,
	};
}
