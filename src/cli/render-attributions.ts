import type { AttributedText } from '../attribution/attribute.js';
import type { Attribution } from '../attribution/attribution.js';
import { explainBasis } from '../attribution/explain/explain-attribution.js';
import { markText } from '../attribution/explain/mark-text.js';
import { type Span, sliceSpan, spanContains } from '../text/span.js';
import { oneLine, type Page, wrap } from './page.js';
import { describeSpeaker } from './render-results.js';

/**
 * @returns The text, somebody's words in numbered brackets, and below each paragraph whose they are and what shows it.
 */
export function renderAttributions(
	page: Page,
	text: string,
	paragraphs: readonly Span[],
	{ attributions, speakers }: AttributedText,
): string {
	const blocks = paragraphs.map((paragraph) => {
		const words = markText(paragraph, attributions).map((piece) => {
			const opening = piece.opens.map((index) => `[${index + 1} `).join('');
			return `${opening}${sliceSpan(text, piece)}${piece.closes.map(() => ']').join('')}`;
		});
		const notes = attributions.flatMap((attribution, index) => {
			const first = attribution.content[0];
			return first && spanContains(paragraph, first) ? renderNote(page, text, attribution, index, speakers) : [];
		});
		return `${[wrap(page, oneLine(words.join('')), ''), ...notes].join('\n')}\n`;
	});
	return attributions.length > 0 ? blocks.join('\n') : `${blocks.join('\n')}\nNobody’s words are given in this text.\n`;
}

function renderNote(
	page: Page,
	text: string,
	attribution: Attribution,
	index: number,
	speakers: AttributedText['speakers'],
): string[] {
	const speaker = speakers.find(({ name }) => name === attribution.speaker) ?? null;
	const number = `  [${index + 1}] `;
	return [
		wrap(page, describeSpeaker(page, { ...attribution, speaker }), number, ' '.repeat(number.length)),
		page.colors.dim(wrap(page, renderEvidence(text, attribution), ' '.repeat(number.length))),
	];
}

function renderEvidence(text: string, attribution: Attribution): string {
	const { cue, source, confidence } = attribution;
	const shown = [
		source.length > 0 && `source “${excerpt(text, source)}”`,
		cue.length > 0 && `cue “${excerpt(text, cue)}”`,
		`confidence ${Math.round(confidence * 100)} %`,
		explainBasis(attribution),
	];
	return shown.filter(Boolean).join(', ');
}

function excerpt(text: string, spans: readonly Span[]): string {
	return oneLine(spans.map((span) => sliceSpan(text, span)).join(' … '));
}
