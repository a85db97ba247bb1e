import { sliceSpan } from '../../text/span.js';
import type { AttributedText } from '../attribute.js';
import type { Attribution } from '../attribution.js';
import { escapeHtml } from './escape-html.js';
import { explainAttribution } from './explain-attribution.js';

/** One note for each attribution: who, how, how sure and why, and what to write to correct it. */
export function renderAttributionNotes(text: string, { attributions, speakers }: AttributedText): string {
	if (attributions.length === 0) return '<p>Nobody’s words are given.</p>';
	const notes = attributions.map((attribution, index) => {
		const { who, description, how, sure, why } = explainAttribution(text, attribution, speakers);
		const name = `<b>${escapeHtml(who)}</b>${description === null ? '' : `, ${escapeHtml(description)}`}`;
		const facts = [how, sure, why].filter((fact) => fact !== null).join('; ');
		return `<li id="note-${index + 1}">${name}; ${escapeHtml(facts)}
<details><summary>Correct this</summary><pre>${escapeHtml(correctionFor(text, attribution))}</pre></details></li>`;
	});
	return `<ol class="notes">\n${notes.join('\n')}\n</ol>`;
}

/** An entry for the file of corrections, to be copied and changed. */
function correctionFor(text: string, { content: [first], speaker }: Attribution): string {
	const said = JSON.stringify(first ? sliceSpan(text, first).replace(/\s+/g, ' ').trim() : '');
	return `- sentence: ${said}\n  speaker: ${speaker ?? 'A Name'}\n\nor, if these words are nobody’s:\n\n- sentence: ${said}\n  quotation: false`;
}
