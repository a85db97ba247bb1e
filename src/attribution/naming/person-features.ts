import type { AnalysedText, PlacedToken } from '../analysed-text.js';
import type { Entity } from '../entities/entity.js';
import type { EntityList } from '../entities/find-entities.js';
import type { Gender } from '../entities/gender.js';
import { type Candidate, findCandidates, placeOfReference, type SpokenTurn } from './candidates.js';

/** Words that mean one of the article's people without saying which. */
export interface Reference {
	/** A pronoun, a surname that several people bear, or a role such as `the senator`. */
	readonly kind: 'pronoun' | 'surname' | 'role';
	/** Where it stands. */
	readonly token: number;
	readonly gender: Gender | null;
	/** The only people it may mean; everybody when absent. */
	readonly among?: readonly Entity[];
}

/** Turns to speak that are looked back upon. */
export const TURNS_MAX = 12;

const MALE = new Set(['he', 'him', 'his', 'himself']);
const FEMALE = new Set(['she', 'her', 'hers', 'herself']);

/** Steps for distances and counts: a number becomes the index of the step it has reached. */
const step = (value: number, steps: readonly number[]): number => steps.filter((each) => value >= each).length;

/**
 * Gathers everybody whom the reference may mean, with what does not depend on who spoke before: does the gender fit,
 * how far back and as what the person was named, and how often.
 *
 * @returns `null` when the article names nobody before.
 */
export function setScene(analysed: AnalysedText, entities: EntityList, reference: Reference): Scene | null {
	const all = findCandidates(entities, reference.token);
	const candidates = reference.among ? all.filter(({ entity }) => reference.among?.includes(entity)) : all;
	const frame = candidates.length > 0 ? setFrame(analysed, reference, candidates) : null;
	if (!frame) return null;
	const kind = reference.kind === 'surname' ? 'N' : '';
	const present = candidates.map((candidate) => presence(frame, candidate).map((feature) => kind + feature));
	return { candidates, present, frame };
}

/** The people whom a reference may mean, before anything is known of who spoke. */
export interface Scene {
	readonly candidates: readonly Candidate[];
	/** Features of each candidate that do not depend on the turns. */
	readonly present: readonly (readonly string[])[];
	readonly frame: Frame;
}

/**
 * Features of each candidate that depend on who spoke before.
 *
 * @param turns - In text order; the last {@link TURNS_MAX} count.
 */
export function describeHistory({ candidates, frame }: Scene, turns: readonly SpokenTurn[]): string[][] {
	const kind = frame.reference.kind === 'surname' ? 'N' : '';
	const recent = turns.slice(-TURNS_MAX);
	return candidates.map((candidate) => history(frame, recent, candidate).map((feature) => kind + feature));
}

/** What is the same for all candidates of a reference. */
export interface Frame {
	readonly tokens: readonly PlacedToken[];
	readonly here: PlacedToken;
	readonly reference: Reference;
	/** First letter of the reference's place: q, s, v, o. */
	readonly place: string;
	/** The candidates whose gender fits: by recency, by recency outside quotation marks, as subjects, by frequency. */
	readonly fitting: readonly Candidate[];
	readonly outside: readonly Candidate[];
	readonly subjects: readonly Candidate[];
	readonly byCount: readonly Candidate[];
	/** The entity that leads the reference's own paragraph, if it is a candidate. */
	readonly leader: Entity | null;
}

