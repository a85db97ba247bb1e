import { type Span, sliceSpan } from '../../text/span.js';
import { type AnalysedText, tokensWithin } from '../analysed-text.js';
import type { SpeakerBasis } from '../attribution.js';
import type { AttributionClaim } from '../claim.js';
import type { Entity } from '../entities/entity.js';
import type { EntityList } from '../entities/find-entities.js';
import { isSpeech } from '../is-speech.js';
import { isWord } from '../is-word.js';
import type { SpokenTurn } from './candidates.js';
import { createPersonRanker } from './choose-person.js';
import { createGroupFinder, readGroupRole } from './group-role.js';
import { TURNS_MAX } from './person-features.js';
import { readSource, type SourceReading } from './read-source.js';
import { createRoleFit, type Role, readRole } from './role.js';
import { toReference } from './to-reference.js';

/** Who a source is: somebody named in the article, or the source's own words; with the probability that it is right. */
export interface Naming {
	readonly entity: Entity | null;
	/** `null` when the article does not name the source. */
	readonly name: string | null;
	readonly probability: number;
	readonly basis: SpeakerBasis;
}

/** Readings of the article that are followed at the same time, and how many people each reference may mean in each. */
const HYPOTHESES_MAX = 6;
const CHOICES_MAX = 3;

/** One reading of the article up to some claim: who said what so far. */
interface Hypothesis {
	/** Product of the probabilities of its choices; kept so that all hypotheses add up to 1. */
	readonly weight: number;
	/** The last turns to speak, in text order. */
	readonly turns: readonly SpokenTurn[];
	readonly chain: Link | null;
}

interface Link {
	readonly naming: Naming;
	readonly before: Link | null;
}

/**
 * Says who every source is. "He" depends on who spoke before, and who that was may itself be a guess; so several
 * readings are followed, and the one whose choices fit together best wins. A naming's probability is that of the name
 * in all readings that were alive at its claim.
 *
 * @returns One naming per claim.
 */
export function resolveSources(
	analysed: AnalysedText,
	entities: EntityList,
	claims: readonly AttributionClaim[],
): Naming[] {
	let alive: readonly Hypothesis[] = [{ weight: 1, turns: [], chain: null }];
	const shares = claims.map((claim, i): ReadonlyMap<string | null, number> => {
		const { source, content } = claim;
		const reading = readSource(analysed, entities, source);
		const goesOn = isContinued(analysed, claim, claims[i - 1]);
		const place = (source[0] ?? content[0])?.start ?? 0;
		const token = tokensWithin(analysed.tokens, { start: place, end: place + 1 }).first;
		const choose = createChooser(analysed, entities, reading);
		const grown = alive.flatMap(({ weight, turns, chain }) =>
			(goesOn ? continued(chain) : choose(turns)).map(
				(choice): Hypothesis => ({
					weight: weight * choice.weight,
					turns: [...turns.slice(1 - TURNS_MAX), { entity: choice.naming.entity, token }],
					chain: { naming: choice.naming, before: chain },
				}),
			),
		);
		alive = normalised(grown.sort((a, b) => b.weight - a.weight).slice(0, HYPOTHESES_MAX));
		return sharesOfNames(normalised(grown));
	});
	return readChain(alive[0]?.chain ?? null).map((naming, i) => ({
		...naming,
		probability: naming.probability * (shares[i]?.get(naming.name) ?? 1),
	}));
}

/**
 * `“We will go on,” Moe said.` and then a paragraph of `“We have to.”` that names nobody: it is Moe's still. In the
 * news that questions were written for by hand, all 18 such quotations are. Where Moe is only reported to have said
 * something, 7 of 8 are, in the training articles of the tagger.
 */
function isContinued(analysed: AnalysedText, claim: AttributionClaim, before: AttributionClaim | undefined): boolean {
	if (claim.evidence !== 'unclaimed' || !before || !isSpeech(analysed.text, before)) return false;
	const { tokens } = analysed;
	const here = tokensWithin(tokens, claim.content[0] as Span).first;
	const paragraph = tokens[here]?.paragraph ?? 0;
	const last = tokensWithin(tokens, before.content.at(-1) as Span).end - 1;
	const opens = tokens
		.slice(Math.max(0, here - 2), here)
		.every((token) => token.paragraph < paragraph || !isWord(token.word));
	return opens && tokens[last]?.paragraph === paragraph - 1;
}

function continued(chain: Link | null): readonly Choice[] {
	const naming = chain?.naming ?? NOBODY;
	return [{ naming: naming.name === null ? NOBODY : { ...naming, basis: 'continued' }, weight: 1 }];
}

/** A way to name a source: `weight` against its alternatives, which its own probability leaves aside. */
interface Choice {
	readonly naming: Naming;
	readonly weight: number;
}

const NOBODY: Naming = { entity: null, name: null, probability: 1, basis: 'none' };

