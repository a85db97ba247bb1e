import { ARTICLES_PREFIX, renderArticles } from '../../src/reply/articles-message.js';
import type { BotComponent } from '../services.js';

/** `More` and `Back` of `/articles`. */
export const articlesPage: BotComponent = {
	prefix: ARTICLES_PREFIX,
	execute(interaction, { services, t }) {
		const [, page] = interaction.customId.split(':');
		return { do: 'update', reply: renderArticles(t, services.library.articles, Number(page) || 0) };
	},
};
