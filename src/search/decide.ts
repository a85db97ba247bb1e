import * as z from 'zod';
import { findCandidates } from './candidates.js';
import { FEATURE, type FeatureName } from './features/feature-names.js';
import { isSilent } from './is-silent.js';
import { readLexicon, readLexiconLines } from './lexicon.js';
import type { Library } from './library.js';
import { analyseQuery, type Term } from './query.js';
import { QUESTION_CLASSES } from './question-class.js';
import { type RankedSentence, rankCandidates } from './ranker.js';
import type { Scope } from './ranking-weights.js';
import { Scan } from './scan.js';

/** Signs read off the best value that any candidate has. */
const BEST = [
	'coverAny',
	'coverNames',
	'context',
	'paragraph',
	'names',
	'others',
	'carriedAll',
	'articleCover',
	'localParagraph',
	'bigrams',
	'nearness',
	'head',
	'rarestHit',
	'hits',
] as const satisfies readonly FeatureName[];

/** Signs read off the candidate that ranks first. */
const TOP = [
	'typeMatch',
	'title',
	'context',
	'names',
	'bigrams',
	'speakerAsked',
] as const satisfies readonly FeatureName[];

/** Signs read off what the ranking expects: the mean over the candidates, each with its chance of being right. */
const EXPECTED = [
	'coverNames',
	'context',
	'names',
	'rarestHit',
	'hits',
	'stop',
	'title',
	'speakerAsked',
	'typeMatch',
] as const satisfies readonly FeatureName[];

/** An article that the question does not find at all still has a logarithm. */
const HERE_LEAST = 0.1;

/** Signs that need more than one measure. */
const OWN = [
	'lead',
	'rise',
	'share',
	'typed',
	'here',
	'silent',
	'unknown',
	'unknownNames',
	'typos',
	'terms',
	'nameShare',
	'otherTerms',
] as const;

/** What the gates look at, by the names under which their weights are kept. */
const SIGNS: readonly string[] = [
	...OWN,
	...BEST.map((name) => `best.${name}`),
	...TOP.map((name) => `top.${name}`),
	...EXPECTED.map((name) => `expected.${name}`),
	...QUESTION_CLASSES,
];

const GATE = z
	.object({ bias: z.number(), weights: z.record(z.string(), z.number()) })
	.transform(({ bias, weights }) => ({ bias, weights: SIGNS.map((name) => weights[name] ?? 0) }));
const GATES = z.object({ about: GATE, answers: GATE, openStrictness: z.number(), openAnswers: z.number() });

type Gate = z.infer<typeof GATE>;

let loaded: z.infer<typeof GATES> | null = null;

/**
 * Decides whether the ranked sentences answer the question, by the two trained gates of
 * `data/lexicon/answer-gates.json`: is the question about these articles at all, and does what ranks first answer it?
 * In both, holding more of the question never speaks against an answer.
 *
 * @param scope - Over all articles the library sets how strict the first gate is (see {@link findStrictness}), and the
 * second is stricter than within one, where the reader has picked the article.
 */
export function isAnswered(scan: Scan, ranked: readonly RankedSentence[], scope: Scope): boolean {
	const [first] = ranked;
	const signs = readSigns(scan, ranked);
	if (!first || signs === null) return false;
	const { about, answers, openAnswers } = gates();
	if (weigh(about, signs) < (scope === 'open' ? scan.library.strictness : 0)) return false;
	return (
		Math.max(first.measures[FEATURE.coverNames] ?? 0, first.measures[FEATURE.speakerCover] ?? 0) >= HELD ||
		weigh(answers, signs) >= (scope === 'open' ? openAnswers : 0)
	);
}

/** Where the first sentence, with its speaker, holds so much of the question, the second gate has nothing to say. */
const HELD = 0.95;

/** Share of the general questions that a library has to decline. */
const GENERAL_DECLINED = 0.87;

