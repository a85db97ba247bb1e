import type { ClaimCheck } from '../answer/check.js';
import type { FindArticle } from './article-finder.js';
import { oneLine, type Page, wrap } from './page.js';
import { renderResults } from './render-results.js';

// A machine compared words: it says what seems so, and the reader sees by what.
const VERDICTS = {
	supported: 'Seems supported.',
	contradicted: 'Seems contradicted.',
	'not-covered': 'The articles do not say.',
} as const;

/** @returns The verdict, what differs, and the evidence, as a person reads it in a terminal. */
export function renderCheck(
	page: Page,
	{ verdict, evidence, differences }: ClaimCheck,
	findArticle: FindArticle,
): string {
	const lines = [page.colors.bold(VERDICTS[verdict])];
	for (const { kind, claim, article } of differences) {
		lines.push(
			wrap(
				page,
				`${kind}: the claim has “${oneLine(claim.text)}”, the article “${oneLine(article.text)}”`,
				'  - ',
				'    ',
			),
		);
	}
	if (evidence.length > 0) {
		lines.push('', verdict === 'not-covered' ? 'Nearest:' : 'Read:', '', renderResults(page, evidence, findArticle));
	}
	return `${lines.join('\n').trimEnd()}\n`;
}
