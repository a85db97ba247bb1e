import type { PlacedToken } from '../analysed-text.js';
import { genderOfName } from './gender.js';
import { findTitle, isOpener, isOrganisationWord, isParticle, isSuffix, type TitleGender } from './name-words.js';
import { endOfLongName, namesOrganisation } from './organisation-name.js';

/** A name as printed at one place: a run of capitalised words. Token indices, `end` excluded. */
export interface Mention {
	/** With titles: `Sen. Tim Kaine`. */
	readonly first: number;
	/** Without them: `Tim Kaine`. */
	readonly nameFirst: number;
	readonly end: number;
	/** The titles, lower case. */
	readonly titles: readonly string[];
	/** The name's words as printed, hyphenated parts joined: `Jean-Claude`, `Van`, `Damme`. */
	readonly words: readonly string[];
	/** The words in lower case without full stops and suffixes such as `Jr.`: what names are compared by. */
	readonly keys: readonly string[];
}

/** Longest run of tokens taken for one name. */
const RUN_MAX = 12;
/** Longest office after "of", in tokens: `Health and Human Services` has four. */
const OFFICE_MAX = 6;

/** A capital first, as in `Kaine`, `O’Neill`, `U.S.`; not `iPhone`, `70`. */
const CAPITALISED = /^\p{Lu}/u;
const INITIAL = /^\p{Lu}\.?$/u;

/** Finds the capitalised runs of a text, in order. Words that are capitalised only as sentence openers are left out. */
export function findMentions(tokens: readonly PlacedToken[]): Mention[] {
	const mentions: Mention[] = [];
	for (let i = 0; i < tokens.length; i++) {
		if (!startsName(tokens, i)) continue;
		const end = endOfRun(tokens, i);
		const mention = readMention(tokens, i, end);
		if (mention) mentions.push(mention);
		i = end - 1;
	}
	return mentions;
}

function startsName(tokens: readonly PlacedToken[], i: number): boolean {
	const token = tokens[i];
	if (!token || !CAPITALISED.test(token.word)) return false;
	const previous = tokens[i - 1];
	const opens = previous?.sentence !== token.sentence || /^[“"‘'(:]+$/.test(previous.word);
	// Inside a sentence a capital tells the month and the name from the verb, for which the tagger takes both.
	const isMay = token.lower === 'may' && (token.tag === 'PROPN' || !opens);
	if (isOpener(token.lower) && !isMay) return false;
	const next = tokens[i + 1];
	// "Smith: We will go." – the label of a transcript line is a name whatever the tagger says.
	if (opens && token.tag !== 'PROPN' && next?.word !== ':' && !(next && CAPITALISED.test(next.word))) return false;
	// "Will said" inside a sentence: the tagger takes the name for the verb.
	return (
		/^(?:PROPN|NOUN|ADJ|NUM|X|VERB|INTJ)$/.test(token.tag) || (token.tag === 'AUX' && !opens) || next?.word === ':'
	);
}

/** `Theresa May`, which the tagger may take for the verb; not `Theresa May Resign`, as a headline has it. */
function isSurnameMay(tokens: readonly PlacedToken[], at: number): boolean {
	const given = genderOfName(tokens[at - 1]?.word ?? '') !== null;
	return tokens[at]?.lower === 'may' && given && !CAPITALISED.test(tokens[at + 1]?.word ?? '');
}

function endOfRun(tokens: readonly PlacedToken[], first: number): number {
	const start = tokens[first];
	let end = first + 1;
	while (end - first < RUN_MAX) {
		const token = tokens[end];
		const next = tokens[end + 1];
		const previous = tokens[end - 1];
		if (!start || !token || !previous || token.sentence !== start.sentence || token.stretch !== start.stretch) break;
		const nextIsName = next !== undefined && next.sentence === token.sentence && CAPITALISED.test(next.word);
		if (
			CAPITALISED.test(token.word) &&
			(!isOpener(token.lower) ||
				INITIAL.test(token.word) ||
				isOrganisationWord(token.lower) ||
				isSurnameMay(tokens, end))
		)
			end++;
		else if (token.word === '.' && INITIAL.test(previous.word) && nextIsName) end++;
		else if (isParticle(token.lower) && nextIsName && !isOpener(next.lower)) end++;
		else if (token.lower === 'of' && nextIsName && findTitle(previous.lower) && nameAfterOffice(tokens, end) > 0) end++;
		else if (token.word === '&' && nextIsName) end++;
		else if (endOfLongName(tokens, first, end) > 0) end = endOfLongName(tokens, first, end);
		else if (isHyphen(token) && token.start === previous.end && next?.start === token.end) end += 2;
		else break;
	}
	return Math.min(end, tokens.length);
}

/**
 * "Secretary of State John Price": the office runs to the first given name.
 *
 * @returns Token index of the given name; 0 when the run names an office alone (`President of Mexico`).
 */
function nameAfterOffice(tokens: readonly PlacedToken[], of: number): number {
	for (let i = of + 2; i < of + OFFICE_MAX; i++) {
		const token = tokens[i];
		if (!token || !CAPITALISED.test(token.word) || token.sentence !== tokens[of]?.sentence) return 0;
		if (genderOfName(token.word) !== null && CAPITALISED.test(tokens[i + 1]?.word ?? '')) return i;
	}
	return 0;
}

/** @returns The mention that the tokens from `first` to before `end` make; `null` when no word of a name is left. */
export function readMention(tokens: readonly PlacedToken[], first: number, end: number): Mention | null {
	let nameFirst = first;
	const titles: string[] = [];
	const organisation = namesOrganisation(tokens, first, end);
	for (let i = first; i < end - 1 && !organisation; i++) {
		const lower = tokens[i]?.lower ?? '';
		if (lower === 'of') nameFirst = Math.min(end - 1, nameAfterOffice(tokens, i));
		// "South Korean President Park Geun-hye" – whatever stands before the last title belongs to the office.
		if (findTitle(lower) && !(tokens[i + 1]?.word === '-' || tokens[i - 1]?.word === '-')) {
			titles.push(lower.replace(/\.$/, ''));
			nameFirst = i + 1;
		}
	}
	const words = joinHyphens(tokens, nameFirst, end);
	const keys = words.map(nameKey).filter((key) => key !== '' && !isSuffix(key));
	return keys.length === 0 ? null : { first, nameFirst, end, titles, words, keys };
}

function joinHyphens(tokens: readonly PlacedToken[], first: number, end: number): string[] {
	const words: string[] = [];
	let glue = false;
	for (let i = first; i < end; i++) {
		const token = tokens[i];
		if (!token || token.word === '.') continue;
		if (isHyphen(token) || glue) words.push(`${words.pop() ?? ''}${token.word}`);
		else words.push(token.word);
		glue = isHyphen(token);
	}
	return words;
}

const isHyphen = (token: PlacedToken): boolean => token.word === '-' || token.word === '‐' || token.word === '‑';

/** @returns A name's word as names are compared: lower case, no accents, no full stops, no possessive. */
export function nameKey(word: string): string {
	const folded = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");
	return folded.replace(/'s?$/, '').replaceAll('.', '');
}

/** @returns The gender that a mention's titles give: `Mr.`, `congresswoman`. */
export function genderOfTitles({ titles }: Pick<Mention, 'titles'>): Exclude<TitleGender, 'any'> | null {
	for (const title of titles) {
		const gender = findTitle(title);
		if (gender === 'male' || gender === 'female') return gender;
	}
	return null;
}
