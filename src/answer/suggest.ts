import type { Article } from '../article/article.js';
import type { Library } from '../search/library.js';
import { rankSpeakers } from '../search/speakers.js';
import { MONTHS } from '../text/months.js';
import { listQuestions } from './list-questions.js';
import { type Choices, indexChoices, pickFitting } from './pick-fitting.js';

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
	return pickFitting(listQuestions(library), typed)
		.filter((question) => question.length <= CHOICE_LENGTH_MAX)
		.slice(0, CHOICES_MAX)
		.map((question) => ({ label: question, value: question }));
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
	return pickFitting(listArticles(library), typed)
		.slice(0, CHOICES_MAX)
		.map((article) => ({ label: labelOf(article), value: article.id }));
}

const lists = new WeakMap<Library, Choices<Article>>();

/** The articles by what they are found by, the newest first; made once for a library. */
function listArticles(library: Library): Choices<Article> {
	let list = lists.get(library);
	if (!list) {
		const articles = library.articles
			.map(({ article }) => article)
			.filter(({ id }) => id.length <= CHOICE_LENGTH_MAX)
			.sort(({ published: a = '' }, { published: b = '' }) => (a < b ? 1 : a > b ? -1 : 0));
		list = indexChoices(articles, ({ title, publisher, published, id }) => {
			const day = dayOf(published);
			return [title, publisher, day, day && monthOf(day), id].join(' ');
		});
		lists.set(library, list);
	}
	return list;
}

/** The title, cut if it must be, with outlet and date, which tell articles of one title apart. */
function labelOf({ title, publisher, published }: Article): string {
	const facts = [publisher, dayOf(published)].filter((fact) => fact !== undefined).join(', ');
	const end = facts === '' ? '' : ` (${facts})`;
	const room = CHOICE_LENGTH_MAX - end.length;
	if (title.length <= room || room < CHOICE_LENGTH_MAX / 2) return clip(title + end);
	return `${title.slice(0, room - 1).trimEnd()}…${end}`;
}

function dayOf(published: string | undefined): string | undefined {
	return published?.slice(0, 'yyyy-mm-dd'.length);
}

/** `2025-02` and `February 2025`, as people type a date. */
function monthOf(day: string): string {
	const [year, month] = day.split('-');
	return `${year}-${month} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

function clip(text: string): string {
	return text.length <= CHOICE_LENGTH_MAX ? text : `${text.slice(0, CHOICE_LENGTH_MAX - 1).trimEnd()}…`;
}
