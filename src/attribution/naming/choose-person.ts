import type { AnalysedText } from '../analysed-text.js';
import type { Entity } from '../entities/entity.js';
import type { EntityList } from '../entities/find-entities.js';
import { readLexicon } from '../lexicon.js';
import type { SpokenTurn } from './candidates.js';
import { describeHistory, type Reference, setScene } from './person-features.js';

/** A choice among the article's people, with the probability that it is right. */
export interface PersonChoice {
	readonly entity: Entity;
	readonly probability: number;
}

let weights: Readonly<Record<string, number>> | undefined;

const scoreOf = (features: readonly string[]): number => {
	weights ??= JSON.parse(readLexicon('person-weights.json').toString('utf8')) as Record<string, number>;
	let score = 0;
	for (const feature of features) score += weights[feature] ?? 0;
	return score;
};

/** Ranks the people of a scene, once who spoke before is known. Most likely first; the probabilities add up to 1. */
export type PersonRanker = (turns: readonly SpokenTurn[]) => PersonChoice[];

/**
 * Prepares the choice among the people whom a pronoun or a shared surname may mean, by a log-linear model (see
 * `data/lexicon/README.md`).
 *
 * @returns `null` when the article names nobody before.
 */
export function createPersonRanker(
	analysed: AnalysedText,
	entities: EntityList,
	reference: Reference,
): PersonRanker | null {
	const scene = setScene(analysed, entities, reference);
	if (!scene) return null;
	const presence = scene.present.map(scoreOf);
	return (turns) => {
		const history = describeHistory(scene, turns);
		const scores = presence.map((score, i) => score + scoreOf(history[i] ?? []));
		const best = Math.max(...scores);
		const total = scores.reduce((sum, score) => sum + Math.exp(score - best), 0);
		return scene.candidates
			.map(({ entity }, i) => ({ entity, probability: Math.exp((scores[i] ?? best) - best) / total }))
			.sort((a, b) => b.probability - a.probability);
	};
}
