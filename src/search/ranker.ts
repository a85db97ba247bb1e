import * as z from 'zod';
import type { Candidate } from './candidates.js';
import { FEATURES } from './features/feature-names.js';
import { FeatureReader } from './features/feature-reader.js';
import { readLexicon } from './lexicon.js';
import { QUESTION_CLASSES } from './question-class.js';
import type { Scan } from './scan.js';

/** A sentence with its score, comparable within one question. */
export interface RankedSentence {
	readonly sentence: number;
	readonly score: number;
	/** What was measured of it: one number for each feature. */
	readonly measures: Float32Array;
}

/** Where a question is answered from: weights that compare articles have no place within one. */
export type Scope = 'open' | 'closed';

// Weights by feature name, and by "feature*class", added where the question is of the class.
const WEIGHTS = z.record(z.string(), z.number());

interface Weights {
	readonly base: Float32Array;
	readonly byClass: ReadonlyMap<string, Float32Array>;
}

let loaded: Readonly<Record<Scope, Weights>> | null = null;

/**
 * Ranks candidates by the trained weights of `data/lexicon/answer-ranker.json`.
 *
 * @returns All of them, best first.
 */
export function rankCandidates(scan: Scan, candidates: readonly Candidate[], scope: Scope): RankedSentence[] {
	const reader = new FeatureReader(scan, candidates);
	const measured = candidates.map((candidate) => ({ sentence: candidate.sentence, measures: reader.read(candidate) }));
	const weights = weightsFor(scope, scan.query.classes);
	return measured
		.map(({ sentence, measures }) => ({ sentence, measures, score: dot(weights, measures) }))
		.sort((a, b) => b.score - a.score || a.sentence - b.sentence);
}

/** Adds up what a question of these classes weighs. */
function weightsFor(scope: Scope, classes: ReadonlySet<string>): Float32Array {
	loaded ??= readWeights();
	const { base, byClass } = loaded[scope];
	const sum = base.slice();
	for (const name of classes) {
		const own = byClass.get(name);
		if (own) for (let column = 0; column < sum.length; column++) sum[column] = (sum[column] ?? 0) + (own[column] ?? 0);
	}
	return sum;
}

function readWeights(): Record<Scope, Weights> {
	const { open, closed } = z
		.object({ open: WEIGHTS, closed: WEIGHTS })
		.parse(JSON.parse(readLexicon('answer-ranker.json')));
	const column = (weights: Record<string, number>, suffix: string) => {
		return Float32Array.from(FEATURES, (name) => weights[name + suffix] ?? 0);
	};
	const arrange = (weights: Record<string, number>): Weights => ({
		base: column(weights, ''),
		byClass: new Map(QUESTION_CLASSES.map((name) => [name, column(weights, `*${name}`)])),
	});
	return { open: arrange(open), closed: arrange(closed) };
}

function dot(a: Float32Array, b: Float32Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
	return sum;
}
