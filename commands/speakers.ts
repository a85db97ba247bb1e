import { renderSpeakers } from '../src/reply/speakers-message.js';
import { articleOption, defineCommand } from './define.js';
import { readArticle } from './filters.js';
import type { BotCommand } from './services.js';
import { listOf } from './speaker-list.js';
import { suggest } from './suggest.js';

/** `/speakers`: whose words the articles give, and how often. */
export default {
	data: defineCommand('speakers', 'command.speakers').addStringOption(articleOption).toJSON(),
	defer: () => 'private',
	async execute(interaction, request) {
		const list = listOf(request.services.library, readArticle(interaction, request), 0);
		return { do: 'reply', visible: 'private', reply: await renderSpeakers(request.t, list) };
	},
	autocomplete: suggest,
} satisfies BotCommand;
