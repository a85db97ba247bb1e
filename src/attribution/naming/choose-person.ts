import type { AnalysedText } from '../analysed-text.js';
import type { Entity } from '../entities/entity.js';
import type { EntityList } from '../entities/find-entities.js';
import { readLexicon } from '../lexicon.js';
import type { SpokenTurn } from './candidates.js';
import { describeCandidates, type Reference } from './person-features.js';

/** A choice among the article's people, with the probability that it is right. */
export interface PersonChoice {
	readonly entity: Entity;
	readonly probability: number;
}

let weights: Readonly<Record<string, number>> | undefined;

/**
 * Ranks the people whom a pronoun or a shared surname may mean with a log-linear model (see `data/lexicon/README.md`).
 *
 * @returns Most likely first; the probabilities of all add up to 1. Empty when the article names nobody before.
 */
export function choosePerson(
	analysed: AnalysedText,
	entities: EntityList,
	reference: Reference,
	turns: readonly SpokenTurn[],
): PersonChoice[] {
	weights ??= JSON.parse(readLexicon('person-weights.json').toString('utf8')) as Record<string, number>;
	const known = weights;
	const scored = describeCandidates(analysed, entities, reference, turns).map(({ candidate, features }) => ({
		entity: candidate.entity,
		score: features.reduce((sum, feature) => sum + (known[feature] ?? 0), 0),
	}));
	const best = Math.max(...scored.map(({ score }) => score));
	const total = scored.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
	return scored
		.map(({ entity, score }) => ({ entity, probability: Math.exp(score - best) / total }))
		.sort((a, b) => b.probability - a.probability);
}
