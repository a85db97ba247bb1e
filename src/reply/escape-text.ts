/** Characters that Discord reads as markup wherever they stand: emphasis, code, spoilers, links, mentions, emoji. */
const MARKUP_ANYWHERE = /[\\*_~`|[\]<>@]/g;

/** What begins a heading, a list, a quote or small print: `# a`, `- a`, `-# a`, `> a` at the start of a line, not `a # b`. */
const MARKUP_AT_LINE_START = /^(\s*)([#\-+])/gm;

/** `1. a` at the start of a line would be renumbered as a list; `1.5` would not. */
const NUMBERED_LIST = /^(\s*\d+)\.(?=\s)/gm;

/** `https://a.b` and the like become links by themselves; `a: b` does not. */
const BARE_LINK = /(?<=\b[a-z][a-z\d+.-]*):(?=\/\/)/gi;

/** `discord.gg/abc` shows an invitation even without a scheme; `and/or` does not. */
const BARE_HOST = /(?<=\.[a-z]{2,})\//gi;

/** `:smile:` becomes a picture; `10:30` does not. */
const EMOJI_NAME = /:(?=[\w\\]+:)/g;

/** Characters that turn the direction of what follows: embeddings, overrides, isolates and what ends them. */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/g;

/** A right-to-left letter (Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms). */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const POP_FORMATTING = '\u202C';

/**
 * Text from outside, so that Discord shows exactly its characters: no markup, mention, link, emoji or invitation comes of
 * it. What a reader sees is the text itself; direction controls that it leaves open are closed at the end.
 */
export function escapeText(text: string): string {
	return (
		text
			.replace(MARKUP_ANYWHERE, '\\$&')
			.replace(BARE_HOST, '\\/')
			.replace(BARE_LINK, '\\:')
			.replace(EMOJI_NAME, '\\:')
			.replace(MARKUP_AT_LINE_START, '$1\\$2')
			.replace(NUMBERED_LIST, '$1\\.') + closeBidi(text)
	);
}

/**
 * A name, title or other short text from outside, to stand inside a line of ours: on one line, without direction
 * controls, and set apart when it is written from right to left, so that it does not reorder the words around it.
 */
export function escapeInline(text: string): string {
	return escapeText(inline(text));
}

/** {@link escapeInline} for places where Discord reads no markup: labels, options of menus, alt texts. */
export function inline(text: string): string {
	const line = text.replace(BIDI_CONTROL, '').replace(/\s+/g, ' ').trim();
	return RIGHT_TO_LEFT.test(line) ? `${FIRST_STRONG_ISOLATE}${line}${POP_ISOLATE}` : line;
}

/** @returns What ends every embedding, override and isolate that `text` opens and does not end, in the right order. */
function closeBidi(text: string): string {
	const open: string[] = [];
	for (const [control] of text.matchAll(BIDI_CONTROL)) {
		if (control === POP_ISOLATE || control === POP_FORMATTING) {
			if (open.at(-1) === control) open.pop();
		} else {
			open.push(control >= '\u2066' ? POP_ISOLATE : POP_FORMATTING);
		}
	}
	return open.reverse().join('');
}
