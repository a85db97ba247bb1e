import { clip } from './clip.js';
import { escapeText, inline } from './escape-text.js';

/**
 * The longest start of `text` whose markup fits `max` code units. Escaping lengthens a text by an amount that is known only
 * afterwards, so halving finds it.
 *
 * @param render - Gives markup at least as long as the text.
 */
export function clipMarkup(
	text: string,
	max: number,
	render: (text: string) => string,
): { readonly markup: string; readonly shown: string } {
	if (text.length <= max) {
		const markup = render(text);
		if (markup.length <= max) return { markup, shown: text };
	}
	let fits = 0;
	let tooLong = Math.min(text.length, max) + 1;
	while (tooLong - fits > 1) {
		const middle = (fits + tooLong) >> 1;
		if (render(clip(text, middle)).length <= max) fits = middle;
		else tooLong = middle;
	}
	const shown = clip(text, Math.max(fits, 1));
	return { markup: render(shown), shown };
}

/** A name, title or other short text from outside to stand inside a line of ours, at most `max` code units of markup. */
export function escapeClipped(text: string, max: number): string {
	return clipMarkup(inline(text), max, escapeText).markup;
}
