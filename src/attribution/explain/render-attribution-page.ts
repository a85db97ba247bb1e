import { type Span, sliceSpan, spanContains } from '../../text/span.js';
import type { AttributedText } from '../attribute.js';
import { type Attribution, CONFIDENT, type Speaker } from '../attribution.js';
import { explainBasis, explainKind } from './explain-attribution.js';
import { type MarkedPiece, markText } from './mark-text.js';

/** An article to be checked by an editor. */
export interface PageInput {
	readonly title: string;
	readonly text: string;
	readonly paragraphs: readonly Span[];
	readonly attributed: AttributedText;
}

const STYLE = `
body { font: 1.05rem/1.6 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
h1 { line-height: 1.25; }
.content { border-bottom: 3px solid #777; background: #f2f2f2; }
.source { font-weight: bold; text-decoration: underline double; }
.cue { font-style: italic; text-decoration: underline dashed; }
.number { font: bold .75em sans-serif; vertical-align: super; }
.notes { font-size: .9rem; border-left: 3px solid #777; margin: 0 0 1.6rem; padding-left: 1rem; list-style: none; }
.notes li { margin: .4rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; border-bottom: 1px solid #999; padding: .25rem .5rem .25rem 0; vertical-align: top; }
pre { white-space: pre-wrap; border: 1px solid #999; padding: .5rem; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111; } .content { background: #2a2a2a; } }
`;

/**
 * Renders an article with everything that was found out about it as one self-contained HTML page, for an editor to
 * check before it is published. What is content, source and cue shows by underline, weight and slant, not by colour.
 */
export function renderAttributionPage({ title, text, paragraphs, attributed }: PageInput): string {
	const { attributions } = attributed;
	const doubtful = attributions.filter(({ speaker, confidence }) => speaker !== null && confidence < CONFIDENT).length;
	const nameless = attributions.filter(({ speaker }) => speaker === null).length;
	const byParagraph = groupByParagraph(paragraphs, attributions);
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}: who said what</title>
<style>${STYLE}</style>
<h1>${escapeHtml(title)}</h1>
<p>${count(attributions.length, 'attribution')}, ${doubtful} of them with a doubtful speaker, ${nameless} without a name.
<span class="content">Underlined</span>: somebody’s words. <span class="source">Bold, double underline</span>: who says
them. <span class="cue">Italic, dashed underline</span>: the words of saying. Numbers lead to the notes below each
paragraph.</p>
${renderSpeakers(attributed)}
<main>
${paragraphs.map((paragraph, i) => renderParagraph(text, paragraph, attributed, byParagraph[i] ?? [])).join('\n')}
</main>
</html>
`;
}

/** Indices of the attributions that touch each paragraph. Both lists are in text order. */
function groupByParagraph(paragraphs: readonly Span[], attributions: readonly Attribution[]): number[][] {
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

function renderParagraph(
	text: string,
	paragraph: Span,
	{ attributions, speakers }: AttributedText,
	here: readonly number[],
): string {
	const found = here.flatMap((index) => attributions[index] ?? []);
	const pieces = markText(paragraph, found).map((piece) => renderPiece(text, piece, here));
	const notes = here.flatMap((index) => {
		const attribution = attributions[index];
		const startsHere = attribution?.content[0] && spanContains(paragraph, attribution.content[0]);
		return attribution && startsHere ? [renderNote(text, attribution, index, speakers)] : [];
	});
	const list = notes.length > 0 ? `\n<ul class="notes">\n${notes.join('\n')}\n</ul>` : '';
	return `<p>${pieces.join('')}</p>${list}`;
}

function renderPiece(text: string, piece: MarkedPiece, here: readonly number[]): string {
	const numbers = piece.opens.map((index) => {
		const number = (here[index] ?? 0) + 1;
		return `<a class="number" href="#note-${number}">${number}</a>`;
	});
	const classes = [...new Set(piece.marks.map(({ role }) => role))].join(' ');
	const words = escapeHtml(sliceSpan(text, piece));
	return `${numbers.join('')}${classes ? `<span class="${classes}">${words}</span>` : words}`;
}

function renderNote(text: string, attribution: Attribution, index: number, speakers: readonly Speaker[]): string {
	const { cue, source, speaker, confidence, content } = attribution;
	const description = speakers.find(({ name }) => name === speaker)?.description;
	const name =
		speaker === null
			? 'speaker not named'
			: `<b>${escapeHtml(speaker)}</b>${description ? `, ${escapeHtml(description)}` : ''}`;
	const quote = (label: string, spans: readonly Span[]): string[] =>
		spans.length > 0 ? [`${label} “${escapeHtml(spans.map((span) => sliceSpan(text, span)).join(' … '))}”`] : [];
	const facts = [
		explainKind(attribution),
		...quote('source', source),
		...quote('cue', cue),
		`confidence ${Math.round(confidence * 100)} %`,
		explainBasis(attribution),
	];
	const doubt = speaker !== null && confidence < CONFIDENT ? 'appears to be ' : '';
	const first = content[0] ? sliceSpan(text, content[0]) : '';
	return `<li id="note-${index + 1}"><b>${index + 1}</b> ${doubt}${name}; ${facts.join('; ')}
<details><summary>Correct this</summary><pre>${escapeHtml(correctionFor(first, speaker))}</pre></details></li>`;
}

/** An entry for the file of corrections, to be copied and changed. */
function correctionFor(words: string, speaker: string | null): string {
	const said = JSON.stringify(words.replace(/\s+/g, ' ').trim());
	return `- sentence: ${said}\n  speaker: ${speaker ?? 'A Name'}\n\nor, if these words are nobody’s:\n\n- sentence: ${said}\n  quotation: false`;
}

function renderSpeakers({ attributions, speakers }: AttributedText): string {
	if (speakers.length === 0) return '<p>Nobody’s words are given.</p>';
	const counts = new Map<string, number>();
	for (const { speaker } of attributions) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
	const rows = speakers.map(({ name, description, aliases }) => {
		const cells = [name, description ?? '', aliases.join('; '), String(counts.get(name) ?? 0)];
		return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
	});
	return `<table>
<tr><th>Speaker</th><th>Description</th><th>Also called</th><th>Attributions</th></tr>
${rows.join('\n')}
</table>`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Control characters other than tab and line break, which HTML does not allow. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

const escapeHtml = (text: string): string =>
	text.replace(CONTROL, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
