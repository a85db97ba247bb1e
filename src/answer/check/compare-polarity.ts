import type { TermPair } from './align-terms.js';
import type { FoundDifference } from './difference.js';
import { findDeniedHeads, isHalfNegative, isNegator } from './polarity.js';
import type { ReadText } from './read-text.js';

/** Compares what is denied and what is said, and words that exclude each other; adds the conflicts to `differences`. */
export function comparePolarity(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	differences: FoundDifference[],
) {
	const anyClaim = claim.terms.some(isNegator) ? 1 : 0;
	const anySentence = sentence.terms.some(isNegator) ? 1 : 0;
	let weight = 0;
	let flipped = 0;
	let opposite = 0;
	let denied = 0;
	for (const { claimed, printed, relation } of pairs) {
		const ours = claim.terms[claimed];
		const theirs = sentence.terms[printed];
		if (!ours || !theirs) continue;
		const differs = !!claim.negations[claimed] !== !!sentence.negations[printed];
		if (isNegator(ours) || isNegator(theirs)) {
			// "accepted" against "rejected": a negation is at work already, but this pair shows it best.
			if (relation.kind === 'opposite' && !differs) {
				differences.push({ kind: 'opposite', claim: ours, article: theirs, strength: relation.strength });
			}
			continue;
		}
		const apart = relation.kind === 'opposite';
		weight += ours.weight;
		if (apart !== differs) flipped += ours.weight * relation.strength;
		if (apart && !differs) {
			opposite = Math.max(opposite, relation.strength * (0.5 + ours.weight / 2));
			differences.push({ kind: 'opposite', claim: ours, article: theirs, strength: relation.strength });
		}
		if (differs && !apart && relation.strength >= SURE) denied += ours.weight * relation.strength;
	}
	const share = weight > 0 ? denied / weight : 0;
	const head = findHeadConflict(claim, sentence, pairs, differences);
	return {
		negClaim: anyClaim,
		negSentence: anySentence,
		negDiffers: anyClaim !== anySentence ? 1 : 0,
		negBoth: anyClaim && anySentence ? 1 : 0,
		flipped: weight > 0 ? flipped / weight : 0,
		denied: share,
		deniedHead: head,
		halfNegative: anyClaim !== anySentence && [...claim.terms, ...sentence.terms].some(isHalfNegative) ? 1 : 0,
		opposite,
		oppositeAny: opposite > 0 ? 1 : 0,
	};
}

/** From here on two words say the same. */
export const SURE = 0.75;

/** The word that one side denies is said by the other without denial: the plainest conflict there is. */
function findHeadConflict(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	differences: FoundDifference[],
): number {
	const sure = pairs.filter(({ relation }) => relation.strength >= SURE && relation.kind !== 'opposite');
	let conflict = 0;
	for (const { head, negator } of findDeniedHeads(claim.terms, claim.negations)) {
		const pair = sure.find(({ claimed, printed }) => claimed === head && !sentence.negations[printed]);
		const printed = pair && sentence.terms[pair.printed];
		if (!printed || !pair) continue;
		conflict = Math.max(conflict, pair.relation.strength);
		const word = claim.terms[head] ?? negator;
		differences.push({
			kind: 'negation',
			claim: { start: negator.start, end: word.end },
			article: printed,
			strength: 0.8,
		});
	}
	for (const { head, negator } of findDeniedHeads(sentence.terms, sentence.negations)) {
		const pair = sure.find(({ claimed, printed }) => printed === head && !claim.negations[claimed]);
		const ours = pair && claim.terms[pair.claimed];
		if (!ours || !pair) continue;
		conflict = Math.max(conflict, pair.relation.strength);
		const word = sentence.terms[head] ?? negator;
		differences.push({
			kind: 'negation',
			claim: ours,
			article: { start: negator.start, end: word.end },
			strength: 0.8,
		});
	}
	return conflict;
}