/** @returns What gives the choices, at least one, for those who spoke before. */
function createChooser(
	analysed: AnalysedText,
	entities: EntityList,
	reading: SourceReading,
): (turns: readonly SpokenTurn[]) => readonly Choice[] {
	const reference = toReference(entities, reading);
	const rank = reference && createPersonRanker(analysed, entities, reference);
	if (rank) {
		const basis = reference.kind === 'surname' ? 'shared-name' : 'pronoun';
		return (turns) =>
			rank(turns)
				.slice(0, CHOICES_MAX)
				.map(({ entity, probability }) => ({ naming: named(entity, basis), weight: probability }));
	}
	const role = readRole(analysed, reading);
	if (role) return createRoleChooser(analysed, entities, reading, role);
	const group = readGroupRole(analysed, reading);
	if (group) return createGroupChooser(analysed, entities, reading, group);
	const only = [{ naming: nameAlone(analysed, entities, reading), weight: 1 }];
	return () => only;
}

/** `the company` is an organisation of the article, or nobody whom it names. */
function createGroupChooser(
	analysed: AnalysedText,
	entities: EntityList,
	reading: SourceReading,
	role: Role,
): (turns: readonly SpokenTurn[]) => readonly Choice[] {
	const printed: Choice = { naming: nameAlone(analysed, entities, reading), weight: 1 };
	const find = createGroupFinder(analysed, entities, role);
	return (turns) => {
		const found = find(turns);
		return found ? [{ naming: named(found.entity, 'role', found.probability), weight: 1 }] : [printed];
	};
}

/** A role may mean a person of the article, or nobody whom it names. */
function createRoleChooser(
	analysed: AnalysedText,
	entities: EntityList,
	reading: SourceReading,
	role: Role,
): (turns: readonly SpokenTurn[]) => readonly Choice[] {
	const printed: Choice = { naming: nameAlone(analysed, entities, reading), weight: ROLE_WEIGHTS.printed };
	const rank = createPersonRanker(analysed, entities, { kind: 'role', token: role.token, gender: role.gender });
	if (!rank) return () => [printed];
	const roleFit = createRoleFit(analysed, role);
	return (turns) => {
		const choices = rank(turns).map(({ entity, probability }): Choice => {
			const words = entity.person === 'no' ? null : roleFit(entity);
			const unsaid = role.telling && entity.person === 'yes' && probability > 0.5 ? ROLE_WEIGHTS.unsaid : 0;
			const bonus = words === null ? unsaid : ROLE_WEIGHTS.noun + ROLE_WEIGHTS.modifier * (words - 1);
			return { naming: named(entity, 'role'), weight: (probability + ROLE_WEIGHTS.floor) * bonus };
		});
		const best = [...choices, printed].filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
		const total = best.reduce((sum, { weight }) => sum + weight, 0);
		return best.slice(0, CHOICES_MAX).map((choice) => ({ ...choice, weight: choice.weight / total }));
	};
}

/**
 * What speaks for a person as the bearer of a role, against the words as printed: the article uses the noun of them, and
 * each modifier; or it does not say so. Set on the roles of the development articles.
 */
const ROLE_WEIGHTS = { printed: 0.35, noun: 3, modifier: 1.5, unsaid: 0.7, floor: 0.03 };

function nameAlone(analysed: AnalysedText, entities: EntityList, reading: SourceReading): Naming {
	if (reading.type === 'name') {
		return reading.named.mention.ambiguous
			? named(reading.named.entity, 'shared-name', 0.85)
			: named(reading.named.entity, 'name');
	}
	if (reading.type === 'words')
		return { entity: null, name: sliceSpan(analysed.text, reading.span), probability: 1, basis: 'words' };
	if (reading.type === 'relative') {
		const comma = analysed.tokens[reading.token - 1]?.word === ',';
		const here = entities.at(reading.token - (comma ? 2 : 1));
		if (here) return named(here.entity, 'relative', 0.9);
	}
	return NOBODY;
}

function named(entity: Entity, basis: SpeakerBasis, probability = 1): Naming {
	return { entity, name: entity.name, probability, basis };
}

function normalised(hypotheses: readonly Hypothesis[]): Hypothesis[] {
	const total = hypotheses.reduce((sum, { weight }) => sum + weight, 0);
	return hypotheses.map((hypothesis) => ({ ...hypothesis, weight: hypothesis.weight / total }));
}

/** What each name of the last claim weighs in all hypotheses together. */
function sharesOfNames(hypotheses: readonly Hypothesis[]): Map<string | null, number> {
	const shares = new Map<string | null, number>();
	for (const { weight, chain } of hypotheses) {
		const name = chain?.naming.name ?? null;
		shares.set(name, (shares.get(name) ?? 0) + weight);
	}
	return shares;
}

function readChain(last: Link | null): Naming[] {
	const namings: Naming[] = [];
	for (let link = last; link; link = link.before) namings.push(link.naming);
	return namings.reverse();
}
