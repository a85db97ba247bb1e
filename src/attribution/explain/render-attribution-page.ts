import type { Article } from '../../article/article.js';
import type { Span } from '../../text/span.js';
import type { AttributedText } from '../attribute.js';
import { CONFIDENT } from '../attribution.js';
import { ATTRIBUTION_PAGE_STYLE } from './attribution-page-style.js';
import { escapeHtml } from './escape-html.js';
import { renderAttributionNotes } from './render-attribution-notes.js';
import { renderMarkedParagraph } from './render-marked-paragraph.js';

/** What the page shows of an article; a text of the reader's own has little of it. */
export type PageArticle = Pick<
	Article,
	'title' | 'publisher' | 'published' | 'author' | 'language' | 'text' | 'paragraphs'
>;

/**
 * Renders an article with everything that was found out about it as one self-contained HTML page without scripts: for an
 * editor before it is published, and for whoever wants to see why the bot names whom it names.
 */
export function renderAttributionPage(article: PageArticle, attributed: AttributedText): string {
	const { title, publisher, published, author, language, text, paragraphs } = article;
	const facts = [publisher, published, author].filter((fact) => fact !== undefined);
	const byParagraph = groupByParagraph(paragraphs, attributed);
	const marked = paragraphs.map((paragraph, i) =>
		renderMarkedParagraph(text, paragraph, attributed, byParagraph[i] ?? []),
	);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}: who said what</title>
<style>${ATTRIBUTION_PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${facts.length > 0 ? `<p class="facts">${escapeHtml(facts.join(' · '))}</p>\n` : ''}<p class="facts">${summarise(attributed)} Point at underlined words, or go to their number with the Tab key, to see whose they are.</p>
<ul class="key"><li><span class="content direct">quoted directly</span></li><li><span class="content mixed">quoted in part</span></li><li><span class="content reported">reported</span></li><li><span class="source">who says it</span></li><li><span class="cue">words of saying</span></li></ul>
<article${language === undefined ? '' : ` lang="${escapeHtml(language)}"`}>
${marked.join('\n')}
</article>
<h2>Notes</h2>
${renderAttributionNotes(text, attributed)}
${renderSpeakers(attributed)}
</main>
</body>
</html>
`;
}

function summarise({ attributions }: AttributedText): string {
	const doubtful = attributions.filter(({ speaker, confidence }) => speaker !== null && confidence < CONFIDENT).length;
	const nameless = attributions.filter(({ speaker }) => speaker === null).length;
	return `${count(attributions.length, 'statement')} of others; ${doubtful} with a doubtful speaker, ${nameless} without a name.`;
}

/** Indices of the attributions that touch each paragraph. Both lists are in text order. */
function groupByParagraph(paragraphs: readonly Span[], { attributions }: AttributedText): number[][] {
	const groups = paragraphs.map((): number[] => []);
	attributions.forEach(({ content, cue, source }, index) => {
		const touched = new Set<number>();
		for (const span of [...content, ...cue, ...source]) {
			for (let i = paragraphAt(paragraphs, span.start); i < paragraphs.length; i++) {
				if ((paragraphs[i]?.start ?? span.end) >= span.end) break;
				touched.add(i);
			}
		}
		for (const i of touched) groups[i]?.push(index);
	});
	return groups;
}

/** The first paragraph that ends after the offset, by halving. */
function paragraphAt(paragraphs: readonly Span[], offset: number): number {
	let low = 0;
	let high = paragraphs.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((paragraphs[middle]?.end ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

function renderSpeakers({ attributions, speakers }: AttributedText): string {
	if (speakers.length === 0) return '';
	const counts = new Map<string, number>();
	for (const { speaker } of attributions) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
	const rows = speakers.map(({ name, description, aliases }) => {
		const cells = [name, description ?? '', aliases.join('; '), String(counts.get(name) ?? 0)];
		return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
	});
	return `<h2>Speakers</h2>
<div class="speakers table" role="region" aria-label="Speakers" tabindex="0"><table>
<tr><th>Speaker</th><th>Description</th><th>Also called</th><th>Statements</th></tr>
${rows.join('\n')}
</table></div>`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
