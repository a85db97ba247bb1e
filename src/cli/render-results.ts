import type { Answer, Result } from '../answer/answer.js';
import type { Article } from '../article/article.js';
import { CONFIDENT } from '../attribution/attribution.js';
import { MONTHS } from '../text/months.js';
import type { FindArticle } from './article-finder.js';
import { oneLine, type Page, wrap } from './page.js';

const KIND_IN_WORDS = {
	direct: 'quoted directly',
	mixed: 'quoted in part',
	reported: 'reported by the article',
	narration: "the article's own words",
} as const;

/** @returns The answer as a person reads it in a terminal. */
export function renderAnswer(page: Page, { answered, results }: Answer, findArticle: FindArticle): string {
	if (answered) return renderResults(page, results, findArticle);
	const decline = page.colors.bold('The articles do not say.');
	if (results.length === 0) return `${decline}\n`;
	return `${decline}\n\nClosest, but not an answer:\n\n${renderResults(page, results, findArticle)}`;
}

/** @returns Sentences, each with whose words it is and where it stands, with a blank line between them. */
export function renderResults(page: Page, results: readonly Result[], findArticle: FindArticle): string {
	return results.map((result) => renderResult(page, result, findArticle)).join('\n');
}

function renderResult(page: Page, result: Result, findArticle: FindArticle): string {
	const { colors } = page;
	return [
		wrap(page, oneLine(result.text), '  > '),
		wrap(page, describeSpeaker(page, result), '  — ', '    '),
		colors.dim(wrap(page, renderPlace(result, findArticle(result.article)?.article), '    ')),
		'',
	].join('\n');
}

/** @returns Whose words it is and how the article has them: `Ada Quill, mayor, quoted directly`. */
export function describeSpeaker(
	{ colors }: Page,
	{ kind, speaker, confidence }: Pick<Result, 'kind' | 'speaker' | 'confidence'>,
): string {
	const words = KIND_IN_WORDS[kind];
	if (kind === 'narration') return words;
	if (speaker === null) return `speaker not named, ${words}`;
	const name = colors.bold(oneLine(speaker.name));
	const description = speaker.description === null ? '' : `, ${oneLine(speaker.description)}`;
	return `${confidence < CONFIDENT ? 'appears to be ' : ''}${name}${description}, ${words}`;
}

function renderPlace({ article: id, paragraph }: Result, article: Article | undefined): string {
	const title = article ? `“${oneLine(article.title)}”` : id;
	const source = [article?.publisher, article?.published && renderDate(article.published)].filter(Boolean);
	return [title, ...source.map((part) => oneLine(String(part))), `paragraph\u00a0${paragraph}`, `[${id}]`].join(', ');
}

/** @returns `18 February 2025` for an ISO date; anything else as it is. */
function renderDate(published: string): string {
	const date = new Date(published.slice(0, 'YYYY-MM-DD'.length));
	if (Number.isNaN(date.getTime())) return published;
	// Not by `Intl`, which takes 20 ms for its first date.
	return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
