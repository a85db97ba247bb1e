import type { AttributedText } from '../attribution/attribute.js';
import type { Attribution } from '../attribution/attribution.js';
import { type Span, sliceSpan } from '../text/span.js';
import { oneLine, type Page, wrap } from './page.js';
import { describeSpeaker } from './render-results.js';

/** @returns Who said what in a text: the words, whose they are, and the words of the text that show it. */
export function renderAttributions(page: Page, text: string, { attributions, speakers }: AttributedText): string {
	if (attributions.length === 0) return 'Nobody’s words are given in this text.\n';
	return attributions
		.map((attribution) => {
			const speaker = speakers.find(({ name }) => name === attribution.speaker) ?? null;
			return [
				wrap(page, excerpt(text, attribution.content), '  > '),
				wrap(page, describeSpeaker(page, { ...attribution, speaker }), '  — ', '    '),
				page.colors.dim(wrap(page, renderEvidence(text, attribution), '    ')),
				'',
			].join('\n');
		})
		.join('\n');
}

function renderEvidence(text: string, { cue, source, confidence }: Attribution): string {
	const shown = [
		source.length > 0 && `source “${excerpt(text, source)}”`,
		cue.length > 0 && `cue “${excerpt(text, cue)}”`,
		`confidence ${Math.round(confidence * 100)} %`,
	];
	return shown.filter(Boolean).join(', ');
}

function excerpt(text: string, spans: readonly Span[]): string {
	return oneLine(spans.map((span) => sliceSpan(text, span)).join(' … '));
}
