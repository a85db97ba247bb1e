import { buildResult } from '../answer/result.js';
import type { ArticleExcerpt, QuoteChange, Verification } from '../answer/verify.js';
import type { Library } from '../search/library.js';
import { at } from '../search/sentence-table.js';
import { articleFinder } from './article-finder.js';
import { oneLine, type Page, wrap } from './page.js';
import { renderResults } from './render-results.js';

/** @returns What became of a quotation, and where it is printed, as a person reads it in a terminal. */
export function renderVerification(page: Page, verification: Verification, library: Library): string {
	const { span, changes, goesOn, nearest } = verification;
	const lines = [page.colors.bold(headline(verification))];
	for (const change of changes) lines.push(wrap(page, describe(change), '  - ', '    '));
	if (goesOn) lines.push(wrap(page, `It goes on: “${oneLine(goesOn.text)}”`, ''));
	const shown = span ?? nearest;
	if (shown) lines.push('', span ? 'Printed:' : 'Nearest:', '', renderSentence(page, shown, library));
	return `${lines.join('\n').trimEnd()}\n`;
}

function headline({ status, speaker, speakerMatches, changes }: Verification): string {
	const name = speaker ? oneLine(speaker.name) : 'somebody else';
	if (status === 'not-found') return 'Not found in the articles.';
	if (status === 'misattributed') return `These words are printed, but ${name} said them.`;
	if (status === 'exact') return 'Printed in these words.';
	const count = changes.length === 1 ? '1 difference' : `${changes.length} differences`;
	return `Altered: ${count}.${speakerMatches ? '' : ` And ${name} said it.`}`;
}

function describe({ kind, claimed, printed }: QuoteChange): string {
	if (kind === 'added') return `added: “${oneLine(claimed)}”`;
	if (kind === 'removed') return `left out: “${oneLine(printed)}”`;
	return `“${oneLine(printed)}” became “${oneLine(claimed)}”`;
}

/** The sentence in which the excerpt begins. */
function renderSentence(page: Page, { article, start }: ArticleExcerpt, library: Library): string {
	const number = library.articleNumbers.get(article) ?? 0;
	const index = library.articles[number]?.sentences.findIndex(({ end }) => end > start) ?? 0;
	const sentence = at(library.sentences.articleStart, number) + Math.max(0, index);
	return renderResults(page, [buildResult(library, { sentence, score: 1 })], articleFinder(library));
}
