import { sliceSpan } from '../../text/span.js';
import { type AnalysedText, type PlacedToken, tokenSpan } from '../analysed-text.js';
import { findDescription } from './description.js';
import type { Entity, EntityMention } from './entity.js';
import { EntityBuilder, type EntityDraft, NAMESAKES_MAX, namesThing } from './entity-builder.js';
import { type Gender, genderOfName } from './gender.js';
import { findHeadlines, findNamesInHeadline } from './headline.js';
import { findMentions, genderOfTitles, type Mention, readMention } from './mention.js';
import { placeMentions } from './mention-place.js';

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
	/** @returns Everybody who may be meant by a single name: all who bear it and whom its titles fit. */
	namesakesOf(mention: EntityMention): readonly Entity[];
}

/**
 * Lists everybody and everything that the article names: full names first, then bare surnames and given names, each of
 * which goes to a full name that bears it, if there is one.
 */
export function findEntities(analysed: AnalysedText): EntityList {
	const { tokens } = analysed;
	const builder = new EntityBuilder();
	const drafts = new Map<Mention, EntityDraft>();
	const mentions = findMentionsByCare(tokens, builder, drafts);
	const places = placeMentions(tokens, mentions);
	mentions.forEach((mention, i) => {
		const single = mention.keys.length === 1 ? builder.addSingleName(mention) : null;
		const draft = single?.draft ?? drafts.get(mention);
		const place = places[i];
		if (!draft || !place) return;
		draft.add({ ...mention, ...place, ambiguous: single?.ambiguous ?? false });
		if (isFollowedByAge(tokens, mention)) draft.person += 2;
		const gender = place.quoted || single?.ambiguous ? null : genderOfPronounAfter(tokens, mention, mentions[i + 1]);
		if (gender) draft.voteByPronoun(gender);
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
	const bearers = indexByName(entities);
	return {
		entities,
		mentions: named,
		at: (token) => byToken.get(token) ?? null,
		namesakesOf: ({ keys, titles }) => {
			const all = bearers.get(keys[0] ?? '') ?? [];
			const gender = genderOfTitles({ titles });
			const fitting = all.filter((entity) => gender === null || (entity.gender ?? gender) === gender);
			return fitting.length > 0 ? fitting : all;
		},
	};
}

/** People by surname and by given name, for each at most {@link NAMESAKES_MAX}. */
function indexByName(entities: readonly Entity[]): ReadonlyMap<string, readonly Entity[]> {
	const index = new Map<string, Entity[]>();
	for (const entity of entities) {
		if (entity.person !== 'yes') continue;
		for (const key of new Set([entity.keys[0] ?? '', entity.keys.at(-1) ?? ''])) {
			const list = index.get(key) ?? [];
			if (list.length < NAMESAKES_MAX) list.push(entity);
			index.set(key, list);
		}
	}
	return index;
}

/**
 * Adds the full names to the builder, the surest first: names inside sentences, then those that open one (whose first
 * word may be capitalised for that alone), then those in headlines, where capitals say nothing.
 *
 * @returns All mentions in text order, single names too, which are left for the caller to add.
 */
function findMentionsByCare(
	tokens: readonly PlacedToken[],
	builder: EntityBuilder,
	drafts: Map<Mention, EntityDraft>,
): Mention[] {
	const headlines = findHeadlines(tokens);
	const inside: Mention[] = [];
	const opening: Mention[] = [];
	const headline: Mention[] = [];
	for (const run of findMentions(tokens)) {
		const token = tokens[run.first];
		if (headlines.has(token?.paragraph ?? -1)) headline.push(run);
		else if (tokens[run.first - 1]?.sentence === token?.sentence) inside.push(run);
		else opening.push(run);
	}
	const addFullNames = (list: readonly Mention[]): void => {
		for (const mention of list) {
			if (mention.keys.length > 1) drafts.set(mention, builder.addFullName(mention, looksLikePerson(tokens, mention)));
		}
	};
	addFullNames(inside);
	const opened = opening.map((mention) => withoutOpener(tokens, mention, builder));
	addFullNames(opened);
	const singles = new Set([...inside, ...opened].flatMap(({ keys }) => (keys.length === 1 ? keys : [])));
	const isKnown = (keys: readonly string[]): boolean =>
		builder.knows(keys) || (keys.length === 1 && singles.has(keys[0] ?? ''));
	const inHeadlines = headline.flatMap((run) => findNamesInHeadline(tokens, run, isKnown));
	addFullNames(inHeadlines);
	return [...inside, ...opened, ...inHeadlines].sort((a, b) => a.first - b.first);
}

/** "Angry Tim Kaine walked out" – drops the first word of a sentence when the rest is a name known from elsewhere. */
function withoutOpener(tokens: readonly PlacedToken[], mention: Mention, builder: EntityBuilder): Mention {
	if (mention.keys.length < 2 || mention.titles.length > 0 || builder.knows(mention.keys)) return mention;
	if (!builder.knows(mention.keys.slice(1)) || genderOfName(mention.words[0] ?? '') !== null) return mention;
	// "Rakel Lund spoke": an unknown given name before a known surname is somebody else of that name.
	if (mention.keys.length === 2 && tokens[mention.first]?.tag === 'PROPN') return mention;
	return readMention(tokens, mention.first + 1, mention.end) ?? mention;
}

/** Two to four words, none of them an organisation's or a place's: `Frank Nervo`, not `Fox News`, `the Freedom Caucus`. */
function looksLikePerson(tokens: readonly PlacedToken[], mention: Mention): boolean {
	if (mention.keys.length > 4 || mention.words.some((word) => /[\d&]/.test(word))) return false;
	if (namesThing(mention)) return false;
	return mention.titles.length > 0 || tokens[mention.first - 1]?.lower !== 'the';
}

/** "Anna Reyes, 34, said …" */
function isFollowedByAge(tokens: readonly PlacedToken[], { end }: Mention): boolean {
	return tokens[end]?.word === ',' && /^\d{1,3}$/.test(tokens[end + 1]?.word ?? '') && tokens[end + 2]?.word === ',';
}

const MALE = new Set(['he', 'him', 'his', 'himself']);
const FEMALE = new Set(['she', 'her', 'hers', 'herself']);

/** "Rivera said her office …" – the first pronoun after the name in its sentence, if no other name stands between. */
function genderOfPronounAfter(
	tokens: readonly PlacedToken[],
	mention: Mention,
	next: Mention | undefined,
): Gender | null {
	const sentence = tokens[mention.first]?.sentence;
	for (let i = mention.end; i < Math.min(next?.first ?? tokens.length, mention.end + 30); i++) {
		const token = tokens[i];
		if (!token || token.sentence !== sentence) return null;
		if (token.stretch >= 0) continue;
		if (MALE.has(token.lower)) return 'male';
		if (FEMALE.has(token.lower)) return 'female';
	}
	return null;
}

function finish(analysed: AnalysedText, draft: EntityDraft): Entity {
	const { text, tokens } = analysed;
	const print = (mention: Mention): string =>
		bareName(sliceSpan(text, tokenSpan(tokens, mention.nameFirst, mention.end)));
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
		onlyOpens: draft.mentions.every(({ opens }) => opens),
		description: findDescription(analysed, draft.mentions, person),
		aliases: [...aliases],
	};
}

/**
 * Without what wink leaves on a name: the possessive after an apostrophe of its own (`O’Brien’s`), and a sentence's full
 * stop after a word that it takes for an abbreviation (`the Evening Sun.`).
 */
const bareName = (name: string): string =>
	name
		.replace(/(?<=\p{L})['’]s$/u, '')
		.replace(/(?<=\s\p{Lu}\p{Ll}+)(?<!\b(?:Jr|Sr|Inc|Co|Corp|Ltd|Bros|Assn|Dept|Esq))\.$/u, '');