function setFrame({ tokens }: AnalysedText, reference: Reference, candidates: readonly Candidate[]): Frame | null {
	const here = tokens[reference.token];
	if (!here) return null;
	const fitting = candidates.filter(
		({ entity }) => reference.gender === null || (entity.gender ?? reference.gender) === reference.gender,
	);
	const latest = (key: 'lastOutside' | 'lastSubject'): Candidate[] =>
		fitting.filter((candidate) => candidate[key] !== null).sort((a, b) => (b[key]?.first ?? 0) - (a[key]?.first ?? 0));
	const inParagraph = fitting.filter(({ firstInParagraph }) => firstInParagraph?.paragraph === here.paragraph);
	const leader = inParagraph.reduce<Candidate | null>(
		(first, candidate) =>
			(candidate.firstInParagraph?.first ?? 0) < (first?.firstInParagraph?.first ?? Number.POSITIVE_INFINITY)
				? candidate
				: first,
		null,
	);
	return {
		tokens,
		here,
		reference,
		place: placeOfReference(tokens, reference.token).charAt(0),
		fitting,
		outside: latest('lastOutside'),
		subjects: latest('lastSubject'),
		byCount: [...fitting].sort((a, b) => b.count - a.count),
		leader: leader?.entity ?? null,
	};
}

/** How present the person is: named how long ago, as what, how often, and does the gender fit? */
function presence(frame: Frame, candidate: Candidate): string[] {
	const { tokens, here, reference, place, fitting, outside, subjects, byCount, leader } = frame;
	const { entity, last, lastOutside, lastSubject, lastFull, count } = candidate;
	const mention = lastOutside ?? last;
	const { gender } = reference;
	const fits = gender === null ? 'x' : entity.gender === null ? 'u' : entity.gender === gender ? 'y' : 'n';
	const sure = step(entity.genderEvidence, [1, 3, 6]);
	const sentences = step(here.sentence - mention.sentence, [1, 2, 3, 4, 7, 12]);
	const paragraphs = step(here.paragraph - mention.paragraph, [1, 2, 3, 5]);
	const rank = Math.min(4, rankIn(outside, candidate));
	const role = `${mention.role.charAt(0)}${mention.leads ? '1' : ''}`;
	const same = gender === null ? 0 : step(countPronouns(tokens, mention.end, reference.token, gender), [1, 2, 4]);
	const other =
		gender === null ? 0 : step(countPronouns(tokens, mention.end, reference.token, opposite(gender)), [1, 2]);
	const leads = leader === null ? 'x' : leader === entity ? 'y' : 'n';
	const features = [
		`g${fits}${entity.person.charAt(0)}`,
		`g${fits}e${sure}`,
		`s${sentences}`,
		`p${paragraphs}`,
		`s${sentences}${place}`,
		`s${sentences}${fits}`,
		`r${Math.min(4, rankIn(fitting, candidate))}`,
		`ro${rank}`,
		`ro${rank}${place}`,
		`rs${Math.min(3, rankIn(subjects, candidate))}`,
		`rs${Math.min(3, rankIn(subjects, candidate))}${place}`,
		`role${role}`,
		`role${role}s${Math.min(2, here.sentence - mention.sentence)}`,
		`role${role}ro${Math.min(2, rank)}`,
		`out${lastOutside === null ? 'n' : last === lastOutside ? 'y' : 'q'}`,
		`n${step(count, [2, 3, 5, 9])}`,
		`nr${Math.min(3, rankIn(byCount, candidate))}`,
		`sub${lastSubject ? step(here.sentence - lastSubject.sentence, [1, 2, 3, 5]) : 'x'}`,
		`w${Math.min(2, entity.keys.length)}${entity.person.charAt(0)}`,
		`c${same}s${Math.min(sentences, 4)}`,
		`c${same}ro${Math.min(2, rank)}`,
		`x${other}`,
		`lead${leads}`,
		`lead${leads}p${Math.min(paragraphs, 2)}`,
		`lead${leads}${place}`,
		`full${lastFull ? step(here.sentence - lastFull.sentence, [1, 3, 8]) : 'x'}`,
	];
	if (mention.sentence === here.sentence) features.push(`same${mention.role.charAt(0)}${place}`);
	if (mention.sentence === here.sentence - 1 && mention.leads) features.push(`prev${mention.role.charAt(0)}${place}`);
	if (entity.mentions[0]?.paragraph === 0) features.push('head');
	return features;
}

