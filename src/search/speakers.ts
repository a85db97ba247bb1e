import type { AttributedArticle, Speaker } from '../attribution/attribution.js';
import { isSpeech } from '../attribution/is-speech.js';
import { findAliases } from './aliases.js';
import { editDistance, typosForgiven } from './spelling.js';
import { findWords, stemWord } from './words.js';

/** A speaker over all articles of a library. */
export interface LibrarySpeaker extends Speaker {
	/** Articles that give the speaker's words, by number. */
	readonly articles: readonly number[];
	/** Attributions with the speaker's own words, whole or in part. */
	readonly direct: number;
	/** Attributions in the article's words. */
	readonly reported: number;
	/** The names under which single articles know the speaker. */
	readonly names: readonly string[];
}

/** Lists everybody whose words the articles give: one entry a person, those with most attributions first. */
export function collectSpeakers(articles: readonly AttributedArticle[]): LibrarySpeaker[] {
	const found = new Map<string, Collected>();
	articles.forEach(({ article: { text }, speakers, attributions }, article) => {
		for (const speaker of speakers) {
			const key = nameKey(speaker.name);
			const entry = found.get(key) ?? newEntry(speaker);
			found.set(key, entry);
			addTo(entry, speaker, article);
		}
		for (const { speaker, kind } of attributions.filter((one) => isSpeech(text, one))) {
			const entry = speaker === null ? undefined : found.get(nameKey(speaker));
			if (entry) entry[kind === 'reported' ? 'reported' : 'direct'] += 1;
		}
	});
	foldLastNames(found);
	const entries = [...found.values()].filter(({ direct, reported }) => direct + reported > 0);
	entries.sort((a, b) => b.direct + b.reported - (a.direct + a.reported) || (a.name < b.name ? -1 : 1));
	return entries.map((entry) => ({
		...entry,
		aliases: [...entry.aliases].filter((alias) => !entry.names.has(alias)),
		articles: [...entry.articles],
		names: [...entry.names],
	}));
}

interface Collected {
	readonly name: string;
	description: string | null;
	readonly aliases: Set<string>;
	readonly articles: Set<number>;
	readonly names: Set<string>;
	direct: number;
	reported: number;
}

function newEntry({ name }: Speaker): Collected {
	return { name, description: null, aliases: new Set(), articles: new Set(), names: new Set(), direct: 0, reported: 0 };
}

function addTo(
	entry: Collected,
	speaker: { readonly name: string; readonly description: string | null; readonly aliases: Iterable<string> },
	article: number,
): void {
	entry.description ??= speaker.description;
	entry.articles.add(article);
	entry.names.add(speaker.name);
	for (const alias of speaker.aliases) entry.aliases.add(alias);
}

/** "Sanders" in one article is "Bernie Sanders" of another, unless two full names share the last one. */
function foldLastNames(found: Map<string, Collected>): void {
	const byLastName = new Map<string, Collected[]>();
	for (const [key, entry] of found) {
		const words = key.split(' ');
		if (words.length < 2) continue;
		const last = words.at(-1) ?? '';
		byLastName.set(last, [...(byLastName.get(last) ?? []), entry]);
	}
	for (const [key, entry] of found) {
		const [full, ...others] = byLastName.get(key) ?? [];
		// A name in lower case, such as "officials", is no last name.
		if (!full || others.length > 0 || !/^\p{Lu}/u.test(entry.name)) continue;
		for (const article of entry.articles) addTo(full, entry, article);
		full.direct += entry.direct;
		full.reported += entry.reported;
		found.delete(key);
	}
}

/** @returns A name as it is compared: lower case, without accents and marks, one space between words. */
export function nameKey(name: string): string {
	return findWords(name)
		.map(({ key }) => key)
		.join(' ');
}

const TITLES = new Set(
	'mr mrs ms miss dr sir president senator sen rep representative congressman congresswoman governor gov general gen minister prime foreign secretary former vice king pope the of and'.split(
		' ',
	),
);

/** A typed name below this is somebody else's. Every word has to fit: 0.6 is one word with a typing error. */
const SAME_PERSON = 0.6;

/**
 * Finds whom a typed name means: accents, case, typing errors, nicknames, order of the words and titles are forgiven.
 *
 * @returns The speaker who fits best, of equals the one with most attributions; `null` when nobody fits.
 */
export function findSpeaker(speakers: readonly LibrarySpeaker[], typed: string): LibrarySpeaker | null {
	const [best] = rankSpeakers(speakers, typed);
	return best && best.fit >= SAME_PERSON ? best.speaker : null;
}

/** @returns Speakers whose name, alias or description comes near to what is typed, best first; none scores 0. */
export function rankSpeakers(
	speakers: readonly LibrarySpeaker[],
	typed: string,
): { readonly speaker: LibrarySpeaker; readonly fit: number }[] {
	const all = findWords(typed).map(({ key }) => key);
	const core = all.filter((word) => !TITLES.has(word));
	const words = core.length > 0 ? core : all;
	if (words.length === 0) return [];
	return speakers
		.map((speaker) => ({ speaker, fit: fitOf(speaker, words) }))
		.filter(({ fit }) => fit > 0)
		.sort((a, b) => b.fit - a.fit);
}

function fitOf(speaker: LibrarySpeaker, words: readonly string[]): number {
	const { name, other, last } = wordsOf(speaker);
	let sum = 0;
	for (const word of words) {
		const fit = Math.max(wordFit(word, name, 1), wordFit(word, other, 0.85));
		if (fit === 0) return 0;
		sum += fit;
	}
	// Of two who fit, the one of whom less is left unsaid; and the last name says more than the first.
	return sum / words.length + (words.includes(last) ? 0.05 : 0) - 0.001 * name.length;
}

/** A speaker's words as they are compared. */
interface SpeakerWords {
	/** Of the names. */
	readonly name: readonly string[];
	/** Of the aliases and the description. */
	readonly other: readonly string[];
	/** The last one of the name. */
	readonly last: string;
}

/** Every key that a reader types asks for the words of all speakers. */
const known = new WeakMap<LibrarySpeaker, SpeakerWords>();

function wordsOf(speaker: LibrarySpeaker): SpeakerWords {
	let words = known.get(speaker);
	if (!words) {
		words = {
			name: findWords(speaker.names.join(' ')).map(({ key }) => key),
			other: findWords([...speaker.aliases, speaker.description ?? ''].join(' ')).map(({ key }) => key),
			last: nameKey(speaker.name).split(' ').at(-1) ?? '',
		};
		known.set(speaker, words);
	}
	return words;
}

function wordFit(word: string, names: readonly string[], weight: number): number {
	if (names.includes(word)) return weight;
	if (word.length >= 3 && names.some((name) => name.startsWith(word))) return 0.8 * weight;
	const aliases = findAliases(word);
	if (aliases.length > 0 && names.some((name) => aliases.includes(stemWord(name)))) return 0.85 * weight;
	const max = typosForgiven(word);
	const near = (name: string) => name[0] === word[0] && editDistance(word, name, max) <= max;
	return max > 0 && names.some(near) ? 0.65 * weight : 0;
}
