import { compareScores } from './best-numbers.js';
import type { Candidates } from './candidates.js';
import { FEATURES } from './features/feature-names.js';
import { FeatureReader } from './features/feature-reader.js';
import { Shares } from './features/shares.js';
import { FirstLook, takeFirstLook } from './first-look.js';
import { Likeness } from './likeness.js';
import { dot, rankingWeights, type Scope, weightsFor } from './ranking-weights.js';
import type { Scan } from './scan.js';

/** A sentence with its score, comparable within one question. */
export interface RankedSentence {
	readonly sentence: number;
	readonly score: number;
	/** What was measured of it, one number for each feature; good until the next question is ranked. */
	readonly measures: Float32Array;
}

/**
 * Sentences that get a second look. The time grows with their number; 16 rank about as well as 40, and 12 lose a little.
 * Training measures as many: the gates look at all of them.
 */
export const SECOND_LOOKS = 16;

/** Room for what is measured, from question to question. */
const rows: Float32Array[] = [];

/**
 * Ranks candidates by the trained weights of `data/lexicon/answer-ranker.json`: a first look chooses some, a second one
 * measures these in full, with how near their words are to the question's.
 *
 * @param most - So many are wanted, if more than {@link SECOND_LOOKS}.
 * @returns The best first.
 */
export function rankCandidates(
	scan: Scan,
	candidates: Candidates,
	scope: Scope,
	most = SECOND_LOOKS,
): RankedSentence[] {
	const likeness = new Likeness(scan);
	const shares = new Shares(scan.query);
	const look = new FirstLook(scan, shares, likeness);
	const chosen = takeFirstLook(look, candidates, scope, Math.max(most, SECOND_LOOKS));
	likeness.compare(chosen.map((place) => candidates.sentences[place] ?? 0));
	const reader = new FeatureReader(scan, candidates, chosen, shares);
	const weights = weightsFor('second', scope, scan.query.classes);
	const { score, cover, meaning } = rankingWeights().match[scope];
	const ranked: RankedSentence[] = [];
	const means = new Float32Array(2);
	for (let i = 0; i < chosen.length; i++) {
		const place = chosen[i] ?? 0;
		const sentence = candidates.sentences[place] ?? 0;
		const measures = reader.read(place, rows[i] ?? new Float32Array(FEATURES.length));
		rows[i] = measures;
		const own = score * dot(weights, measures);
		likeness.writeMeans(means, 0, 1, sentence);
		const matched = cover * likeness.cover(sentence) + meaning * (means[1] ?? 0);
		ranked.push({ sentence, measures, score: own + matched });
	}
	reader.release();
	likeness.release();
	return ranked.sort((a, b) => compareScores(b.score, a.score) || a.sentence - b.sentence);
}