/** Who spoke before: did this person, how long ago, and has somebody else stepped in since? */
function history(frame: Frame, recent: readonly SpokenTurn[], candidate: Candidate): string[] {
	const { tokens, here, place, fitting, outside, reference } = frame;
	const { entity, last, lastOutside } = candidate;
	const lastTurn = recent.at(-1);
	const turnHere = recent.findLast(({ token }) => tokens[token]?.paragraph === here.paragraph);
	const own = recent.findLast((turn) => turn.entity === entity);
	const spokeLast = wasItsTurn(lastTurn, entity);
	const spokeHere = wasItsTurn(turnHere, entity);
	const ago = lastTurn ? here.paragraph - (tokens[lastTurn.token]?.paragraph ?? 0) : 9;
	const sentencesAgo = lastTurn ? here.sentence - (tokens[lastTurn.token]?.sentence ?? 0) : 9;
	const ownAgo = own ? step(here.sentence - (tokens[own.token]?.sentence ?? 0), [1, 2, 3, 5, 9]) : 'x';
	const sentences = Math.min(3, step(here.sentence - (lastOutside ?? last).sentence, [1, 2, 3, 4, 7, 12]));
	const rank = Math.min(2, rankIn(outside, candidate));
	const overtaken = fitting.some(
		({ entity: another, lastSubject }) =>
			another !== entity &&
			lastSubject?.quoted === false &&
			lastSubject.first > (lastTurn?.token ?? Number.POSITIVE_INFINITY),
	);
	const overtakenOwn = fitting.some(
		({ entity: another, lastSubject }) =>
			another !== entity &&
			lastSubject?.quoted === false &&
			lastSubject.first > (own?.token ?? Number.POSITIVE_INFINITY),
	);
	const { gender } = reference;
	const fits = gender === null ? 'x' : entity.gender === null ? 'u' : entity.gender === gender ? 'y' : 'n';
	return [
		`L${spokeLast}`,
		`L${spokeLast}${place}`,
		`L${spokeLast}${fits}`,
		`L${spokeLast}s${sentences}`,
		`L${spokeLast}t${step(ago, [1, 2, 3])}`,
		`L${spokeLast}t${step(ago, [1, 2, 3])}${place}`,
		`L${spokeLast}ts${step(sentencesAgo, [1, 2, 3])}`,
		`L${spokeLast}o${Number(overtaken)}`,
		`L${spokeLast}o${Number(overtaken)}t${step(ago, [1, 2])}`,
		`P${spokeHere}`,
		`P${spokeHere}${place}`,
		`P${spokeHere}${fits}`,
		`P${spokeHere}s${sentences}`,
		`sp${step(recent.filter((turn) => turn.entity === entity).length, [1, 2, 4])}`,
		`own${ownAgo}`,
		`own${ownAgo}ro${rank}`,
		`own${ownAgo}o${Number(overtakenOwn)}`,
	];
}

/** y: it was this person's; n: somebody else's; ?: somebody's whom the article does not name; x: nobody's. */
function wasItsTurn(turn: SpokenTurn | undefined, entity: Entity): 'y' | 'n' | '?' | 'x' {
	if (!turn) return 'x';
	if (turn.entity === null) return '?';
	return turn.entity === entity ? 'y' : 'n';
}

const opposite = (gender: Gender): Gender => (gender === 'male' ? 'female' : 'male');

function rankIn(list: readonly Candidate[], candidate: Candidate): number {
	const rank = list.indexOf(candidate);
	return rank < 0 ? 9 : rank;
}

/** Pronouns of one gender outside quotation marks between two tokens, counted for 200 tokens at most. */
function countPronouns(tokens: readonly PlacedToken[], first: number, end: number, gender: Gender): number {
	const forms = gender === 'male' ? MALE : FEMALE;
	let count = 0;
	for (let i = Math.max(first, end - 200); i < end; i++) {
		const token = tokens[i];
		if (token && token.stretch === -1 && forms.has(token.lower)) count++;
	}
	return count;
}
