import type { Problem } from '../errors.js';
import { type ParagraphRule, splitParagraphs } from '../text/split-paragraphs.js';
import type { Article } from './article.js';
import type { ArticleDetails } from './article-fields.js';

/**
 * Longest text of one article, in UTF-16 code units: about 170,000 words, beyond any article. What is longer is a
 * collection in one file, would answer questions badly, and would keep everybody waiting while it is read.
 */
export const TEXT_MAX = 1_000_000;

/** An article, or everything that is wrong with what should have been one. */
export type ParsedArticle = { readonly article: Article } | { readonly problems: readonly Problem[] };

/** Puts an article together from checked details. @param where - The file, with `:line` where one line is meant. */
export function makeArticle(
	id: string,
	details: ArticleDetails,
	text: string,
	rule: ParagraphRule,
	where: string,
): ParsedArticle {
	const refuse = (reason: string) => ({ problems: [{ where, field: 'text', reason }] });
	if (!/[\p{L}\p{N}]/u.test(text)) return refuse('has no words');
	if (text.length > TEXT_MAX) {
		const [length, max] = [text.length, TEXT_MAX].map((value) => value.toLocaleString('en'));
		return refuse(`is ${length} characters long; an article has at most ${max}: split it into several`);
	}
	return { article: { id, ...withoutAbsent(details), text, paragraphs: splitParagraphs(text, rule) } };
}

/** An absent field is left out, so that an article has the same keys however it was read. */
function withoutAbsent({ title, ...optional }: ArticleDetails): Omit<Article, 'id' | 'text' | 'paragraphs'> {
	return { title, ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) };
}
