import { sliceSpan } from '../../text/span.js';
import { type AnalysedText, type PlacedToken, tokenSpan } from '../analysed-text.js';
import { findDescription } from './description.js';
import type { Entity, EntityMention } from './entity.js';
import { EntityBuilder, type EntityDraft } from './entity-builder.js';
import { findMentions, type Mention } from './mention.js';
import { placeMentions } from './mention-place.js';
import { isOrganisationWord, isOtherNameWord } from './name-words.js';

/** An entity with the mention of it at one place. */
export interface NamedHere {
	readonly entity: Entity;
	readonly mention: EntityMention;
}

/** The names of an article, with every place that names each of them. */
export interface EntityList {
	/** In order of first appearance. */
	readonly entities: readonly Entity[];
	/** Every mention of every entity, in text order. */
	readonly mentions: readonly NamedHere[];
	/** @returns The entity and the mention that the token belongs to; `null` when it belongs to no name. */
	at(token: number): NamedHere | null;
}

/**
 * Lists everybody and everything that the article names: full names first, then bare surnames and given names, each of
 * which goes to a full name that bears it, if there is one.
 */
export function findEntities(analysed: AnalysedText): EntityList {
	const { tokens } = analysed;
	const builder = new EntityBuilder();
	const mentions = findMentions(tokens);
	const drafts = new Map<Mention, EntityDraft>();
	for (const mention of mentions) {
		if (mention.keys.length > 1) drafts.set(mention, builder.addFullName(mention, looksLikePerson(tokens, mention)));
	}
	const places = placeMentions(tokens, mentions);
	mentions.forEach((mention, i) => {
		const single = mention.keys.length === 1 ? builder.addSingleName(mention) : null;
		const draft = single?.draft ?? drafts.get(mention);
		const place = places[i];
		if (!draft || !place) return;
		draft.add({ ...mention, ...place, ambiguous: single?.ambiguous ?? false });
		if (isFollowedByAge(tokens, mention)) draft.person += 2;
	});
	const entities = builder.drafts
		.filter((draft) => draft.mentions.length > 0)
		.map((draft) => finish(analysed, draft))
		.sort((a, b) => (a.mentions[0]?.first ?? 0) - (b.mentions[0]?.first ?? 0));
	const named = entities.flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })));
	named.sort((a, b) => a.mention.first - b.mention.first);
	const byToken = new Map<number, NamedHere>();
	for (const here of named) {
		for (let token = here.mention.first; token < here.mention.end; token++) byToken.set(token, here);
	}
	return { entities, mentions: named, at: (token) => byToken.get(token) ?? null };
}

/** Two to four words, none of them an organisation's or a place's: `Frank Nervo`, not `Fox News`, `the Freedom Caucus`. */
function looksLikePerson(tokens: readonly PlacedToken[], mention: Mention): boolean {
	if (mention.keys.length > 4 || mention.words.some((word) => /[\d&]/.test(word))) return false;
	if (mention.keys.some((key) => isOrganisationWord(key) || isOtherNameWord(key))) return false;
	return mention.titles.length > 0 || tokens[mention.first - 1]?.lower !== 'the';
}

/** "Anna Reyes, 34, said …" */
function isFollowedByAge(tokens: readonly PlacedToken[], { end }: Mention): boolean {
	return tokens[end]?.word === ',' && /^\d{1,3}$/.test(tokens[end + 1]?.word ?? '') && tokens[end + 2]?.word === ',';
}

function finish(analysed: AnalysedText, draft: EntityDraft): Entity {
	const { text, tokens } = analysed;
	const print = (mention: Mention): string =>
		withoutPossessive(sliceSpan(text, tokenSpan(tokens, mention.nameFirst, mention.end)));
	const name = print(draft.fullest);
	const aliases = new Set(draft.mentions.map(print));
	aliases.delete(name);
	const { gender, evidence } = draft.gender;
	const person = draft.personhood;
	return {
		name,
		keys: draft.keys,
		person,
		gender,
		genderEvidence: evidence,
		mentions: draft.mentions,
		description: findDescription(analysed, draft.mentions),
		aliases: [...aliases],
	};
}

/** wink leaves the possessive on a name with an apostrophe of its own: `O’Brien’s`. */
const withoutPossessive = (name: string): string => name.replace(/(?<=\p{L})['’]s$/u, '');
