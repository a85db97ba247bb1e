import type { AnalysedText, PlacedToken } from '../analysed-text.js';
import type { EntityList } from '../entities/find-entities.js';
import type { Gender } from '../entities/gender.js';
import { type Candidate, findCandidates, placeOfPronoun, type SpokenTurn } from './candidates.js';

/** A candidate with what speaks for and against it, as the names of the ranker's features. */
export interface RankedCandidate {
	readonly candidate: Candidate;
	readonly features: readonly string[];
}

const MALE = new Set(['he', 'him', 'his', 'himself']);
const FEMALE = new Set(['she', 'her', 'hers', 'herself']);
/** Turns to speak that are looked back upon. */
const TURNS = 12;

/** Steps for distances and counts: a number becomes the index of the step it has reached. */
const bucket = (value: number, steps: readonly number[]): number => steps.filter((step) => value >= step).length;

/**
 * Describes every candidate for the pronoun at `pronoun`: does the gender fit, who spoke last, how far back and as what
 * the person was named, and how often.
 *
 * @param turns - Everybody who spoke before, in text order.
 */
export function describeCandidates(
	analysed: AnalysedText,
	entities: EntityList,
	pronoun: number,
	gender: Gender,
	turns: readonly SpokenTurn[],
): RankedCandidate[] {
	const { tokens } = analysed;
	const here = tokens[pronoun];
	if (!here) return [];
	const candidates = findCandidates(entities, pronoun);
	const fitting = candidates.filter(({ entity }) => (entity.gender ?? gender) === gender);
	const outside = fitting
		.filter(({ lastOutside }) => lastOutside !== null)
		.sort((a, b) => (b.lastOutside?.first ?? 0) - (a.lastOutside?.first ?? 0));
	const byCount = [...fitting].sort((a, b) => b.count - a.count);
	const place = placeOfPronoun(analysed, pronoun).charAt(0);
	const recent = turns.slice(-TURNS);
	const lastTurn = recent.at(-1);
	const turnInParagraph = recent.findLast(({ token }) => tokens[token]?.paragraph === here.paragraph);
	const sinceTurn = lastTurn ? here.paragraph - (tokens[lastTurn.token]?.paragraph ?? 0) : 9;
	const sentenceSinceTurn = lastTurn ? here.sentence - (tokens[lastTurn.token]?.sentence ?? 0) : 9;

	return candidates.map((candidate) => {
		const { entity, last, lastOutside, lastSubject, count } = candidate;
		const mention = lastOutside ?? last;
		const fits = entity.gender === null ? 'u' : entity.gender === gender ? 'y' : 'n';
		const sure = entity.genderEvidence > 2 ? 't' : '';
		const sentences = bucket(here.sentence - mention.sentence, [1, 2, 3, 4, 7, 12]);
		const paragraphs = bucket(here.paragraph - mention.paragraph, [1, 2, 3, 5]);
		const rank = Math.min(4, rankOf(fitting, candidate));
		const rankOutside = Math.min(4, rankOf(outside, candidate));
		const role = `${mention.role.charAt(0)}${mention.leads ? '1' : ''}`;
		const spokeLast =
			lastTurn === undefined ? 'x' : lastTurn.entity === entity ? 'y' : lastTurn.entity === null ? '?' : 'n';
		const spokeHere =
			turnInParagraph === undefined
				? 'x'
				: turnInParagraph.entity === entity
					? 'y'
					: turnInParagraph.entity === null
						? '?'
						: 'n';
		const own = recent.findLast((turn) => turn.entity === entity);
		const spoken = recent.filter((turn) => turn.entity === entity).length;
		const ownDistance = own ? bucket(here.sentence - (tokens[own.token]?.sentence ?? 0), [1, 2, 3, 5, 9]) : 'x';
		const overtaken =
			lastTurn !== undefined &&
			fitting.some(
				(other) =>
					other !== candidate &&
					(other.lastSubject?.first ?? -1) > lastTurn.token &&
					other.lastSubject?.quoted === false,
			);
		const pronouns = countPronouns(tokens, mention.end, pronoun, gender);
		const against = countPronouns(tokens, mention.end, pronoun, gender === 'male' ? 'female' : 'male');
		return {
			candidate,
			features: [
				`g${fits}${entity.person.charAt(0)}`,
				`g${fits}${sure}`,
				`s${sentences}`,
				`p${paragraphs}`,
				`s${sentences}${place}`,
				`s${sentences}${fits}`,
				`r${rank}`,
				`ro${rankOutside}`,
				`ro${rankOutside}${place}`,
				`role${role}`,
				`role${role}s${Math.min(2, here.sentence - mention.sentence)}`,
				`role${role}ro${Math.min(2, rankOutside)}`,
				`out${lastOutside === null ? 'n' : last === lastOutside ? 'y' : 'q'}`,
				`n${bucket(count, [2, 3, 5, 9])}`,
				`nr${Math.min(3, rankOf(byCount, candidate))}`,
				`sub${lastSubject ? bucket(here.sentence - lastSubject.sentence, [1, 2, 3, 5]) : 'x'}`,
				`L${spokeLast}`,
				`L${spokeLast}${place}`,
				`L${spokeLast}${fits}`,
				`L${spokeLast}s${Math.min(sentences, 3)}`,
				`L${spokeLast}t${bucket(sinceTurn, [1, 2, 3])}`,
				`L${spokeLast}t${bucket(sinceTurn, [1, 2, 3])}${place}`,
				`L${spokeLast}ts${bucket(sentenceSinceTurn, [1, 2, 3])}`,
				`L${spokeLast}o${overtaken ? 1 : 0}`,
				`L${spokeLast}o${overtaken ? 1 : 0}t${bucket(sinceTurn, [1, 2])}`,
				`P${spokeHere}`,
				`P${spokeHere}${place}`,
				`P${spokeHere}${fits}`,
				`P${spokeHere}s${Math.min(sentences, 3)}`,
				`sp${bucket(spoken, [1, 2, 4])}`,
				`own${ownDistance}`,
				`own${ownDistance}ro${Math.min(2, rankOutside)}`,
				...(mention.sentence === here.sentence ? [`same${mention.role.charAt(0)}${place}`] : []),
				...(entity.mentions[0]?.paragraph === 0 ? ['head'] : []),
				`w${Math.min(2, entity.keys.length)}`,
				`c${bucket(pronouns, [1, 2, 4])}s${Math.min(sentences, 4)}`,
				`c${bucket(pronouns, [1, 2, 4])}ro${Math.min(2, rankOutside)}`,
				`x${bucket(against, [1, 2])}`,
				...(tokens[mention.first]?.sentence === here.sentence - 1 && mention.leads
					? [`prev${mention.role.charAt(0)}${place}`]
					: []),
			],
		};
	});
}

const rankOf = (list: readonly Candidate[], candidate: Candidate): number => {
	const rank = list.indexOf(candidate);
	return rank < 0 ? 9 : rank;
};

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
