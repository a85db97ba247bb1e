import type { Candidate } from './candidates.js';
import { FEATURE, FEATURES } from './features/feature-names.js';
import { FeatureReader } from './features/feature-reader.js';
import { readLexicon } from './lexicon.js';
import type { Scan } from './scan.js';
import { WordMatch } from './word-match.js';

/** A sentence with its score, comparable within one question. */
export interface RankedSentence {
	readonly sentence: number;
	readonly score: number;
	/** What was measured of it: one number for each feature. */
	readonly measures: Float32Array;
}

/** So many, the best by what was measured, are matched with the question word by word; as many as in training. */
const MATCHED_MAX = 20;

/** Where a question is answered from: weights that compare articles have no place within one. */
export type Scope = 'open' | 'closed';

/** Weights by feature name, and by "feature*class", added where the question is of the class. */
type NamedWeights = Readonly<Record<string, number>>;

/** Weights in the order of {@link FEATURES} by class; those of all questions under `''`. */
type Weights = ReadonlyMap<string, Float32Array>;

/** What the trained weights are for: see `training/answers`. */
interface Trained extends Readonly<Record<Scope, NamedWeights>> {
	/** Of the score by these, and of both measures of {@link WordMatch}. */
	readonly match: Readonly<Record<Scope, { readonly score: number; readonly cover: number; readonly meaning: number }>>;
}

let trained: Trained | null = null;
const arranged = new Map<Scope, Weights>();

/**
 * Ranks candidates by the trained weights of `data/lexicon/answer-ranker.json`: all by what is measured of them, and the
 * first of these once more, with how near their words are to the question's.
 *
 * @returns All of them, best first.
 */
export function rankCandidates(scan: Scan, candidates: readonly Candidate[], scope: Scope): RankedSentence[] {
	const reader = new FeatureReader(scan, candidates);
	const measured = candidates.map((candidate) => ({ sentence: candidate.sentence, measures: reader.read(candidate) }));
	const weights = weightsFor(scope, scan.query.classes);
	const ranked = measured
		.map(({ sentence, measures }) => ({ sentence, measures, score: dot(weights, measures) }))
		.sort(compareRanked);
	return addMatch(scan, ranked, scope);
}

/** The rest count as no better a match than the worst of the first, so that they stay behind these. */
function addMatch(scan: Scan, ranked: readonly RankedSentence[], scope: Scope): RankedSentence[] {
	const weights = readWeights().match[scope];
	const match = new WordMatch(scan);
	const matches = ranked.slice(0, MATCHED_MAX).map(({ sentence }) => {
		return weights.cover * match.cover(sentence) + weights.meaning * match.meaning(sentence);
	});
	const least = Math.min(...matches);
	return ranked
		.map((one, place) => ({ ...one, score: weights.score * one.score + (matches[place] ?? least) }))
		.sort(compareRanked);
}

function compareRanked(a: RankedSentence, b: RankedSentence): number {
	return b.score - a.score || a.sentence - b.sentence;
}

function readWeights(): Trained {
	trained ??= JSON.parse(readLexicon('answer-ranker.json')) as Trained;
	return trained;
}

/** Adds up what a question of these classes weighs. */
function weightsFor(scope: Scope, classes: ReadonlySet<string>): Float32Array {
	const weights = arrangeWeights(scope);
	const sum = new Float32Array(FEATURES.length);
	for (const name of ['', ...classes]) {
		const own = weights.get(name);
		if (own) for (let column = 0; column < sum.length; column++) sum[column] = (sum[column] ?? 0) + (own[column] ?? 0);
	}
	return sum;
}

function arrangeWeights(scope: Scope): Weights {
	let weights = arranged.get(scope);
	if (!weights) {
		weights = arrange(readWeights()[scope]);
		arranged.set(scope, weights);
	}
	return weights;
}

function arrange(named: NamedWeights): Weights {
	const byClass = new Map<string, Float32Array>();
	const columns: Readonly<Record<string, number>> = FEATURE;
	for (const [name, weight] of Object.entries(named)) {
		const [feature = '', questionClass = ''] = name.split('*');
		const column = columns[feature];
		if (column === undefined) continue;
		const row = byClass.get(questionClass) ?? new Float32Array(FEATURES.length);
		row[column] = weight;
		byClass.set(questionClass, row);
	}
	return byClass;
}

function dot(a: Float32Array, b: Float32Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
	return sum;
}
