import { readMonth } from '../../text/months.js';
import type { Span } from '../../text/span.js';
import { type AnalysedText, type PlacedToken, tokenSpan, tokensWithin } from '../analysed-text.js';
import type { EntityList, NamedHere } from '../entities/find-entities.js';
import type { Gender } from '../entities/gender.js';
import { findTitle, isDate, isOrganisationWord } from '../entities/name-words.js';
import { isPersonNoun } from '../entities/person-noun.js';

/** What the words of a source turn out to be, before anybody is looked up. */
export type SourceReading =
	/** A name stands in it: `Senate leader Ann Price`, `Price`. */
	| { readonly type: 'name'; readonly named: NamedHere }
	/** `he`, `her`: one person of that gender. */
	| { readonly type: 'person'; readonly gender: Gender; readonly token: number }
	/** `who`, `which`: whoever stands just before it. */
	| { readonly type: 'relative'; readonly token: number }
	/** `I`, `you`, `it`, `they`, or no words at all: the text does not name anybody here. */
	| { readonly type: 'nobody' }
	/** A description: `the senator`, `two officials`. `head` is its noun. */
	| { readonly type: 'words'; readonly span: Span; readonly first: number; readonly head: number };

const MALE = new Set(['he', 'him', 'his', 'himself']);
const FEMALE = new Set(['she', 'her', 'hers', 'herself']);
const RELATIVE = new Set(['who', 'whom', 'whose', 'which', 'that']);
const NAMELESS = new Set(
	'i me my mine we us our ours you your it its they them their theirs this these those one someone somebody others both all many some none myself ourselves itself themselves'.split(
		' ',
	),
);
/** Words that end the head of a noun phrase: `the head | of …`, `a man | who …`, `officials | speaking …`. */
const AFTER_HEAD = new Set(
	'of for in at with from on by to who which that including whose where when as than about into over under near during between among after before'.split(
		' ',
	),
);

/** Reads a source: is it a name, a pronoun, a description? The last name in its head noun phrase is the one meant. */
export function readSource(analysed: AnalysedText, entities: EntityList, source: readonly Span[]): SourceReading {
	const { tokens } = analysed;
	const span = source[0];
	if (!span) return { type: 'nobody' };
	const range = withoutDateline(tokens, trimmed(tokens, tokensWithin(tokens, span)));
	const start = tokens[range.first];
	if (!start || range.end <= range.first) return { type: 'nobody' };
	const shownEnd = endOfShown(tokens, range.first, range.end);
	const headEnd = endOfHead(tokens, entities, range.first, range.end);
	// "he", "who in 2010"; but "both of the men" names somebody in its way.
	if (headEnd - range.first === 1) {
		if (MALE.has(start.lower)) return { type: 'person', gender: 'male', token: range.first };
		if (FEMALE.has(start.lower)) return { type: 'person', gender: 'female', token: range.first };
		if (RELATIVE.has(start.lower)) return { type: 'relative', token: range.first };
	}
	if (shownEnd - range.first === 1 && NAMELESS.has(start.lower)) return { type: 'nobody' };
	const named =
		nameEndingAt(entities, range.first, headEnd) ??
		nameInApposition(tokens, entities, headEnd, range.end) ??
		authorNamed(tokens, entities, headEnd, range.end);
	if (named && !isCommonPlural(tokens, range.first, named)) return { type: 'name', named };
	return { type: 'words', span: tokenSpan(tokens, range.first, shownEnd), first: range.first, head: headEnd - 1 };
}

/** "Visitors said", "most Democrats say" – a plural that only opens sentences, or of which there are some, names nobody. */
function isCommonPlural(tokens: readonly PlacedToken[], first: number, { entity, mention }: NamedHere): boolean {
	const [word = ''] = entity.keys;
	if (entity.keys.length > 1 || entity.person !== 'no' || !/[^s]s$/.test(word) || isOrganisationWord(word))
		return false;
	const counted = tokens.slice(first, mention.first).some(({ lower, tag }) => tag === 'NUM' || QUANTIFIERS.has(lower));
	return counted || entity.onlyOpens;
}

const QUANTIFIERS = new Set('all both few fewer half many more most other several some'.split(' '));

interface Range {
	readonly first: number;
	readonly end: number;
}

/** "Price himself" is Price. */
const REFLEXIVE = /^(?:him|her|it|them)sel(?:f|ves)$/;

