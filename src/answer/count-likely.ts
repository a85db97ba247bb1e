import type { Result } from './answer.js';

/**
 * Scores are log odds: a sentence further below the best has less than a twentieth of its odds to be the answer. Measured
 * on three development sets: the first three sentences within the gap hold 98, 99 and 94 of 100 answers that the first
 * three hold, in 2.2 to 2.6 sentences.
 */
const GAP = 3;

/** @returns How many of the results, the best first, are about as likely to answer as the best one. */
export function countLikely(results: readonly Pick<Result, 'score'>[]): number {
	const best = results[0]?.score ?? 0;
	const end = results.findIndex(({ score }) => best - score > GAP);
	return end === -1 ? results.length : end;
}
