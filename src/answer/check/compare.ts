import type { Span } from '../../text/span.js';
import { alignTerms, type TermPair } from './align-terms.js';
import { findDeniedHeads, findNegations, isHalfNegative, isNegator } from './polarity.js';
import { compareQuantities, midOf, type Quantity, readQuantities } from './quantities.js';
import { readTerms, type Term } from './terms.js';
import { isDictionaryWord, relate } from './word-relations.js';

/** What kind of thing a claim and an article say differently. */
export type DifferenceKind = 'number' | 'date' | 'name' | 'negation' | 'opposite' | 'roles' | 'degree';

/** A conflict that can be shown: the words of the claim and the words of the article, each with its place. */
export interface RawDifference {
	readonly kind: DifferenceKind;
	/** In the claim. */
	readonly claim: Span;
	/** In the article's text. */
	readonly article: Span;
	/** How likely it is a conflict rather than two things that have nothing to do with each other; 0 to 1. */
	readonly strength: number;
}

/** A text read for comparing. */
export interface ReadText {
	readonly text: string;
	readonly terms: readonly Term[];
	readonly negations: readonly (Span | null)[];
	readonly quantities: readonly Quantity[];
}

/** Reads a claim, or a sentence of an article (`span` of `text`). Spans of the result point into `text`. */
export function readForComparing(text: string, span: Span = { start: 0, end: text.length }): ReadText {
	const terms = readTerms(text, span);
	const quantities = readQuantities(text.slice(span.start, span.end)).map((quantity) => ({
		...quantity,
		start: quantity.start + span.start,
		end: quantity.end + span.start,
	}));
	return { text, terms, negations: findNegations(text, terms), quantities };
}

/** What stands around a sentence: words that the reader of the article has in mind there, as stems. */
export interface Surroundings {
	/** The title, the sentences before and the speaker's names. */
	readonly near: ReadonlySet<string>;
	/** The names of whoever says the sentence; empty for the article's own words. */
	readonly speaker: ReadonlySet<string>;
	/** The whole article. */
	readonly article: ReadonlySet<string>;
	/** Words that the article writes with a capital within sentences. */
	readonly names: ReadonlySet<string>;
}

/** A claim set against one sentence. */
export interface Comparison {
	readonly pairs: readonly TermPair[];
	/** For each term of the claim how much of it the sentence says, 0 to 1. */
	readonly strengths: readonly number[];
	/** What a verdict is read from, by name. */
	readonly features: Readonly<Record<string, number>>;
	readonly differences: readonly RawDifference[];
}

const FACES_MODAL = new Set('may might could would should can'.split(' '));
const FUTURE = new Set(
	'will going gonna plan plans planning expect expected intend intends hope hopes want wants propose proposed consider considering promise promised vow vowed pledge pledged shall wont'.split(
		' ',
	),
);
const UNIVERSAL = new Set(
	'all every always everyone everybody only entire whole never none nobody most unanimously exclusively solely'.split(
		' ',
	),
);
const SAYING = new Set(
	'say tell think claim call believe argue admit warn insist note add agree promise vow deny describe want'.split(' '),
);
const PARTIAL = new Set('some many several few part partly sometimes often half certain'.split(' '));

