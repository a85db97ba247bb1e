import type { AttributedArticle, Speaker } from '../attribution/attribution.js';
import { isSpeech } from '../attribution/is-speech.js';
import type { Library } from '../search/library.js';
import { resolveArticle } from './resolve.js';

/** Somebody whose words the articles give, with how often they do. */
export interface SpeakerCount extends Speaker {
	/** Attributions with the speaker's own words, whole or in part. */
	readonly direct: number;
	/** Attributions in the article's words. */
	readonly reported: number;
}

/**
 * Lists whose words the articles give.
 *
 * @param article - Id of the one article to look in; all when absent.
 * @returns Those with most attributions first; of those with as many, who is quoted more.
 * @throws {UserError} When no article has that id.
 */
export function listSpeakers(library: Library, article?: string): SpeakerCount[] {
	const number = resolveArticle(library, article);
	const speakers = number === null ? countAll(library) : countIn(library.articles[number]);
	return speakers.sort((a, b) => b.direct + b.reported - (a.direct + a.reported) || b.direct - a.direct);
}

function countAll({ speakers }: Library): SpeakerCount[] {
	return speakers.map(({ name, description, aliases, direct, reported }) => {
		return { name, description, aliases, direct, reported };
	});
}

function countIn(attributed: AttributedArticle | undefined): SpeakerCount[] {
	if (!attributed) return [];
	const said = attributed.attributions.filter((one) => isSpeech(attributed.article.text, one));
	return attributed.speakers
		.map(({ name, description, aliases }) => {
			const own = said.filter(({ speaker }) => speaker === name);
			const reported = own.filter(({ kind }) => kind === 'reported').length;
			return { name, description, aliases, direct: own.length - reported, reported };
		})
		.filter(({ direct, reported }) => direct + reported > 0);
}