/**
 * Finds how strict the first gate has to be in a library: the more an article holds, the more of any question it holds
 * by chance. A hundred questions of general knowledge, which hardly any library answers, are put to it.
 *
 * @returns The trained threshold for libraries where that does, as in most libraries of news; more for an
 * encyclopaedia. On the scale of the gate, whose threshold within one article is 0.
 */
export function findStrictness(library: Library): number {
	const scores = readLexiconLines('general-questions.txt').flatMap((question) => {
		const query = analyseQuery(library, question);
		const scan = new Scan(library, query);
		const signs = readSigns(scan, rankCandidates(scan, findCandidates(library, query, scan, null), 'open'));
		scan.release();
		return signs === null ? [] : [weigh(gates().about, signs)];
	});
	scores.sort((a, b) => a - b);
	return Math.max(gates().openStrictness, scores[Math.floor(GENERAL_DECLINED * scores.length)] ?? 0);
}

function gates(): z.infer<typeof GATES> {
	loaded ??= GATES.parse(JSON.parse(readLexicon('answer-gates.json')));
	return loaded;
}

/** @param signs - In the order of {@link SIGNS}. */
function weigh({ bias, weights }: Gate, signs: readonly number[]): number {
	return signs.reduce((sum, value, sign) => sum + value * (weights[sign] ?? 0), bias);
}

/** @returns What the gates look at, in the article of the best sentence; `null` when nothing was found. */
function readSigns(scan: Scan, all: readonly RankedSentence[]): number[] | null {
	const [first] = all;
	if (!first) return null;
	const { library, query } = scan;
	// In a large library something somewhere holds any word: one article has to hold them together.
	const { articleOf } = library.sentences;
	const ranked = all.filter(({ sentence }) => articleOf[sentence] === articleOf[first.sentence]);
	const { terms, classes, total } = query;
	const share = (is: (term: Term) => boolean) => {
		return terms.reduce((sum, term) => sum + (is(term) ? term.rarity : 0), 0) / total;
	};
	const top = first.score;
	const mean = ranked.reduce((sum, { score }) => sum + score, 0) / ranked.length;
	const chances = ranked.map(({ score }) => Math.exp(score - top));
	const chanceSum = chances.reduce((sum, chance) => sum + chance, 0);
	const nameShare = share(({ isName }) => isName);
	const own: Readonly<Record<(typeof OWN)[number], number>> = {
		lead: top - (ranked[1]?.score ?? top - 2),
		rise: top - mean,
		share: 1 / chanceSum,
		typed: bestContext(ranked.filter(({ measures }) => (measures[FEATURE.typeMatch] ?? 0) >= 0)) - bestContext(ranked),
		here: Math.log(HERE_LEAST + (first.measures[FEATURE.articleShare] ?? 0)),
		silent: isSilent(scan, articleOf[first.sentence] ?? 0) ? -1 : 0,
		unknown: -share(({ isKnown }) => !isKnown),
		unknownNames: -share(({ isName, isKnown }) => isName && !isKnown),
		typos: -share(({ isTypo }) => isTypo),
		terms: terms.length / 6,
		nameShare,
		otherTerms: (terms.length / 6) * (1 - nameShare),
	};
	const best = (column: number) => {
		return ranked.reduce((most, { measures }) => Math.max(most, measures[column] ?? 0), -1);
	};
	const expected = (column: number) => {
		return ranked.reduce((sum, { measures }, i) => sum + (measures[column] ?? 0) * (chances[i] ?? 0), 0) / chanceSum;
	};
	return [
		...OWN.map((name) => own[name]),
		...BEST.map((name) => best(FEATURE[name])),
		...TOP.map((name) => first.measures[FEATURE[name]] ?? 0),
		...EXPECTED.map((name) => expected(FEATURE[name])),
		...QUESTION_CLASSES.map((name) => (classes.has(name) ? 1 : 0)),
	];
}

function bestContext(ranked: readonly RankedSentence[]): number {
	return ranked.reduce((most, { measures }) => Math.max(most, measures[FEATURE.context] ?? 0), 0);
}
