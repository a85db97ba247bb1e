import type { Span } from '../../text/span.js';

/** A word with its place in the text it was read from; `text` is folded for comparing, never for showing. */
export interface Word extends Span {
	/** Lower case, without accents and apostrophes: “Won’t” is `wont`. */
	readonly text: string;
	/** Inside square brackets: an editor's word, not the speaker's. */
	readonly bracketed: boolean;
	/** What stands before it: an ellipsis (words were left out there, openly), the end of a sentence, or neither. */
	readonly after: 'ellipsis' | 'stop' | 'word';
}

const SEPARATOR = 0;
const IGNORED = 1;
/** Signs that are read out as a word, so that "8%" equals "8 percent". */
const SPOKEN_SIGNS: Readonly<Record<string, string>> = { '%': 'percent', '&': 'and' };

let foldingTable: Uint16Array | null = null;

/** For each UTF-16 code unit the folded one, or SEPARATOR, or IGNORED. Half a surrogate pair stands for itself. */
export function getFolding(): Uint16Array {
	if (foldingTable) return foldingTable;
	const table = new Uint16Array(0x10000);
	for (let code = 0; code < table.length; code++) {
		const char = String.fromCharCode(code);
		if (/['’‘ʼ`´\p{M}\u00AD]/u.test(char)) table[code] = IGNORED;
		else if (code >= 0xd800 && code <= 0xdfff) table[code] = code;
		else if (/[\p{L}\p{N}]/u.test(char)) table[code] = char.normalize('NFKD').toLowerCase().charCodeAt(0);
	}
	foldingTable = table;
	return table;
}

/**
 * Reads the words of a text in order, folded so that marks, case, accents, dashes and white space do not matter.
 * Hyphenated words are two words, and so are the halves of `3.5`; {@link joinLike} forgives where the other side joins them.
 *
 * @param within - Only words that lie wholly inside one of these spans are read; the whole text by default.
 */
export function readWords(text: string, within: readonly Span[] = [{ start: 0, end: text.length }]): Word[] {
	const words: Word[] = [];
	for (const span of within) readSpan(text, span, words);
	return words;
}

function readSpan(text: string, { start: from, end: to }: Span, words: Word[]): void {
	const table = getFolding();
	let folded = '';
	let start = from;
	let end = from;
	let bracketed = false;
	let after: Word['after'] = 'word';
	const flush = () => {
		if (folded === '') return;
		words.push({ start, end, text: folded, bracketed, after });
		folded = '';
		after = 'word';
	};
	for (let at = from; at < to; at++) {
		const fold = table[text.charCodeAt(at)] ?? SEPARATOR;
		if (fold > IGNORED) {
			if (folded === '') start = at;
			folded += String.fromCharCode(fold);
			end = at + 1;
		} else if (fold === SEPARATOR) {
			flush();
			const sign = text.charAt(at);
			if (sign === ' ') continue;
			const spoken = SPOKEN_SIGNS[sign];
			if (spoken) words.push({ start: at, end: at + 1, text: spoken, bracketed, after: 'word' });
			else if (sign === '[') bracketed = text.indexOf(']', at) > 0;
			else if (sign === ']') bracketed = false;
			else if (sign === '…' || isDots(text, at)) after = 'ellipsis';
			else if (/[.!?"“”]/.test(sign) && after === 'word') after = 'stop';
		}
	}
	flush();
}

/** True at ".." and ". ."; false at the end of a sentence. */
function isDots(text: string, at: number): boolean {
	return /^\. ?\./.test(text.slice(at, at + 3));
}

/** "U.S.A." is three words to {@link readWords}. */
const JOINED_MAX = 3;

/**
 * Joins neighbouring words that the other side writes as one: "e-mail" where it has "email", "U.S." where it has
 * "US", "3,500" where it has "3500".
 */
export function joinLike(words: readonly Word[], others: readonly Word[]): Word[] {
	const known = new Set(others.map(({ text }) => text));
	const joined: Word[] = [];
	let at = 0;
	for (let word = words[at]; word; word = words[at]) {
		let count = JOINED_MAX;
		while (count > 1 && !known.has(joinTexts(words, at, count))) count--;
		const last = words[at + count - 1] ?? word;
		joined.push(count === 1 ? word : { ...word, end: last.end, text: joinTexts(words, at, count) });
		at += count;
	}
	return joined;
}

function joinTexts(words: readonly Word[], from: number, count: number): string {
	let text = '';
	for (let at = from; at < from + count; at++) text += words[at]?.text ?? '';
	return text;
}
