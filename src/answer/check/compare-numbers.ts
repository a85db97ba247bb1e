import type { Span } from '../../text/span.js';
import type { TermPair } from './align-terms.js';
import { compareQuantities, midOf } from './compare-quantities.js';
import type { FoundDifference } from './difference.js';
import type { Quantity } from './quantities.js';
import type { ReadText } from './read-text.js';
import { relate } from './word-relations.js';

/** Strength of a conflict where the sentence has the claimed number too, of something else as it seems. */
const ELSEWHERE = 0.3;

/** Sets each number of the claim against the printed one that comes nearest; adds the conflicts to `differences`. */
export function compareNumbers(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	differences: FoundDifference[],
) {
	let agrees = 0;
	let conflicts = 0;
	let conflictSure = 0;
	let open = 0;
	for (const ours of claim.quantities) {
		const alike = sentence.quantities.filter((theirs) => isOfOneKind(ours, theirs) && !isTaken(theirs, ours, claim));
		let best: { theirs: Quantity; beside: number } | null = null;
		let most = 0;
		for (const theirs of alike) {
			const beside = sameCounted(ours, theirs, claim, sentence, pairs);
			const fit = beside + closeness(ours, theirs);
			if (fit <= most) continue;
			best = { theirs, beside };
			most = fit;
		}
		const verdict = best ? compareQuantities(ours, best.theirs) : 'open';
		if (best && verdict === 'agrees') agrees++;
		else if (best && verdict === 'conflicts') {
			conflicts++;
			const alone = alike.length === 1;
			const elsewhere = alike.some((theirs) => compareQuantities(ours, theirs) === 'agrees');
			const apart = ours.kind === 'count' ? (alone ? 0.5 : 0.3) : alone ? 0.8 : 0.5;
			const strength = elsewhere ? ELSEWHERE : best.beside > 0.5 ? 0.9 : apart;
			conflictSure = Math.max(conflictSure, strength);
			const kind = ours.kind === 'year' || ours.kind === 'date' ? 'date' : 'number';
			differences.push({ kind, claim: ours, article: best.theirs, strength });
		} else open++;
	}
	return {
		numberClaim: claim.quantities.length > 0 ? 1 : 0,
		numberAgrees: agrees > 0 && conflicts + open === 0 ? 1 : 0,
		numberConflict: conflicts > 0 ? 1 : 0,
		numberSure: conflictSure,
		numberOpen: open > 0 ? 1 : 0,
		numberRange: claim.quantities.some(({ low, high }) => low !== high) ? 1 : 0,
	};
}

/** Chat leaves the currency out: "75 billion" for "$75 billion". */
function isOfOneKind(ours: Quantity, theirs: Quantity): boolean {
	if (ours.kind === theirs.kind) return true;
	const isSum = ({ kind }: Quantity) => kind === 'money' || kind === 'count';
	return isSum(ours) && isSum(theirs) && midOf(ours) >= LARGE && midOf(theirs) >= LARGE;
}

/** A million, of which hardly anything but money is counted. */
const LARGE = 1e6;

/** True where another number of the claim is the printed one, and this one is not. */
function isTaken(theirs: Quantity, ours: Quantity, { quantities }: ReadText): boolean {
	const agrees = (claimed: Quantity) => isOfOneKind(claimed, theirs) && compareQuantities(claimed, theirs) === 'agrees';
	return !agrees(ours) && quantities.some((other) => other !== ours && agrees(other));
}

/** How near two numbers are in value, 1 for the same: of several printed ones the nearest is meant. */
function closeness(ours: Quantity, theirs: Quantity): number {
	const [a, b] = [midOf(ours), midOf(theirs)];
	if (a === b) return 1;
	return a <= 0 || b <= 0 ? 0 : 1 / (1 + 4 * Math.abs(Math.log(a / b)));
}

/** 1 when the same is counted ("three boats", "12 boats"), 0.5 where the words before them are aligned, 0 otherwise. */
function sameCounted(
	ours: Quantity,
	theirs: Quantity,
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
): number {
	const after = (text: ReadText, { end }: Span) =>
		text.terms.filter((term) => term.start >= end && term.weight > 0).slice(0, 2);
	for (const a of after(claim, ours)) {
		for (const b of after(sentence, theirs)) if (relate(a.base, b.base, false).strength >= 0.75) return 1;
	}
	const lastBefore = (text: ReadText, { start }: Span) =>
		text.terms.findLastIndex((term) => term.end <= start && term.weight > 0);
	const before = lastBefore(claim, ours);
	const printedBefore = lastBefore(sentence, theirs);
	return pairs.some(({ claimed, printed }) => claimed === before && Math.abs(printed - printedBefore) <= 1) ? 0.5 : 0;
}
