import type { TermPair } from './align-terms.js';
import { PLACE_WORDS } from './place-words.js';
import { isNegator } from './polarity.js';
import type { ReadText, Surroundings } from './read-text.js';
import type { Term } from './terms.js';
import { cosine } from './word-relations.js';

/** A word that stands around the sentence is nearly as good as one in it: "he" may mean who is named before. */
const AROUND = 0.9;
/** A word that stands elsewhere in the article. */
const ELSEWHERE = 0.8;
/** Below this a word of the claim counts as missing from the sentence. */
const PRESENT = 0.5;
/** From here on a name is the same name. */
const SAME_NAME = 0.8;
/** From here on two words say the same. */
const SAME_WORD = 0.85;

/** Verbs that mean little beside their noun: talks are held, or take place. */
const LIGHT = new Set('hold take make give get'.split(' '));

/** How much of the claim the sentence says, alone and with what stands around it. */
export interface Coverage {
	/** For each term of the claim how much of it the sentence says, 0 to 1. */
	readonly strengths: readonly number[];
	/** Indices of the claim's terms that the sentence lacks. */
	readonly missing: readonly number[];
	/** Share of the claim's weight that the sentence says, light verbs left out. */
	readonly gist: number;
	readonly features: Readonly<Record<string, number>>;
}

/** Weighs the words of the claim that have a counterpart in the sentence, around it, or anywhere in the article. */
export function measureCoverage(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	{ near, article }: Surroundings,
	isName: (term: Term) => boolean,
): Coverage {
	const strengths = claim.terms.map(() => 0);
	for (const { claimed, relation } of pairs) strengths[claimed] = relation.strength;
	const words = claim.terms.flatMap((term, index) => {
		if (term.weight === 0 || isNegator(term)) return [];
		const strength = strengths[index] ?? 0;
		const isNear = near.has(term.stem);
		const around = Math.max(strength, isNear ? AROUND : 0);
		const anywhere = Math.max(strength, isNear || article.has(term.stem) ? ELSEWHERE : 0);
		const soft = around >= PRESENT || isName(term) ? around : Math.max(around, nearestOf(term, sentence));
		return [{ index, term, strength, around, anywhere, soft }];
	});
	const total = words.reduce((sum, { term }) => sum + term.weight, 0);
	const share = (of: (word: (typeof words)[number]) => number) =>
		total === 0 ? 0 : words.reduce((sum, word) => sum + word.term.weight * of(word), 0) / total;
	const missing = words.filter(({ strength }) => strength < PRESENT).map(({ index }) => index);
	const names = words.filter(({ term }) => isName(term));
	const namesMissing = names.filter(({ around }) => around < SAME_NAME);
	const counterparts = new Set(pairs.map(({ printed }) => printed));
	const printedTotal = sentence.terms.reduce((sum, { weight }) => sum + weight, 0);
	const printedShared = sentence.terms.reduce(
		(sum, { weight }, index) => sum + (counterparts.has(index) ? weight : 0),
		0,
	);
	const features = {
		coverage: share(({ strength }) => strength),
		coverageNear: share(({ around }) => around),
		coverageSoft: share(({ soft }) => soft),
		worstSoft: Math.max(0, ...words.map(({ term, soft }) => term.weight * (1 - soft))),
		coverageArticle: share(({ anywhere }) => anywhere),
		coverageSame: share(({ strength }) => (strength >= SAME_WORD ? 1 : 0)),
		missingShare: ratio(missing.length, pairs.length + missing.length),
		missingCount: Math.min(missing.length, 6) / 6,
		missingOne: missing.length === 1 ? 1 : 0,
		missingNone: missing.length === 0 ? 1 : 0,
		missingNoneNear: missing.every((index) => near.has(claim.terms[index]?.stem ?? '')) ? 1 : 0,
		worst: Math.max(0, ...words.map(({ term, around }) => term.weight * (1 - around))),
		worstArticle: Math.max(0, ...words.map(({ term, anywhere }) => term.weight * (1 - anywhere))),
		printedCoverage: ratio(printedShared, printedTotal),
		nameCount: Math.min(names.length, 4) / 4,
		nameMissing: ratio(namesMissing.length, names.length),
		nameMissingAny: namesMissing.length > 0 ? 1 : 0,
		nameAbsentAny: names.some(({ anywhere }) => anywhere < SAME_NAME) ? 1 : 0,
		placeMissing: namesMissing.some(({ index }) => isPlaced(claim, index)) ? 1 : 0,
		sameCount: Math.min(pairs.filter(({ relation }) => relation.strength >= SAME_WORD).length, 8) / 8,
	};
	const gist = words.filter(({ term }) => !LIGHT.has(term.base));
	const weight = gist.reduce((sum, { term }) => sum + term.weight, 0);
	const said = gist.reduce((sum, { term, strength }) => sum + term.weight * strength, 0);
	return { strengths, missing, gist: ratio(said, weight), features };
}

/** Cosine of the sentence's word that comes nearest to a word of the claim by its vector; 0 for none. */
function nearestOf({ base }: Term, { terms }: ReadText): number {
	return Math.max(0, ...terms.map((other) => (other.weight > 0 && !other.capital ? cosine(base, other.base) : 0)));
}

/** "in Northport": where or whence, of which the sentence says nothing. */
function isPlaced({ terms }: ReadText, index: number): boolean {
	return terms[index]?.capital === true && PLACE_WORDS.has(terms[index - 1]?.text ?? '');
}

function ratio(part: number, whole: number): number {
	return whole > 0 ? part / whole : 0;
}
