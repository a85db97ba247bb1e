import type { Library } from '../search/library.js';
import { rankSpeakers } from '../search/speakers.js';
import { editDistance, typosForgiven } from '../search/spelling.js';
import { findWords } from '../search/words.js';
import { listQuestions } from './list-questions.js';

/** One line of an autocomplete list. */
export interface Suggestion {
	/** What the reader sees. */
	readonly label: string;
	/** What the command receives: a question, a speaker's name, an article's id. */
	readonly value: string;
}

/** Discord shows so many choices. */
export const CHOICES_MAX = 25;
/** Discord takes so many characters for a choice's label, and for its value. */
export const CHOICE_LENGTH_MAX = 100;

/**
 * Offers questions that the articles answer, those first that hold the words typed so far.
 *
 * @returns At most {@link CHOICES_MAX}; for nothing typed one for each of the speakers quoted most; an empty list when
 * no question fits.
 */
export function suggestQuestions(library: Library, typed: string): Suggestion[] {
	const questions = listQuestions(library);
	const words = findWords(typed).map(({ key }) => key);
	const fitting = words.length === 0 ? questions : pickFitting(questions, words, ({ keys }) => keys);
	return fitting
		.filter(({ text }) => text.length <= CHOICE_LENGTH_MAX)
		.slice(0, CHOICES_MAX)
		.map(({ text }) => ({ label: text, value: text }));
}

/** Offers speakers, those quoted most first; names are forgiven as `findSpeaker` forgives them. */
export function suggestSpeakers(library: Library, typed: string): Suggestion[] {
	const found =
		typed.trim() === '' ? library.speakers : rankSpeakers(library.speakers, typed).map((hit) => hit.speaker);
	return found
		.filter(({ name }) => name.length <= CHOICE_LENGTH_MAX)
		.slice(0, CHOICES_MAX)
		.map(({ name, description }) => ({ label: clip(description ? `${name}, ${description}` : name), value: name }));
}

/** Offers articles by words of their title, publisher, date ("2025-02", "February 2025") or id; the newest first. */
export function suggestArticles(library: Library, typed: string): Suggestion[] {
	const words = findWords(typed).map(({ key }) => key);
	const fitting = pickFitting(listArticles(library), words, ({ keys }) => keys);
	return fitting.slice(0, CHOICES_MAX).map(({ label, value }) => ({ label, value }));
}

interface ListedArticle extends Suggestion {
	readonly keys: readonly string[];
}

const lists = new WeakMap<Library, readonly ListedArticle[]>();

/** The articles as they are offered, the newest first; made once for a library. */
function listArticles(library: Library): readonly ListedArticle[] {
	let list = lists.get(library);
	if (!list) {
		list = library.articles
			.map(({ article }) => article)
			.filter(({ id }) => id.length <= CHOICE_LENGTH_MAX)
			.sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
			.map(({ id, title, publisher, published }) => {
				const day = published?.slice(0, 'yyyy-mm-dd'.length);
				const facts = [publisher, day].filter((fact) => fact !== undefined).join(', ');
				const words = [title, publisher, day, day && monthOf(day), id].join(' ');
				return {
					label: labelOf(title, facts),
					value: id,
					keys: findWords(words).map(({ key }) => key),
				};
			});
		lists.set(library, list);
	}
	return list;
}

/** The title, cut if it must be, with outlet and date, which tell articles of one title apart. */
function labelOf(title: string, facts: string): string {
	const end = facts === '' ? '' : ` (${facts})`;
	const room = CHOICE_LENGTH_MAX - end.length;
	if (title.length <= room || room < CHOICE_LENGTH_MAX / 2) return clip(title + end);
	return `${title.slice(0, room - 1).trimEnd()}…${end}`;
}

/** `2025-02` and `February 2025`, as people type a date. */
function monthOf(day: string): string {
	const date = new Date(day);
	if (Number.isNaN(date.getTime())) return '';
	const name = date.toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
	return `${day.slice(0, 'yyyy-mm'.length)} ${name}`;
}

/** @returns Those that hold a typed word, the last of which may be half typed; those that hold most of them first. */
function pickFitting<T>(
	all: readonly T[],
	words: readonly string[],
	keysOf: (one: T) => readonly string[],
): readonly T[] {
	if (words.length === 0) return all;
	const scored = all.map((one) => {
		const keys = keysOf(one);
		return { one, score: words.reduce((sum, word) => sum + fitOfWord(word, keys), 0) };
	});
	const best = Math.max(0, ...scored.map(({ score }) => score));
	return scored
		.filter(({ score }) => score > 0 && score >= best / 2)
		.sort((a, b) => b.score - a.score)
		.map(({ one }) => one);
}

function fitOfWord(word: string, keys: readonly string[]): number {
	if (keys.includes(word)) return 1;
	if (keys.some((key) => key.startsWith(word))) return 0.8;
	const max = typosForgiven(word);
	return max > 0 && keys.some((key) => key[0] === word[0] && editDistance(word, key, max) <= max) ? 0.5 : 0;
}

function clip(text: string): string {
	return text.length <= CHOICE_LENGTH_MAX ? text : `${text.slice(0, CHOICE_LENGTH_MAX - 1).trimEnd()}…`;
}
