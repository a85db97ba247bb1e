import type { Result } from '../answer/answer.js';
import type { AttributedArticle } from '../attribution/attribution.js';
import { sliceSpan } from '../text/span.js';
import { oneLine, type Page, wrap } from './page.js';

/** Sentences shown before and after the one that is asked about. */
const NEIGHBOURS = 1;

/**
 * @param whole - The whole paragraph rather than the sentences beside it.
 * @returns The sentence among its neighbours; it alone stands behind `>`.
 */
export function renderContext(
	page: Page,
	{ article, sentences }: AttributedArticle,
	result: Result,
	whole: boolean,
): string {
	const at = sentences.findIndex(({ start }) => start === result.start);
	const paragraph = sentences[at]?.paragraph;
	return sentences
		.map((sentence, index) => ({ sentence, distance: Math.abs(index - at), isIt: index === at }))
		.filter(({ sentence, distance }) => (whole ? sentence.paragraph === paragraph : distance <= NEIGHBOURS))
		.map(({ sentence, isIt }) => {
			const text = oneLine(sliceSpan(article.text, sentence));
			return isIt ? wrap(page, text, '  > ') : page.colors.dim(wrap(page, text, '    '));
		})
		.join('\n');
}
