import { readFileSync } from 'node:fs';
import type { Speaker } from '../../attribution/attribution.js';
import { packagePath } from '../../package-root.js';
import { readWords } from './word-stream.js';

/** Words before or after a name that are no part of it. */
const TITLES = new Set(
	(
		'the a an of for mr mrs ms miss mx dr sir dame lord lady prof professor president vice senator sen representative ' +
		'rep congressman congresswoman governor gov general gen lt lieutenant col colonel capt captain sgt sergeant adm ' +
		'admiral secretary rev reverend judge justice chief prime minister mayor chancellor king queen prince princess ' +
		'pope former ex retired acting jr sr ii iii iv'
	).split(' '),
);

/** First names that stand for each other, a line each. */
let nicknames: readonly (readonly string[])[] | undefined;

function getNicknames(): readonly (readonly string[])[] {
	nicknames ??= readFileSync(packagePath('data', 'lexicon', 'nicknames.txt'), 'utf8')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line) => line.split(' '));
	return nicknames;
}

/**
 * True when a name as a reader types it can mean the speaker: the last name alone, a nickname, a title, another
 * spelling, an abbreviation of an organisation, or the office that the article gives. It says "no" only where the two
 * differ for certain, as in Bill and Hillary Clinton: a false "somebody else said that" accuses.
 */
export function isSameSpeaker(claimed: string, { name, aliases, description }: Speaker): boolean {
	const ours = nameWords(claimed);
	if (ours.length === 0) return true;
	// "Clinton" is another name of Hillary Clinton, but not one by which Bill Clinton would be meant.
	const full = ours.length > 1 && nameWords(name).length > 1;
	const names = [name, ...aliases].filter((other) => !full || nameWords(other).length > 1);
	return (
		names.some((theirs) => sameName(ours, nameWords(theirs)) || isAbbreviation(claimed, theirs)) ||
		namesOffice(claimed, [...names, description ?? ''])
	);
}

/** The words of a name without titles and possessives, folded; all of them where there is nothing but titles. */
function nameWords(name: string): string[] {
	const words = readWords(name.replace(/['’]s\b/g, '')).map(({ text }) => text);
	const core = words.filter((word) => !TITLES.has(word));
	return core.length > 0 ? core : words;
}

function sameName(ours: readonly string[], theirs: readonly string[]): boolean {
	if (ours.join('') === theirs.join('')) return true;
	const [first] = theirs;
	if (first === undefined) return false;
	// "Bernie" for Bernie Sanders; an organisation is not meant by its first word ("White", for the White House), but
	// nobody claims that either.
	if (ours.length === 1)
		return theirs.some((word) => sameSpelling(ours[0] ?? '', word) || sameFirst(ours[0] ?? '', word));
	if (theirs.length === 1) return ours.some((word) => sameSpelling(word, first));
	// "Suu Kyi" for Aung San Suu Kyi.
	if (endsWith(ours, theirs) || endsWith(theirs, ours)) return true;
	const sameLast = sameSpelling(ours.at(-1) ?? '', theirs.at(-1) ?? '');
	// Korean and Chinese names are written both ways round.
	const swapped = ours.length === theirs.length && [...ours].sort().join(' ') === [...theirs].sort().join(' ');
	return swapped || (sameLast && sameFirst(ours[0] ?? '', first));
}

function endsWith(words: readonly string[], end: readonly string[]): boolean {
	return end.length <= words.length && words.slice(-end.length).join(' ') === end.join(' ');
}

/** The same first name, an initial of it, or a nickname. */
function sameFirst(a: string, b: string): boolean {
	if (sameSpelling(a, b)) return true;
	if (a.length === 1 || b.length === 1) return a[0] === b[0];
	return getNicknames().some((group) => group.includes(a) && group.includes(b));
}

/** Equal, or one letter apart where a name is long enough to be misspelt rather than another name. */
function sameSpelling(a: string, b: string): boolean {
	if (a === b) return true;
	return Math.min(a.length, b.length) >= LONG_NAME && lettersApart(a, b) <= (Math.min(a.length, b.length) >= 8 ? 2 : 1);
}

const LONG_NAME = 5;

/** Levenshtein's distance. */
function lettersApart(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (const [row, letter] of [...a].entries()) {
		const current = [row + 1];
		for (const [column, other] of [...b].entries()) {
			current.push(
				Math.min(
					(previous[column] ?? 0) + (letter === other ? 0 : 1),
					(previous[column + 1] ?? 0) + 1,
					(current[column] ?? 0) + 1,
				),
			);
		}
		previous = current;
	}
	return previous[b.length] ?? 0;
}

/** "IMF" for the International Monetary Fund, either way round. */
function isAbbreviation(a: string, b: string): boolean {
	return initialsOf(b) === lettersOf(a) || initialsOf(a) === lettersOf(b);
}

/** The initials of a name of two words or more, without "of" and "the"; none otherwise. */
function initialsOf(name: string): string | null {
	const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
	return words.length < 2
		? null
		: words
				.map((word) => word[0])
				.join('')
				.toLowerCase();
}

function lettersOf(name: string): string {
	return name.replace(/[^\p{L}]/gu, '').toLowerCase();
}

/** "the Ukrainian president": every word of the claim stands in the description or a name, whatever its ending. */
function namesOffice(claimed: string, known: readonly string[]): boolean {
	const words = readWords(claimed.replace(/['’]s\b/g, ''))
		.map(({ text }) => text)
		.filter((word) => word.length > 3);
	const theirs = readWords(known.join(' ')).map(({ text }) => text);
	return (
		words.length >= 2 && words.every((word) => theirs.some((other) => other.slice(0, STEM) === word.slice(0, STEM)))
	);
}

/** Enough letters to tell words apart, few enough to bring "Ukraine" and "Ukrainian" together. */
const STEM = 5;
