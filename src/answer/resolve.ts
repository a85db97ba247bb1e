import { UserError } from '../errors.js';
import type { Library } from '../search/library.js';
import { findSpeaker, type LibrarySpeaker, nameKey, rankSpeakers } from '../search/speakers.js';
import { editDistance } from '../search/spelling.js';

/** How many near names an error offers. */
const SUGGESTIONS_MAX = 5;

/**
 * Finds an article by its id, as printed or nearly.
 *
 * @returns Its number; `null` when no article is asked for.
 * @throws {UserError} When no article has that id; it names the nearest.
 */
export function resolveArticle(library: Library, id: string | undefined): number | null {
	if (id === undefined) return null;
	const number = library.articleNumbers.get(id) ?? library.articleNumbers.get(id.trim().toLowerCase());
	if (number !== undefined) return number;
	const wanted = id.trim().toLowerCase();
	const near = library.articles
		.map(({ article }) => ({ id: article.id, far: editDistance(wanted, article.id.toLowerCase(), wanted.length) }))
		.filter(({ id: other, far }) => other.toLowerCase().includes(wanted) || far <= wanted.length / 3)
		.sort((a, b) => a.far - b.far)
		.map((article) => article.id);
	throw new UserError(
		`There is no article "${id}".${offer(
			near,
			library.articles.map(({ article }) => article.id),
		)}`,
	);
}

/**
 * Finds a speaker by a name as a reader types it.
 *
 * @returns The speaker; `null` when no speaker is asked for.
 * @throws {UserError} When the articles quote nobody of that name; it names the nearest.
 */
export function resolveSpeaker(library: Library, typed: string | undefined): LibrarySpeaker | null {
	if (typed === undefined) return null;
	const speaker = findSpeaker(library.speakers, typed);
	if (speaker) return speaker;
	const words = nameKey(typed).split(' ');
	const near = words.flatMap((word) => rankSpeakers(library.speakers, word).map(({ speaker: { name } }) => name));
	const all = library.speakers.map(({ name }) => name);
	throw new UserError(`These articles give no words of "${typed}".${offer([...new Set(near)], all)}`);
}

function offer(near: readonly string[], all: readonly string[]): string {
	const [lead, names] = near.length > 0 ? ['Did you mean', near] : ['Try', all];
	if (names.length === 0) return '';
	return ` ${lead}: ${names.slice(0, SUGGESTIONS_MAX).join(', ')}${near.length > 0 ? '?' : '.'}`;
}