/** Sets a claim against a sentence. */
export function compare(
	claim: ReadText,
	sentence: ReadText,
	{ near, article, names, speaker }: Surroundings,
): Comparison {
	const isName = (term: Term) => isNameTerm(term, names);
	const pairs = alignTerms(claim.terms, sentence.terms, isName);
	const pairOf = new Map(pairs.map((pair) => [pair.claimed, pair]));
	const differences: RawDifference[] = [];

	let total = 0;
	let covered = 0;
	let coveredNear = 0;
	let coveredArticle = 0;
	let nameTotal = 0;
	let nameMissing = 0;
	let nameAbsent = 0;
	let worst = 0;
	let worstArticle = 0;
	const missing: number[] = [];
	const strengths = claim.terms.map((_, index) => pairOf.get(index)?.relation.strength ?? 0);
	for (const [index, term] of claim.terms.entries()) {
		if (term.weight === 0 || isNegator(term)) continue;
		const pair = pairOf.get(index);
		const strength = pair ? pair.relation.strength : 0;
		const name = isName(term);
		const isNear = near.has(term.stem);
		const inArticle = isNear || article.has(term.stem);
		total += term.weight;
		covered += term.weight * strength;
		coveredNear += term.weight * Math.max(strength, isNear ? 0.9 : 0);
		coveredArticle += term.weight * Math.max(strength, inArticle ? 0.8 : 0);
		worst = Math.max(worst, term.weight * (1 - Math.max(strength, isNear ? 0.9 : 0)));
		worstArticle = Math.max(worstArticle, term.weight * (1 - Math.max(strength, inArticle ? 0.8 : 0)));
		if (strength < 0.5) missing.push(index);
		if (!name) continue;
		nameTotal++;
		if (strength < 0.8 && !isNear) nameMissing++;
		if (strength < 0.8 && !inArticle) nameAbsent++;
	}

	const polarity = comparePolarity(claim, sentence, pairs, differences);
	const numbers = compareNumbers(claim, sentence, pairs, differences);
	const roles = compareRoles(claim, sentence, pairs, isName, differences);
	const nameConflict = compareNames(claim, sentence, pairs, isName, missing, differences);
	const has = (text: ReadText, words: ReadonlySet<string>) => (text.terms.some((term) => words.has(term.text)) ? 1 : 0);
	const modal = has(sentence, FACES_MODAL);
	const claimModal = has(claim, FACES_MODAL);
	const future = has(sentence, FUTURE);
	const claimFuture = has(claim, FUTURE);
	const printedTotal = sentence.terms.reduce((sum, term) => sum + term.weight, 0);
	const printedCovered = sentence.terms.reduce(
		(sum, term, index) => sum + (pairs.some((pair) => pair.printed === index) ? term.weight : 0),
		0,
	);
	const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
	const coverage = ratio(covered, total);
	const order = orderOf(pairs);
	const same = pairs.filter(({ relation }) => relation.strength >= 0.85).length;
	const features = {
		coverage,
		coverageNear: ratio(coveredNear, total),
		coverageArticle: ratio(coveredArticle, total),
		coverageSame: ratio(
			pairs.reduce(
				(sum, { claimed, relation }) => sum + (relation.strength >= 0.85 ? (claim.terms[claimed]?.weight ?? 0) : 0),
				0,
			),
			total,
		),
		missingShare: ratio(missing.length, pairs.length + missing.length),
		missingCount: Math.min(missing.length, 6) / 6,
		missingOne: missing.length === 1 ? 1 : 0,
		missingNone: missing.length === 0 ? 1 : 0,
		missingNoneNear: missing.every((index) => near.has(claim.terms[index]?.stem ?? '')) ? 1 : 0,
		worst,
		worstArticle,
		printedCoverage: ratio(printedCovered, printedTotal),
		nameCount: Math.min(nameTotal, 4) / 4,
		nameMissing: ratio(nameMissing, nameTotal),
		nameMissingAny: nameMissing > 0 ? 1 : 0,
		nameAbsentAny: nameAbsent > 0 ? 1 : 0,
		nameConflict,
		claimLength: Math.min(claim.terms.length, 30) / 30,
		sentenceLength: Math.min(sentence.terms.length, 60) / 60,
		sameCount: Math.min(same, 8) / 8,
		order,
		modalGap: modal && !claimModal ? 1 : 0,
		modalClaim: claimModal && !modal ? 1 : 0,
		futureGap: future && !claimFuture ? 1 : 0,
		futureClaim: claimFuture && !future ? 1 : 0,
		universalClaim: has(claim, UNIVERSAL) && !has(sentence, UNIVERSAL) ? 1 : 0,
		universalGap: !has(claim, UNIVERSAL) && has(sentence, UNIVERSAL) ? 1 : 0,
		partialGap: !has(claim, PARTIAL) && has(sentence, PARTIAL) ? 1 : 0,
		partialClaim: has(claim, PARTIAL) && !has(sentence, PARTIAL) ? 1 : 0,
		question: /\?\s*["”’]?$/.test(claim.text.trim()) ? 1 : 0,
		near: ratio(
			pairs.filter(({ relation }) => relation.kind === 'near' || relation.kind === 'broader').length,
			pairs.length,
		),
		narrower: ratio(pairs.filter(({ relation }) => relation.kind === 'narrower').length, pairs.length),
		synonym: ratio(pairs.filter(({ relation }) => relation.kind === 'synonym').length, pairs.length),
		saidClaim: claim.terms.some((term) => SAYING.has(term.base)) ? 1 : 0,
		spoken: speaker.size > 0 ? 1 : 0,
		speakerNamed: claim.terms.some((term) => term.weight > 0 && speaker.has(term.stem)) ? 1 : 0,
		speakerOther:
			speaker.size > 0 && claim.terms.some((term, index) => index < 3 && isName(term) && !speaker.has(term.stem))
				? 1
				: 0,
		...polarity,
		...numbers,
		...roles,
	};
	return { pairs, strengths, features, differences };
}

/** Chat writes names without capitals: a word that the article capitalises, or that no dictionary has, is one too. */
function isNameTerm(term: Term, names: ReadonlySet<string>): boolean {
	if (/^\d/.test(term.text)) return false;
	return term.capital || names.has(term.text) || (term.weight >= 0.99 && !isDictionaryWord(term.base));
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

function comparePolarity(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	differences: RawDifference[],
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
		if (!ours || !theirs || isNegator(ours) || isNegator(theirs)) continue;
		const oursNot = claim.negations[claimed] ?? null;
		const theirsNot = sentence.negations[printed] ?? null;
		const apart = relation.kind === 'opposite';
		const differs = (oursNot !== null) !== (theirsNot !== null);
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
const SURE = 0.75;

/** The word that one side denies is said by the other without denial: the plainest conflict there is. */
function findHeadConflict(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	differences: RawDifference[],
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

function compareNumbers(claim: ReadText, sentence: ReadText, pairs: readonly TermPair[], differences: RawDifference[]) {
	let agrees = 0;
	let conflicts = 0;
	let conflictSure = 0;
	let open = 0;
	for (const ours of claim.quantities) {
		const alike = sentence.quantities.filter((theirs) => theirs.kind === ours.kind);
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
			const strength = best.beside > 0.5 ? 0.9 : ours.kind === 'count' ? (alone ? 0.5 : 0.3) : alone ? 0.8 : 0.5;
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

const BY = new Set(['by']);

/** Two aligned names or nouns in reverse order around the same verb: who did it to whom. */
function compareRoles(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	isName: (term: Term) => boolean,
	differences: RawDifference[],
) {
	let swapped = 0;
	let sure = 0;
	const passive = (text: ReadText) => text.terms.some((term) => BY.has(term.text));
	const sameVoice = passive(claim) === passive(sentence);
	const names = pairs.filter(({ claimed, relation }) => {
		const term = claim.terms[claimed];
		return term && isName(term) && relation.strength >= 0.9;
	});
	for (const [index, pair] of names.entries()) {
		const other = names[index + 1];
		if (!other || other.printed === pair.printed || other.claimed - pair.claimed < 2) continue;
		if (other.printed > pair.printed) continue;
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

/** A name of the claim that the sentence lacks, where the sentence has another name in its place ("in Flint"). */
function compareNames(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	isName: (term: Term) => boolean,
	missing: readonly number[],
	differences: RawDifference[],
): number {
	const taken = new Set(pairs.filter(({ relation }) => relation.strength >= 0.5).map(({ printed }) => printed));
	let conflict = 0;
	for (const index of missing) {
		const ours = claim.terms[index];
		if (!ours || !isName(ours)) continue;
		const before = claim.terms[index - 1];
		for (const [at, theirs] of sentence.terms.entries()) {
			if (!theirs.capital || theirs.weight === 0 || taken.has(at)) continue;
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
			const strength = preposition ? 0.6 : beside ? 0.6 : 0;
			if (strength <= conflict) continue;
			conflict = strength;
			differences.push({ kind: 'name', claim: ours, article: theirs, strength });
		}
	}
	return conflict;
}

const PLACE_WORDS = new Set('in at from to of on with by near'.split(' '));
