import type { AttributedArticle } from '../attribution/attribution.js';
import { button, buttonRows } from './components.js';
import type { Translate } from './locales/catalogue.js';
import { renderParts, sourceParts } from './render-sentence.js';
import type { Reply } from './reply.js';

export const ARTICLES_PREFIX = 'articles';

/** Four short lines each; with titles cut at 120 characters, five of the longest fit a message. */
const ARTICLES_PER_PAGE = 5;

/**
 * The articles, newest first: title, outlet, date, sentences, quotations.
 *
 * @param page - From 0; one that does not exist any more shows the last.
 */
export function renderArticles(t: Translate, articles: readonly AttributedArticle[], page: number): Reply {
	if (articles.length === 0) return { content: t('articles.none') };
	const newestFirst = [...articles].sort((a, b) =>
		(b.article.published ?? '').localeCompare(a.article.published ?? ''),
	);
	const pages = Math.ceil(articles.length / ARTICLES_PER_PAGE);
	const shown = Math.min(Math.max(page, 0), pages - 1);
	const lines = newestFirst
		.slice(shown * ARTICLES_PER_PAGE, (shown + 1) * ARTICLES_PER_PAGE)
		.map((attributed) => `- ${renderArticle(t, attributed)}`);
	const parts = [t('articles.heading', { count: articles.length }), lines.join('\n')];
	if (pages > 1) parts.push(`-# ${t('answer.page', { page: shown + 1, pages })}`);
	return { content: parts.join('\n\n'), rows: pageButtons(t, ARTICLES_PREFIX, shown, pages) };
}

function renderArticle(t: Translate, { article, sentences, attributions }: AttributedArticle): string {
	const quotations = attributions.filter(({ kind }) => kind !== 'reported').length;
	const counts = [
		t('articles.sentences', { count: sentences.length }),
		t('articles.quotations', { count: quotations }),
	];
	return `${renderParts(sourceParts(t, article))}: ${counts.join(', ')}`;
}

/** `Back` and `More`, where there is something; the page is the first thing after the prefix. */
export function pageButtons(t: Translate, prefix: string, page: number, pages: number, state = '') {
	const id = (number: number) => `${prefix}:${number}${state === '' ? '' : `:${state}`}`;
	const back = page > 0 ? [button(id(page - 1), t('button.back'))] : [];
	const more = page + 1 < pages ? [button(id(page + 1), t('button.more'))] : [];
	return buttonRows([...back, ...more]);
}
