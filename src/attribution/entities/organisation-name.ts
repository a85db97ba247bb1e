import type { PlacedToken } from '../analysed-text.js';
import { findTitle, isDate, isGroupNoun, isOrganisationWord } from './name-words.js';
import { isPersonNoun } from './person-noun.js';

/** Small words inside a name: `Bank of Norway`, `Committee for a Clean Fjord`, `Alliance to Save the Pier`. */
const LINKS = new Set(['of', 'for', 'on', 'to', 'against']);
const ARTICLES = new Set(['the', 'a', 'an', 'our']);
/** Titles that also begin an organisation's name: `Democratic National Committee`. */
const TITLES_IN_NAMES = new Set(['democratic', 'republican', 'general', 'justice', 'police', 'sheriff', 'press']);

/**
 * An organisation's name may go on after a small word or a possessive: `Department of Health and Human Services`,
 * `People’s Party`.
 *
 * @param first - Where the name begins; all tokens from there to before `at` belong to it.
 * @returns The end of the name with its next word; 0 when it ends at `at`.
 */
export function endOfLongName(tokens: readonly PlacedToken[], first: number, at: number): number {
	const head = tokens[at - 1]?.lower ?? '';
	const link = tokens[at]?.lower ?? '';
	const linked = tokens.slice(first, at).map(({ lower }) => lower);
	const isArticle = ARTICLES.has(tokens[at + 1]?.lower ?? '');
	let next = at + 1;
	if (link === 'and') {
		if (!linked.some((word) => LINKS.has(word)) || tokens[at + 2]?.tag === 'VERB') return 0;
	} else if (LINKS.has(link)) {
		if (!isGroupNoun(head)) return 0;
		if (isArticle) next++;
		// "the Council for President Price"
		if (link !== 'of' && findTitle(tokens[next]?.lower ?? '') !== null) return 0;
	} else if (ARTICLES.has(link)) {
		if (!linked.includes('to')) return 0;
	} else if (!/^['’]s?$/.test(link) || !isPersonNoun(head) || !isOrganisationWord(tokens[next]?.lower ?? '')) return 0;
	return isNameWord(tokens, first, next) ? next + 1 : 0;
}

/** Capitalised, in the sentence and the quotation where the name began, and not a day: `the Council on Monday`. */
function isNameWord(tokens: readonly PlacedToken[], first: number, at: number): boolean {
	const [start, token] = [tokens[first], tokens[at]];
	if (!start || !token || token.sentence !== start.sentence || token.stretch !== start.stretch) return false;
	return /^\p{Lu}/u.test(token.word) && !isDate(token.lower);
}

/** True for `Democratic National Committee` and `Board of Governors`, in which no word is a title. */
export function namesOrganisation(tokens: readonly PlacedToken[], first: number, end: number): boolean {
	const words = tokens.slice(first, end).map(({ lower }) => lower);
	if (words.some((word, i) => LINKS.has(word) && isGroupNoun(words[i - 1] ?? ''))) return true;
	return isOrganisationWord(words.at(-1) ?? '') && words.some((word) => TITLES_IN_NAMES.has(word));
}
