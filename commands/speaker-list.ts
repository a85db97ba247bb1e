import { listSpeakers } from '../src/answer/list-speakers.js';
import { UserError } from '../src/errors.js';
import type { Translate } from '../src/reply/locales/catalogue.js';
import type { SpeakerList } from '../src/reply/speakers-message.js';
import type { Library } from '../src/search/library.js';

/** Enough of the library's fingerprint to notice that it is another. */
const FINGERPRINT_LENGTH = 12;

/** The speakers of one article, or of all; its state names the library and the article's number. */
export function listOf(library: Library, article: string | undefined, page: number): SpeakerList {
	const number = article === undefined ? undefined : library.articleNumbers.get(article);
	return {
		speakers: listSpeakers(library, article),
		article: library.articles[number ?? -1]?.article ?? null,
		state: `${library.fingerprint.slice(0, FINGERPRINT_LENGTH)}:${number ?? ''}`,
		page,
	};
}

/**
 * Finds the list again that a button or menu belongs to.
 *
 * @throws {UserError} When the articles have changed since: numbers would mean others.
 */
export function listAgain(library: Library, t: Translate, state: readonly string[], page: number): SpeakerList {
	const [fingerprint = '', number = ''] = state;
	if (fingerprint !== library.fingerprint.slice(0, FINGERPRINT_LENGTH)) throw new UserError(t('error.changed'));
	return listOf(library, number === '' ? undefined : library.articles[Number(number)]?.article.id, page);
}
