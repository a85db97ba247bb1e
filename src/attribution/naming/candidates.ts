import type { PlacedToken } from '../analysed-text.js';
import type { Entity, EntityMention } from '../entities/entity.js';
import type { EntityList } from '../entities/find-entities.js';

/** Somebody's turn to speak: the token where the source stands, and who it was, if that is known. */
export interface SpokenTurn {
	readonly entity: Entity | null;
	readonly token: number;
}

/** A person whom a reference may mean, with the mentions before it that tell how present they are. */
export interface Candidate {
	readonly entity: Entity;
	/** The last mention before the pronoun. */
	readonly last: EntityMention;
	/** The last one outside quotation marks, and the last one that is a subject; `null` when there is none. */
	readonly lastOutside: EntityMention | null;
	readonly lastSubject: EntityMention | null;
	/** The last one that prints more than one word of the name. */
	readonly lastFull: EntityMention | null;
	/** The first mention in the paragraph of the last one. */
	readonly firstInParagraph: EntityMention | null;
	/** How many mentions within reach. */
	readonly count: number;
}

/** Mentions looked back upon. An article names fewer; a text of names alone must not cost more. */
const REACH_MENTIONS = 400;

/** Gathers the persons named before a token, nearest first. */
export function findCandidates({ mentions }: EntityList, token: number): Candidate[] {
	const candidates = new Map<Entity, { -readonly [Key in keyof Candidate]: Candidate[Key] }>();
	const from = countBefore(mentions, token) - 1;
	for (let i = from; i >= 0 && i > from - REACH_MENTIONS; i--) {
		const here = mentions[i];
		if (!here || here.entity.person === 'no') continue;
		const { entity, mention } = here;
		let candidate = candidates.get(entity);
		if (!candidate) {
			candidate = {
				entity,
				last: mention,
				lastOutside: null,
				lastSubject: null,
				lastFull: null,
				firstInParagraph: null,
				count: 0,
			};
			candidates.set(entity, candidate);
		}
		candidate.count++;
		if (!mention.quoted) candidate.lastOutside ??= mention;
		if (mention.role === 'subject') candidate.lastSubject ??= mention;
		if (mention.keys.length > 1) candidate.lastFull ??= mention;
		if (mention.paragraph === candidate.last.paragraph) candidate.firstInParagraph = mention;
	}
	return [...candidates.values()];
}

/** @returns How many mentions begin before the token, by halving. */
export function countBefore(mentions: EntityList['mentions'], token: number): number {
	let low = 0;
	let high = mentions.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((mentions[middle]?.mention.first ?? token) < token) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** How a reference stands: right after a quotation, at the start of a sentence, after a verb, or otherwise. */
export type ReferencePlace = 'quotation' | 'start' | 'verb' | 'other';

/** @returns How the word at `token` stands. */
export function placeOfReference(tokens: readonly PlacedToken[], token: number): ReferencePlace {
	const before = tokens[token - 1];
	if (before && /^[,"“”'’.?!]+$/.test(before.word)) return 'quotation';
	if (before?.sentence !== tokens[token]?.sentence) return 'start';
	return before?.tag === 'VERB' ? 'verb' : 'other';
}
