import type { ChatInputCommandInteraction } from 'discord.js';
import type { Request } from '../src/discord/command.js';
import { UserError } from '../src/errors.js';
import { clip } from '../src/reply/clip.js';
import { findSpeaker, rankSpeakers } from '../src/search/speakers.js';
import type { Services } from './services.js';

/** So many names are offered in place of one that is not there. */
const NEAR_MAX = 3;

/** As much of what was typed as is needed to know it again. */
const TYPED_MAX = 100;

/** The `speaker` option by canonical name, whatever was typed; `undefined` when it was left out. */
export function readSpeaker(
	interaction: ChatInputCommandInteraction,
	{ services: { library }, t }: Request<Services>,
): string | undefined {
	const typed = interaction.options.getString('speaker')?.trim();
	if (!typed) return undefined;
	const speaker = findSpeaker(library.speakers, typed);
	if (speaker) return speaker.name;
	const near = typed.split(/\s+/).flatMap((word) => rankSpeakers(library.speakers, word));
	const names = [...new Set(near.map((hit) => hit.speaker.name))].slice(0, NEAR_MAX);
	if (names.length === 0) throw new UserError(t('error.no-speaker', { name: clip(typed, TYPED_MAX) }));
	throw new UserError(t('error.no-speaker-near', { name: clip(typed, TYPED_MAX), near: names.join(', ') }));
}

/** The `article` option, a choice or a typed id or title; `undefined` when it was left out. */
export function readArticle(
	interaction: ChatInputCommandInteraction,
	{ services: { library }, t }: Request<Services>,
): string | undefined {
	const typed = interaction.options.getString('article')?.trim();
	if (!typed) return undefined;
	if (library.articleNumbers.has(typed)) return typed;
	const wanted = typed.toLowerCase();
	const found = library.articles.find(({ article }) => {
		return article.id.toLowerCase() === wanted || article.title.toLowerCase() === wanted;
	});
	if (!found) throw new UserError(t('error.no-article', { name: clip(typed, TYPED_MAX) }));
	return found.article.id;
}

/** Public only when the `share` option says so. */
export function audienceOf(interaction: ChatInputCommandInteraction) {
	const shared = interaction.options.getBoolean('share') === true;
	return shared
		? ({ visible: 'public', audience: { owner: interaction.user.id } } as const)
		: ({ visible: 'private', audience: 'private' } as const);
}
