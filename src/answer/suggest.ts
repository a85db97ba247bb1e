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

/** Offers articles by words of their title, publisher, date or id; the newest first. */
export function suggestArticles(library: Library, typed: string): Suggestion[] {
	const articles = library.articles
		.map(({ article }) => article)
		.filter(({ id }) => id.length <= CHOICE_LENGTH_MAX)
		.sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
	const words = findWords(typed).map(({ key }) => key);
	const fitting = pickFitting(articles, words, ({ title, publisher, published, id }) => {
		return findWords([title, publisher, published, id].join(' ')).map(({ key }) => key);
	});
	return fitting.slice(0, CHOICES_MAX).map(({ id, title }) => ({ label: clip(title), value: id }));
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
