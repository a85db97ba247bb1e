import { renderArticles } from '../src/reply/articles-message.js';
import { defineCommand } from './define.js';
import type { BotCommand } from './services.js';

/** `/articles`: every article with outlet, date, and how much is in it. */
export default {
	data: defineCommand('articles', 'command.articles').toJSON(),
	execute(_interaction, { services, t }) {
		return { do: 'reply', visible: 'private', reply: renderArticles(t, services.library.articles, 0) };
	},
} satisfies BotCommand;