function trimmed(tokens: readonly PlacedToken[], { first, end }: Range): Range {
	let from = first;
	let to = end;
	while (from < to && !/[\p{L}\p{N}]/u.test(tokens[from]?.word ?? '')) from++;
	const ends = ({ word, lower }: PlacedToken) =>
		/[\p{L}\p{N}]/u.test(word) && !(to > from + 1 && REFLEXIVE.test(lower));
	while (to > from && !ends(tokens[to - 1] as PlacedToken)) to--;
	return { first: from, end: to };
}

/** `PARIS, Texas — Mayor Ann Price said` – the place where an article was written speaks with nobody. */
function withoutDateline(tokens: readonly PlacedToken[], { first, end }: Range): Range {
	const opens = tokens[first - 1]?.paragraph !== tokens[first]?.paragraph;
	if (!opens || !/^\p{Lu}{3}/u.test(tokens[first]?.word ?? '')) return { first, end };
	const dash = tokens.slice(first, end).findIndex(({ word }) => /^(?:[—–―-]|--)$/.test(word));
	return trimmed(tokens, { first: first + dash + 1, end });
}

function endOfHead(tokens: readonly PlacedToken[], entities: EntityList, first: number, end: number): number {
	for (let i = first + 1; i < end; i++) {
		const token = tokens[i];
		if (!token || /^(?:[,(—–;:]|--)$/.test(token.word)) return i;
		const here = entities.at(i);
		if (here && here.mention.first < i && i < here.mention.end) continue;
		if (AFTER_HEAD.has(token.lower) && !endsInBearer(tokens, entities, i, end)) return i;
	}
	return end;
}

/** `secretary | of state Ann Price`: an office in small letters, then the full name of the person who holds it. */
function endsInBearer(tokens: readonly PlacedToken[], entities: EntityList, of: number, end: number): boolean {
	if (tokens[of]?.lower !== 'of' || findTitle(tokens[of - 1]?.lower ?? '') === null) return false;
	let i = of + 1;
	while (i < end && tokens[i]?.tag === 'NOUN' && findTitle(tokens[i]?.lower ?? '') === null && !entities.at(i)) i++;
	const here = entities.at(i);
	return i > of + 1 && here?.entity.person === 'yes' && here.mention.keys.length > 1 && here.mention.end <= end;
}

/** `Hillary Clinton’s campaign manager Robby Mook` – the name that the phrase ends in, never one that modifies. */
function nameEndingAt(entities: EntityList, first: number, end: number): NamedHere | null {
	const here = entities.at(end - 1);
	if (here?.mention.end !== end || here.mention.nameFirst < first - 1) return null;
	// "a poll released Friday"
	return isDate(here.mention.keys.at(-1) ?? '') && !isNamedAsMonth(here, first) ? null : here;
}

/** `Theresa May`, and `May` where that is somebody's name; not `a poll released in May`. */
function isNamedAsMonth({ entity, mention }: NamedHere, first: number): boolean {
	if (readMonth(mention.keys.at(-1) ?? '') === null || entity.person !== 'yes') return false;
	return mention.keys.length > 1 || mention.nameFirst <= first;
}

/** `a spokesman for the campaign, Jason Bell,` */
function nameInApposition(
	tokens: readonly PlacedToken[],
	entities: EntityList,
	from: number,
	end: number,
): NamedHere | null {
	for (let i = from; i < Math.min(end, from + 12); i++) {
		if (tokens[i]?.word !== ',') continue;
		const here = entities.at(i + 1);
		if (!here || here.entity.person === 'no' || here.mention.first !== i + 1 || here.mention.end > end) continue;
		if (here.entity.person === 'maybe' && !isPersonNoun(tokens[from - 1]?.lower ?? '')) continue;
		if (here.mention.end === end || tokens[here.mention.end]?.word === ',') return here;
	}
	return null;
}

const DOCUMENTS = new Set('account dispatch dispatches letter report reports statement statements'.split(' '));

/** `reports by the news agency RIA Novosti` – who wrote it speaks. */
function authorNamed(
	tokens: readonly PlacedToken[],
	entities: EntityList,
	headEnd: number,
	end: number,
): NamedHere | null {
	if (!DOCUMENTS.has(tokens[headEnd - 1]?.lower ?? '') || tokens[headEnd]?.lower !== 'by') return null;
	return nameEndingAt(entities, headEnd + 1, endOfHead(tokens, entities, headEnd + 1, end));
}

/** A description as it is shown: up to the first comma, dash or bracket. */
function endOfShown(tokens: readonly PlacedToken[], first: number, end: number): number {
	let to = first + 1;
	while (to < end && !/^(?:[,—–(;]|--)$/.test(tokens[to]?.word ?? '')) to++;
	return to;
}
