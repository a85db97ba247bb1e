import { readWordLists } from '../lexicon.js';

const LISTS = [
	'maleTitles',
	'femaleTitles',
	'titles',
	'particles',
	'suffixes',
	'organisationWords',
	'otherNameWords',
	'openers',
	'groupNouns',
	'dates',
] as const;
type List = (typeof LISTS)[number];

let lists: Readonly<Record<List, ReadonlySet<string>>> | undefined;
const list = (name: List): ReadonlySet<string> => {
	lists ??= readWordLists('names.json', LISTS);
	return lists[name];
};
const bare = (lower: string): string => lower.replace(/\.$/, '');

/** What a title before a name says: the gender where it has one. */
export type TitleGender = 'male' | 'female' | 'any';

/** `Mr.`, `Sen.`, `president`: words before a name that are not part of it; `null` when the word is none. */
export function findTitle(lower: string): TitleGender | null {
	const word = bare(lower);
	if (list('maleTitles').has(word)) return 'male';
	if (list('femaleTitles').has(word)) return 'female';
	return list('titles').has(word) ? 'any' : null;
}

/** `de`, `van`, `bin`: small words inside a name. */
export const isParticle = (lower: string): boolean => list('particles').has(lower);

/** `Jr.`, `III`: after a name, not a surname. */
export const isSuffix = (lower: string): boolean => list('suffixes').has(lower);

/** A word that makes a name an organisation's: `University`, `Party`, `Reuters`. */
export const isOrganisationWord = (lower: string): boolean => list('organisationWords').has(bare(lower));

/** A capitalised word that is no person's name: places, peoples, days, laws. */
export const isOtherNameWord = (lower: string): boolean => list('otherNameWords').has(lower);

/** A word that is capitalised only because it opens a sentence. */
export const isOpener = (lower: string): boolean => list('openers').has(lower);

/** A noun for an organisation whose name may go on after it: `Bank of …`, `Alliance for …`. */
export const isGroupNoun = (lower: string): boolean => list('groupNouns').has(lower);

/** A day or a month. */
export const isDate = (lower: string): boolean => list('dates').has(bare(lower));
