import type { Candidate } from './candidates.js';
import type { Library } from './library.js';
import type { Query } from './query.js';
import type { Scan } from './scan.js';
import { at } from './sentence-table.js';

/** A sentence with its score, comparable within one question. */
export interface RankedSentence {
	readonly sentence: number;
	readonly score: number;
}

/** @returns The candidates, best first. */
export function rankCandidates(
	_library: Library,
	_query: Query,
	scan: Scan,
	candidates: readonly Candidate[],
): RankedSentence[] {
	return candidates
		.map(({ sentence, score, passage, article }) => ({
			sentence,
			score: score + 3 * passage + 4 * article + 0.15 * scan.stopScore(sentence),
		}))
		.sort((a, b) => b.score - a.score || a.sentence - b.sentence);
}

/** Share of the question's rarity that the best sentence and its neighbours have to hold. */
const COVERAGE_MIN = 0.45;

/** True when what is found says enough of what the question asks about. */
export function isAnswered(query: Query, scan: Scan, ranked: readonly RankedSentence[]): boolean {
	return ranked.slice(0, 3).some(({ sentence }) => coverageAround(query, scan, sentence) >= COVERAGE_MIN);
}

/** @returns Share of the question's rarity that a sentence and its two neighbours hold, 0 to 1. */
function coverageAround(query: Query, scan: Scan, sentence: number): number {
	const { articleOf } = scan.library.sentences;
	const article = at(articleOf, sentence);
	const around = [sentence - 1, sentence, sentence + 1].filter((near) => near >= 0 && articleOf[near] === article);
	const covered = query.terms.reduce((sum, { rarity }, i) => {
		return sum + rarity * Math.max(...around.map((near) => at(scan.hits(near).weight, i)));
	}, 0);
	return covered / query.total;
}
