import type { PlacedToken } from '../analysed-text.js';
import { genderOfName } from './gender.js';
import { type Mention, readMention } from './mention.js';

/** Words that are small in a headline too are shorter than this. */
const LONG_WORD = 4;
/** A line with fewer long words tells nothing; one with more is no headline. */
const LONG_WORDS_MIN = 3;
const LONG_WORDS_MAX = 20;
/** Share of the long words that begin with a capital, from which on capitals say nothing about names. */
const CAPITALS_MIN = 0.8;

/** Finds the paragraphs set like a headline, `Senator Calls New Bill a Disgrace`, in which a capital marks no name. */
export function findHeadlines(tokens: readonly PlacedToken[]): ReadonlySet<number> {
	const counts = new Map<number, { long: number; capital: number }>();
	for (const { word, paragraph } of tokens) {
		if (word.length < LONG_WORD || !/^\p{L}/u.test(word)) continue;
		const count = counts.get(paragraph) ?? { long: 0, capital: 0 };
		count.long++;
		if (/^\p{Lu}/u.test(word)) count.capital++;
		counts.set(paragraph, count);
	}
	const headlines = [...counts].filter(
		([, { long, capital }]) => long >= LONG_WORDS_MIN && long <= LONG_WORDS_MAX && capital >= CAPITALS_MIN * long,
	);
	return new Set(headlines.map(([paragraph]) => paragraph));
}

/** Longest name looked for in a headline, in tokens. */
const NAME_MAX = 5;

/**
 * Finds the names in a run of capitalised words of a headline: those that the text below knows too (`isKnown`), and a
 * given name before a surname that the text uses.
 */
export function findNamesInHeadline(
	tokens: readonly PlacedToken[],
	run: Mention,
	isKnown: (keys: readonly string[]) => boolean,
): Mention[] {
	const names: Mention[] = [];
	for (let first = run.first; first < run.end; first++) {
		for (let end = Math.min(run.end, first + NAME_MAX); end > first; end--) {
			const name = readMention(tokens, first, end);
			if (!name || name.titles.length > 0) continue;
			const given = name.keys.length === 2 && genderOfName(name.words[0] ?? '') !== null;
			if (!isKnown(name.keys) && !(given && isKnown(name.keys.slice(1)))) continue;
			names.push(name);
			first = end - 1;
			break;
		}
	}
	return names;
}
