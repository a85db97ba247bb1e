import type { TermPair } from './align-terms.js';
import type { FoundDifference } from './difference.js';
import { findDenied, isHalfNegative, isNegator } from './polarity.js';
import type { ReadText } from './read-text.js';
import type { Term } from './terms.js';

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
	for (const pair of pairs) {
		const { claimed, printed, relation } = pair;
		const ours = claim.terms[claimed];
		const theirs = sentence.terms[printed];
		if (!ours || !theirs) continue;
		const differs = !!claim.negations[claimed] !== !!sentence.negations[printed];
		if (isNegator(ours) || isNegator(theirs)) {
			// "accepted" against "rejected": a negation is at work already, but this pair shows it best.
			if (relation.kind === 'opposite' && !differs && isAnchored(pair, pairs)) {
				differences.push({ kind: 'opposite', claim: ours, article: theirs, strength: relation.strength });
			}
			continue;
		}
		const apart = relation.kind === 'opposite';
		if (apart && !isAnchored(pair, pairs)) continue;
		weight += ours.weight;
		if (apart !== differs) flipped += ours.weight * relation.strength;
		if (apart && !differs) {
			opposite = Math.max(opposite, relation.strength * (0.5 + ours.weight / 2));
			differences.push({ kind: 'opposite', claim: ours, article: theirs, strength: relation.strength });
		}
		if (differs && !apart && relation.strength >= SURE) denied += ours.weight * relation.strength;
	}
	const share = weight > 0 ? denied / weight : 0;
	const denials = findDenials(claim, sentence, pairs, differences);
	return {
		negClaim: anyClaim,
		negSentence: anySentence,
		negDiffers: anyClaim !== anySentence ? 1 : 0,
		negBoth: anyClaim && anySentence ? 1 : 0,
		flipped: weight > 0 ? flipped / weight : 0,
		denied: share,
		deniedHead: Math.max(denials.claim.head, denials.sentence.head),
		deniedReached: Math.max(denials.claim.reached, denials.sentence.reached),
		deniedHeadPrinted: denials.sentence.head,
		deniedReachedPrinted: denials.sentence.reached,
		deniedSame: Math.max(denials.claim.same, denials.sentence.same),
		halfNegative: anyClaim !== anySentence && [...claim.terms, ...sentence.terms].some(isHalfNegative) ? 1 : 0,
		opposite,
		oppositeAny: opposite > 0 ? 1 : 0,
	};
}

/** From here on two words say the same. */
export const SURE = 0.75;

/** A more special word does not do: what is denied of it may hold of the wider one. */
const DENIABLE = 0.8;
/** How sure it is that the next word after a negation is what it denies, and that one further on is. */
const HEAD_STRENGTH = 0.8;
const REACHED_STRENGTH = 0.5;

/** What the claim denies the sentence may deny in other words ("avoided"), and a synonym may be meant otherwise. */
const DOUBTED = 0.7;

/** How surely one side denies what the other says, and whether of the very same word; 0 for not at all. */
interface Denial {
	head: number;
	reached: number;
	same: number;
}

/** A word that one side denies is said by the other without denial: the plainest conflict there is. */
function findDenials(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	differences: FoundDifference[],
): Readonly<Record<'claim' | 'sentence', Denial>> {
	const sure = pairs.filter(({ claimed, printed, relation }) => {
		// Chat writes names small; what is a name on either side is not denied.
		const isName = claim.terms[claimed]?.capital || sentence.terms[printed]?.capital;
		return relation.strength >= DENIABLE && relation.kind !== 'opposite' && !isName;
	});
	const found = { claim: { head: 0, reached: 0, same: 0 }, sentence: { head: 0, reached: 0, same: 0 } };
	for (const side of ['claim', 'sentence'] as const) {
		const most = found[side];
		const [denying, other] = side === 'claim' ? [claim, sentence] : [sentence, claim];
		const find = (word: number) =>
			sure.find(({ claimed, printed }) => {
				const [here, there] = side === 'claim' ? [claimed, printed] : [printed, claimed];
				return here === word && !other.negations[there];
			});
		for (const { negator, head, others } of findDenied(denying.terms, denying.negations)) {
			const atHead = head === null ? undefined : find(head);
			const pair = atHead ?? others.map(find).find(Boolean);
			const ours = pair && claim.terms[pair.claimed];
			const theirs = pair && sentence.terms[pair.printed];
			if (!pair || !ours || !theirs) continue;
			const denied = (word: Term) => ({ start: negator.start, end: word.end });
			if (atHead) most.head = Math.max(most.head, pair.relation.strength);
			else most.reached = Math.max(most.reached, pair.relation.strength);
			const isSame = ours.base === theirs.base;
			if (isSame) most.same = 1;
			const strength = atHead ? HEAD_STRENGTH : REACHED_STRENGTH;
			differences.push({
				kind: 'negation',
				claim: side === 'claim' ? denied(ours) : ours,
				article: side === 'claim' ? theirs : denied(theirs),
				strength: isSame && side === 'sentence' ? strength : strength * DOUBTED,
			});
		}
	}
	return found;
}

/** How far from an opposite, in the claim and in the sentence, another word of both has to stand. */
const BESIDE_CLAIMED = 4;
const BESIDE_PRINTED = 5;

/** True where another word stands beside both: opposites far from everything else that is shared say different things. */
function isAnchored({ claimed, printed }: TermPair, pairs: readonly TermPair[]): boolean {
	return pairs.some(
		(other) =>
			other.relation.strength >= SURE &&
			other.relation.kind !== 'opposite' &&
			other.claimed !== claimed &&
			Math.abs(other.claimed - claimed) <= BESIDE_CLAIMED &&
			Math.abs(other.printed - printed) <= BESIDE_PRINTED,
	);
}
