import type { Span } from './span.js';
import type { Token } from './token.js';
import { isSpace } from './white-space.js';
import { createWinkTagger, type TaggedToken } from './wink-tagger.js';

/** Longest piece read at once, in code units: beyond any paragraph of news, and short enough to stay linear. */
const PIECE_MAX = 4_000;
/** Longest run without white space read at once: wink's rules for addresses take quadratic time in it. */
const RUN_MAX = 200;
/** How far a token may lie behind the place where the one before it ended. */
const DRIFT_MAX = 8;

let tagger: ((text: string) => TaggedToken[]) | null = null;

/**
 * Splits a piece of a text into tokens with part of speech and lemma.
 *
 * The result depends on the characters within `span` alone, not on what was read before. Tags lean on the words
 * around: give a paragraph at a time, not a word. The dictionary is loaded at the first call.
 *
 * @param span - What to read, usually a paragraph.
 * @returns Tokens in text order, without overlap, never white space; together they hold every letter and digit.
 */
export function tokenize(text: string, span: Span): Token[] {
	tagger ??= createWinkTagger();
	const tokens: Token[] = [];
	const read = plainLetters(text, span);
	for (const piece of splitPieces(text, span)) {
		placeTokens(read, piece, tagger(read.slice(piece.start, piece.end)), tokens);
	}
	return tokens;
}

/** Latin letters beyond Latin-1, such as the `ğ` of `Erdoğan`: wink knows none of them and ends a word there. */
const FAR_LETTER = /[\u0100-\u024f\u1e00-\u1eff]/;
/** Those that Unicode does not take apart into a letter and a mark. */
const BASE_LETTERS: Readonly<Record<string, string>> = {
	...{ đ: 'd', Đ: 'D', ħ: 'h', Ħ: 'H', ı: 'i', ĸ: 'k', ł: 'l', Ł: 'L', ŋ: 'n', Ŋ: 'N' },
	...{ ŧ: 't', Ŧ: 'T', ə: 'e', Ə: 'E', œ: 'o', Œ: 'O', ſ: 's', ẞ: 'S' },
};

/** The text for wink to read: as long as it is, those letters without their marks within `span`. */
function plainLetters(text: string, { start, end }: Span): string {
	const inside = text.slice(start, end);
	if (!FAR_LETTER.test(inside)) return text;
	const plain = inside.replace(new RegExp(FAR_LETTER, 'g'), (letter) => {
		return BASE_LETTERS[letter] ?? letter.normalize('NFD').charAt(0);
	});
	return text.slice(0, start) + plain + text.slice(end);
}

/** wink gives words without places: finds each of them behind the one before. */
function placeTokens(text: string, piece: Span, tagged: readonly TaggedToken[], tokens: Token[]): void {
	let at = piece.start;
	for (const { value, tag, lemma } of tagged) {
		if (value.trim() === '') continue;
		const start = findNear(text, value, at, piece.end);
		if (start === null) continue;
		addUntagged(text, { start: at, end: start }, tokens);
		at = start + value.length;
		tokens.push({ start, end: at, tag, lemma });
	}
	addUntagged(text, { start: at, end: piece.end }, tokens);
}

function findNear(text: string, value: string, from: number, end: number): number | null {
	const at = skipSpace(text, from, end);
	for (let start = at; start <= Math.min(at + DRIFT_MAX, end - value.length); start++) {
		if (text.startsWith(value, start)) return start;
	}
	return null;
}

function skipSpace(text: string, from: number, end: number): number {
	let at = from;
	while (at < end && isSpace(text.charCodeAt(at))) at++;
	return at;
}

/** Words that wink left out, so that no letter is lost. */
function addUntagged(text: string, gap: Span, tokens: Token[]): void {
	const from = skipSpace(text, gap.start, gap.end);
	if (from >= gap.end) return;
	for (const match of text.slice(from, gap.end).matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
		const start = from + match.index;
		tokens.push({ start, end: start + match[0].length, tag: 'X', lemma: match[0].toLowerCase() });
	}
}

/** Cuts what is too long at white space, or, where there is none, anywhere between two characters. */
function* splitPieces(text: string, span: Span): Generator<Span> {
	if (span.end - span.start <= RUN_MAX) return yield span;
	let [start, run] = [span.start, 0];
	let blank = span.start;
	for (let at = span.start; at < span.end; at++) {
		if (isSpace(text.charCodeAt(at))) {
			run = 0;
			blank = at + 1;
		} else if (++run > RUN_MAX && !isLowSurrogate(text, at)) {
			yield { start, end: at };
			start = at;
			blank = at;
			run = 1;
		}
		if (at - start >= PIECE_MAX) {
			yield { start, end: blank };
			start = blank;
		}
	}
	if (start < span.end) yield { start, end: span.end };
}

function isLowSurrogate(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff;
}
