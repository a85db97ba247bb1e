import { readMonth } from '../../text/months.js';
import type { TermPair } from './align-terms.js';
import { SURE } from './compare-polarity.js';
import type { FoundDifference } from './difference.js';
import { PLACE_WORDS } from './place-words.js';
import type { ReadText } from './read-text.js';
import { SAYING } from './saying.js';
import type { Term } from './terms.js';
import { isDictionaryWord, relate } from './word-relations.js';

/** Chat writes names without capitals: a word that the article capitalises, or that no dictionary has, is one too. */
export function isNameTerm(term: Term, names: ReadonlySet<string>): boolean {
	if (/^\d/.test(term.text)) return false;
	return term.capital || names.has(term.text) || (term.weight >= 0.99 && !isDictionaryWord(term.base));
}

/** Two aligned names or nouns in reverse order around the same verb: who did it to whom. */
export function compareRoles(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	isName: (term: Term) => boolean,
	differences: FoundDifference[],
) {
	let swapped = 0;
	let sure = 0;
	const passive = (text: ReadText) => text.terms.some((term) => term.text === 'by');
	const sameVoice = passive(claim) === passive(sentence);
	const names = pairs.filter(({ claimed, relation }) => {
		const term = claim.terms[claimed];
		return term && isName(term) && relation.strength >= 0.9;
	});
	for (const [index, pair] of names.entries()) {
		const other = names[index + 1];
		if (!other || other.printed === pair.printed || other.claimed - pair.claimed < 2) continue;
		if (other.printed > pair.printed) continue;
		// "Dahl won, said Lind" puts the speaker last: that swaps nobody about.
		if (isSaying(sentence, pair.printed)) continue;
		swapped++;
		const first = claim.terms[pair.claimed];
		const last = claim.terms[other.claimed];
		const printedFirst = sentence.terms[other.printed];
		const printedLast = sentence.terms[pair.printed];
		const between = pairs.some(
			({ claimed, printed, relation }) =>
				relation.strength >= SURE &&
				claimed > pair.claimed &&
				claimed < other.claimed &&
				printed > other.printed &&
				printed < pair.printed,
		);
		if (sameVoice && between && first && last && printedFirst && printedLast) {
			sure++;
			differences.push({
				kind: 'roles',
				claim: { start: first.start, end: last.end },
				article: { start: printedFirst.start, end: printedLast.end },
				strength: 0.6,
			});
		}
	}
	return {
		swapped: swapped > 0 ? 1 : 0,
		swappedSameVoice: swapped > 0 && sameVoice ? 1 : 0,
		swappedSure: sure > 0 ? 1 : 0,
	};
}

/** "said Lind", "Lind told": the name of somebody who speaks. */
function isSaying({ terms }: ReadText, name: number): boolean {
	return [-2, -1, 1, 2].some((step) => SAYING.has(terms[name + step]?.base ?? ''));
}

/** A name of the claim that the sentence lacks, where the sentence has another name in its place ("in Flint"). */
export function compareNames(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	isName: (term: Term) => boolean,
	missing: readonly number[],
	differences: FoundDifference[],
): number {
	const taken = new Set(pairs.filter(({ relation }) => relation.strength >= 0.5).map(({ printed }) => printed));
	let strongest = 0;
	for (const index of missing) {
		const ours = claim.terms[index];
		if (!ours || !isName(ours) || ours.text.length < NAME_MIN || NO_NAMES.has(ours.text)) continue;
		const isSurelyName = ours.capital || !isDictionaryWord(ours.base);
		const before = claim.terms[index - 1];
		for (const [at, theirs] of sentence.terms.entries()) {
			if (!theirs.capital || theirs.weight === 0 || taken.has(at) || !areOfOneKind(ours, theirs)) continue;
			const printedBefore = sentence.terms[at - 1];
			const preposition =
				before !== undefined &&
				before.weight === 0 &&
				PLACE_WORDS.has(before.text) &&
				printedBefore?.text === before.text;
			const beside = pairs.some(
				({ claimed, printed, relation }) =>
					relation.strength >= 0.85 && Math.abs(claimed - index) === 1 && printed - at === claimed - index,
			);
			const inPlace = isSurelyName && isInPlace(claim, index, at, pairs);
			const strength = preposition || beside ? 0.6 : inPlace ? IN_PLACE : 0;
			if (strength <= strongest) continue;
			strongest = strength;
			differences.push({ kind: 'name', claim: ours, article: theirs, strength });
		}
	}
	return strongest > IN_PLACE ? strongest : 0;
}

