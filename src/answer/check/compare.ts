import { alignTerms, type TermPair } from './align-terms.js';
import { compareModifiers, compareNames, compareRoles, isNameTerm } from './compare-names.js';
import { compareNumbers } from './compare-numbers.js';
import { comparePolarity } from './compare-polarity.js';
import { compareSlots } from './compare-slots.js';
import type { FoundDifference } from './difference.js';
import { isPrinted } from './is-printed.js';
import { measureCoverage } from './measure-coverage.js';
import { measureDegree } from './measure-degree.js';
import type { ReadText, Surroundings } from './read-text.js';
import { SAYING } from './saying.js';
import type { Term } from './terms.js';
import type { Relation } from './word-relations.js';

/** A claim set against one sentence. */
export interface Comparison {
	readonly pairs: readonly TermPair[];
	/** For each term of the claim how much of it the sentence says, 0 to 1. */
	readonly strengths: readonly number[];
	/** What a verdict is read from, by name. */
	readonly features: Readonly<Record<string, number>>;
	readonly differences: readonly FoundDifference[];
	/** True when the claim stands in the sentence word for word. */
	readonly isPrinted: boolean;
	/** Share of the claim's weight that the sentence says, verbs such as "hold" and "take" left out; 0 to 1. */
	readonly gist: number;
}

/** Whoever a claim is about stands among its first words. */
const SUBJECT_WORDS = 3;

/** Sets a claim against a sentence. */
export function compare(claim: ReadText, sentence: ReadText, surroundings: Surroundings): Comparison {
	const { names, speaker } = surroundings;
	const isName = (term: Term) => isNameTerm(term, names);
	const pairs = alignTerms(claim.terms, sentence.terms, isName);
	const differences: FoundDifference[] = [];
	const { strengths, missing, gist, features } = measureCoverage(claim, sentence, pairs, surroundings, isName);
	const share = (...kinds: readonly Relation['kind'][]) =>
		pairs.length === 0 ? 0 : pairs.filter(({ relation }) => kinds.includes(relation.kind)).length / pairs.length;
	const isSpeaker = (term: Term) => speaker.has(term.stem);
	const subjects = claim.terms.slice(0, SUBJECT_WORDS).filter(isName);
	return {
		pairs,
		strengths,
		differences,
		gist,
		isPrinted: isPrinted(claim, sentence),
		features: {
			...features,
			...measureDegree(claim, sentence),
			...comparePolarity(claim, sentence, pairs, differences),
			...compareNumbers(claim, sentence, pairs, differences),
			...compareSlots(claim, sentence, pairs, missing, differences),
			...compareRoles(claim, sentence, pairs, isName, differences),
			nameConflict: Math.max(
				compareNames(claim, sentence, pairs, isName, missing, differences),
				compareModifiers(claim, sentence, pairs, differences),
			),
			claimLength: Math.min(claim.terms.length, 30) / 30,
			sentenceLength: Math.min(sentence.terms.length, 60) / 60,
			order: orderOf(pairs),
			question: claim.text.trim().endsWith('?') ? 1 : 0,
			near: share('near', 'broader'),
			narrower: share('narrower'),
			synonym: share('synonym'),
			saidClaim: claim.terms.some((term) => SAYING.has(term.base)) ? 1 : 0,
			spoken: speaker.size > 0 ? 1 : 0,
			speakerNamed: claim.terms.some((term) => term.weight > 0 && isSpeaker(term)) ? 1 : 0,
			speakerOther: speaker.size > 0 && !subjects.every(isSpeaker) ? 1 : 0,
		},
	};
}

/** 1 when the aligned words stand in one order on both sides, 0 when in reverse. */
function orderOf(pairs: readonly TermPair[]): number {
	let ups = 0;
	let all = 0;
	for (const [index, pair] of pairs.entries()) {
		for (const other of pairs.slice(index + 1)) {
			if (other.printed === pair.printed) continue;
			all++;
			if (other.printed > pair.printed) ups++;
		}
	}
	return all === 0 ? 0.5 : ups / all;
}
