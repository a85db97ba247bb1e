import { type Span, sliceSpan } from '../../text/span.js';
import type { AttributedText } from '../attribute.js';
import { escapeHtml } from './escape-html.js';
import { explainAttribution } from './explain-attribution.js';
import { type MarkedPiece, markText } from './mark-text.js';

/** Neighbouring pieces that are content of the same attributions. */
interface Group {
	/** Indices of the attributions, the innermost first: what somebody says that another said is the nearer one's. */
	readonly of: readonly number[];
	readonly pieces: readonly MarkedPiece[];
}

/**
 * Renders a paragraph with content, cues and sources marked. Content has the number of its note where it begins, and
 * carries its explanation, which shows while it is pointed at or its number is focused.
 *
 * @param here - Indices of the attributions that touch the paragraph.
 */
export function renderMarkedParagraph(
	text: string,
	paragraph: Span,
	attributed: AttributedText,
	here: readonly number[],
): string {
	const found = here.flatMap((index) => attributed.attributions[index] ?? []);
	const pieces = markText(paragraph, found);
	const groups = groupPieces(pieces, here, attributed);
	return `<p>${groups.map((group) => renderGroup(text, group, here, attributed)).join('')}</p>`;
}

function groupPieces(
	pieces: readonly MarkedPiece[],
	here: readonly number[],
	{ attributions }: AttributedText,
): Group[] {
	const groups: { of: number[]; pieces: MarkedPiece[] }[] = [];
	const lengthOf = (index: number) =>
		(attributions[index]?.content ?? []).reduce((sum, { start, end }) => sum + end - start, 0);
	for (const piece of pieces) {
		const of = piece.marks
			.filter(({ role }) => role === 'content')
			.map(({ attribution }) => here[attribution] ?? 0)
			.sort((a, b) => lengthOf(a) - lengthOf(b));
		const last = groups.at(-1);
		if (last && last.of.join() === of.join()) last.pieces.push(piece);
		else groups.push({ of, pieces: [piece] });
	}
	return groups;
}

function renderGroup(
	text: string,
	{ of, pieces }: Group,
	here: readonly number[],
	{ attributions, speakers }: AttributedText,
): string {
	const opens = pieces[0]?.opens.map((index) => here[index] ?? 0) ?? [];
	const words = pieces.map((piece) => renderPiece(text, piece)).join('');
	const inner = of[0] === undefined ? undefined : attributions[of[0]];
	if (of[0] === undefined || inner === undefined) return words;
	const explained = of.flatMap((index) => {
		const attribution = attributions[index];
		return attribution ? [tipOf(explainAttribution(text, attribution, speakers))] : [];
	});
	const tip = `tip-${pieces[0]?.start}`;
	const numbers = (opens.length > 0 ? opens : [of[0]]).map((index) => {
		return `<a class="number" href="#note-${index + 1}" aria-label="Note ${index + 1}" aria-describedby="${tip}">${index + 1}</a>`;
	});
	// Focusable by touch alone: the keyboard goes from number to number.
	return `<span class="said" tabindex="-1">${numbers.join('')}<span class="content ${inner.kind}">${words}</span><span class="tip" role="tooltip" id="${tip}">${explained.join('\n\n')}</span></span>`;
}

function renderPiece(text: string, { start, end, marks }: MarkedPiece): string {
	const words = escapeHtml(sliceSpan(text, { start, end }));
	const roles = [...new Set(marks.map(({ role }) => role))].filter((role) => role !== 'content');
	return roles.length > 0 ? `<span class="${roles.join(' ')}">${words}</span>` : words;
}

function tipOf({ who, description, how, sure, why }: ReturnType<typeof explainAttribution>): string {
	const first = [description === null ? who : `${who}, ${description}`, how, sure].filter((part) => part !== null);
	return escapeHtml(`${first.join(' · ')}\nWhy: ${why}`);
}
