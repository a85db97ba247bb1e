import { sliceSpan } from '../../text/span.js';
import { type AnalysedText, tokensWithin } from '../analysed-text.js';
import type { Attribution, Speaker } from '../attribution.js';
import type { AttributionClaim } from '../claim.js';
import type { Entity } from '../entities/entity.js';
import { type EntityList, findEntities } from '../entities/find-entities.js';
import type { SpokenTurn } from './candidates.js';
import { choosePerson } from './choose-person.js';
import { readSource } from './read-source.js';

/** The attributions with their names, and everybody who is named in them. */
export interface NamedAttributions {
	readonly attributions: readonly Attribution[];
	readonly speakers: readonly Speaker[];
}

/** Who a source is: somebody named in the article, or the source's own words; with the probability that it is right. */
interface Naming {
	readonly entity: Entity | null;
	readonly name: string | null;
	readonly probability: number;
}

const NOBODY: Naming = { entity: null, name: null, probability: 1 };

/**
 * Second stage: says whom the sources of the claims mean. Reads the claims in text order, so that "he" can be whoever
 * spoke before. Gives `null` rather than a guess.
 */
export function nameSpeakers(analysed: AnalysedText, claims: readonly AttributionClaim[]): NamedAttributions {
	const entities = findEntities(analysed);
	const turns: SpokenTurn[] = [];
	const speakers = new Map<string, Speaker>();
	const attributions = claims.map((claim) => {
		const naming = nameSource(analysed, entities, claim, turns);
		const place = (claim.source[0] ?? claim.content[0])?.start ?? 0;
		turns.push({ entity: naming.entity, token: tokensWithin(analysed.tokens, { start: place, end: place + 1 }).first });
		if (naming.name !== null) addSpeaker(speakers, naming);
		const { kind, content, cue, source } = claim;
		return { kind, content, cue, source, speaker: naming.name, confidence: claim.confidence * naming.probability };
	});
	return { attributions, speakers: [...speakers.values()] };
}

function nameSource(
	analysed: AnalysedText,
	entities: EntityList,
	{ source }: AttributionClaim,
	turns: readonly SpokenTurn[],
): Naming {
	const reading = readSource(analysed, entities, source);
	if (reading.type === 'name') return named(reading.named.entity, reading.named.mention.ambiguous ? 0.85 : 1);
	if (reading.type === 'words') return { entity: null, name: sliceSpan(analysed.text, reading.span), probability: 1 };
	if (reading.type === 'relative') {
		const before = analysed.tokens[reading.token - 1]?.word === ',' ? reading.token - 2 : reading.token - 1;
		const here = entities.at(before);
		return here ? named(here.entity, 0.9) : NOBODY;
	}
	if (reading.type === 'person') {
		const choice = choosePerson(analysed, entities, reading.token, reading.gender, turns)[0];
		return choice ? named(choice.entity, choice.probability) : NOBODY;
	}
	return NOBODY;
}

const named = (entity: Entity, probability: number): Naming => ({ entity, name: entity.name, probability });

function addSpeaker(speakers: Map<string, Speaker>, { entity, name }: Naming): void {
	if (name === null || speakers.has(name)) return;
	speakers.set(name, { name, description: entity?.description ?? null, aliases: entity?.aliases ?? [] });
}