/** How sure it is that two names on one side of a shared word stand for each other. */
const IN_PLACE = 0.4;
const NEAR_CLAIMED = 4;
const NEAR_PRINTED = 6;

/** "backs Lind" against "backed the envoy Dahl": on one side of a word of both, no other shared word between. */
function isInPlace({ terms }: ReadText, name: number, at: number, pairs: readonly TermPair[]): boolean {
	const between = (here: number, one: number, other: number) =>
		here > Math.min(one, other) && here < Math.max(one, other);
	return pairs.some(({ claimed, printed, relation }) => {
		const anchor = terms[claimed];
		if (relation.strength < SURE || relation.kind === 'opposite' || !anchor || !isDictionaryWord(anchor.base))
			return false;
		if (Math.abs(claimed - name) > NEAR_CLAIMED || Math.abs(printed - at) > NEAR_PRINTED) return false;
		if (claimed < name !== printed < at) return false;
		return !pairs.some((other) => between(other.claimed, claimed, name) || between(other.printed, printed, at));
	});
}

/** Shorter ones are initials and abbreviations ("Mr."). */
const NAME_MIN = 3;

/** Capitalised without being the name of anybody or any place. */
const NO_NAMES = new Set(
	'mrs miss new the monday tuesday wednesday thursday friday saturday sunday democratic republican secretary'.split(
		' ',
	),
);

/** A month can only stand in a month's place, and a word of the dictionary ("Secretary", "Democratic") in another's. */
function areOfOneKind(ours: Term, theirs: Term): boolean {
	if (theirs.text.length < NAME_MIN || NO_NAMES.has(theirs.text)) return false;
	if ((readMonth(ours.text) === null) !== (readMonth(theirs.text) === null)) return false;
	return isDictionaryWord(ours.base) === isDictionaryWord(theirs.base);
}

/**
 * One thing described by two names: "the Northern envoy" against "the Southern envoy", also where the sentence has the
 * claim's name for something else.
 *
 * @returns The strength of the conflict, 0 for none.
 */
export function compareModifiers(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	differences: FoundDifference[],
): number {
	let conflict = 0;
	for (const { claimed, printed, relation } of pairs) {
		const ours = modifierOf(claim, claimed);
		const theirs = modifierOf(sentence, printed);
		if (relation.strength < SAME_HEAD || !ours || !theirs) continue;
		const head = sentence.terms[printed]?.base;
		const elsewhere = sentence.terms.some((term, index) => {
			const other = term.base === head ? modifierOf(sentence, index) : null;
			return other !== null && isSameName(ours, other);
		});
		if (elsewhere || isListed(sentence, printed - 1, ours)) continue;
		conflict = MODIFIED;
		differences.push({ kind: 'name', claim: ours, article: theirs, strength: MODIFIED });
	}
	return conflict;
}

const SAME_HEAD = 0.9;
const MODIFIED = 0.7;

/** The capitalised word right before a common noun. Abbreviations are left out: which name one stands for is a guess. */
function modifierOf({ text, terms }: ReadText, index: number): Term | null {
	const head = terms[index];
	const before = terms[index - 1];
	if (!head || !before?.capital || head.capital || before.weight === 0) return null;
	if (text.slice(before.end, head.start) !== ' ' || before.text.length <= 3) return null;
	return text.slice(before.start, before.end).toUpperCase() === text.slice(before.start, before.end) ? null : before;
}

/** "Northern and Southern envoys": any of the names may be meant. */
function isListed({ terms }: ReadText, last: number, name: Term): boolean {
	for (let index = last; terms[index - 1]?.text === 'and' || terms[index - 1]?.text === 'or'; index -= 2) {
		const other = terms[index - 2];
		if (other && isSameName(name, other)) return true;
	}
	return false;
}

function isSameName(one: Term, other: Term): boolean {
	return one.stem === other.stem || relate(one.base, other.base, true).strength > 0;
}
