import type { Library } from '../search/library.js';
import { count } from './count.js';
import { oneLine, type Page, wrap } from './page.js';

/** @returns The articles of a library, each with its outlet, its date and what it holds. */
export function renderArticles(page: Page, { articles }: Library): string {
	return articles
		.map(({ article, sentences, attributions }) => {
			const quotations = attributions.filter(({ kind }) => kind !== 'reported').length;
			const details = [
				article.publisher,
				article.published,
				count(sentences.length, 'sentence'),
				count(quotations, 'quotation'),
			];
			const title = page.colors.bold(oneLine(article.title));
			const rest = oneLine([...details.filter(Boolean), `[${article.id}]`].join(', '));
			return `${wrap(page, title, '  ')}\n${page.colors.dim(wrap(page, rest, '    '))}\n`;
		})
		.join('\n');
}
