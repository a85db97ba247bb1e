/**
 * A double quotation mark: `“ ” „ ‟ " « »`, or two or more single ones typed in a row: `''`, ` `` `, `’’`.
 * Accepts `“` and `''`; not `'`.
 */
const DOUBLE_MARK = /[“”„‟"«»]|'{2,}|`{2,}|’{2,}/g;
const FREE_BEFORE = /[\s([{—–―-]/;
const FREE_AFTER = /[\s)\]},.;:!?—–―-]/;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
/** What stands before the mark of inches or of minutes: `5'10` or `72`; not `1972`. */
const MEASURE = /'\d+$|(?<![\p{L}\p{N}])\d{1,3}$/u;

/** Which way a mark points, by its glyph and its neighbours; `either` when both give no hint. */
export type Direction = 'opens' | 'closes' | 'either';

/** A double quotation mark in a paragraph. */
export interface DoubleMark {
	readonly start: number;
	readonly end: number;
	/** The first character of the mark. */
	readonly glyph: string;
	readonly direction: Direction;
}

/**
 * Finds the double quotation marks of a paragraph and which way they point. Straight marks point by the blanks around
 * them; a curly mark that stands the wrong way round (”We will go“) is read as it was meant. Inches are none: 5'10".
 */
export function findDoubleMarks(paragraph: string): DoubleMark[] {
	const marks: DoubleMark[] = [];
	let opened = false;
	for (const match of paragraph.matchAll(DOUBLE_MARK)) {
		const start = match.index;
		const end = start + match[0].length;
		const glyph = match[0].charAt(0);
		const direction = findDirection(glyph, paragraph.charAt(start - 1), paragraph.charAt(end));
		if (
			glyph === '"' &&
			direction === 'closes' &&
			!opened &&
			MEASURE.test(paragraph.slice(Math.max(0, start - 12), start))
		)
			continue;
		opened ||= direction === 'opens';
		marks.push({ start, end, glyph, direction });
	}
	return marks;
}

/** @param before - The character before the mark, empty at the paragraph's start; `after` likewise at its end. */
function findDirection(glyph: string, before: string, after: string): Direction {
	const freeBefore = before === '' || FREE_BEFORE.test(before);
	const freeAfter = after === '' || FREE_AFTER.test(after);
	switch (glyph) {
		case '“':
			return !freeBefore && freeAfter ? 'closes' : 'opens';
		case '”':
			return freeBefore && WORD_CHARACTER.test(after) ? 'opens' : 'closes';
		case '„':
		case '‟':
		case '`':
			return 'opens';
		case '’':
			return 'closes';
	}
	if (freeBefore && !freeAfter) return 'opens';
	if (!freeBefore && freeAfter) return 'closes';
	// Set with blanks inside, as in French: « Non ». And »Nein« opens with what elsewhere closes.
	if (glyph === '«') return 'opens';
	if (glyph === '»') return 'closes';
	return before === '' ? 'opens' : 'either';
}

/** A single quotation mark in a paragraph, or an apostrophe. */
const SINGLE_MARK = /[‘’']/g;
/** A word that begins with an apostrophe: `'em`, `’90s`; not `'embers'`. */
const ELISION = /^['‘](?:em|til|tis|twas|cause|n|\d0s|\d\d)\b/i;
/** The rest of a text in which a quotation still ends later: ` rights are safe', he said`. */
const ENDS_LATER = /^[^']*[^s\s]'(?=[\s.,;:!?]|$)/;

/** A pair of single quotation marks: the places of the marks themselves. */
export interface SinglePair {
	readonly open: number;
	readonly close: number;
}

/**
 * Pairs the single quotation marks of a paragraph that stand outside its double ones.
 *
 * An apostrophe is told by its neighbours: a mark opens after a blank and before a letter, and closes before anything
 * but a letter. One without a partner, before the next double mark, pairs with nothing.
 *
 * @param taken - What stands between double marks, marks included; in order.
 */
export function pairSingleMarks(paragraph: string, taken: readonly { start: number; end: number }[]): SinglePair[] {
	const places = [...paragraph.matchAll(SINGLE_MARK)].map((match) => match.index);
	const nextClosing = findNextClosing(paragraph, places);
	const pairs: SinglePair[] = [];
	let [free, region] = [0, 0];
	for (const [index, open] of places.entries()) {
		while ((taken[region]?.end ?? Infinity) <= open) region++;
		const limit = taken[region]?.start ?? paragraph.length;
		if (open < free || open >= limit || !isOpening(paragraph, open)) continue;
		const close = nextClosing[index + 1] ?? paragraph.length;
		if (close >= limit || close < open + 2) continue;
		pairs.push({ open, close });
		free = close + 1;
	}
	return pairs;
}

/** For each place, where the next mark that can close stands, itself included: one pass from the end. */
function findNextClosing(paragraph: string, places: readonly number[]): number[] {
	const next: number[] = new Array(places.length);
	let closing = paragraph.length;
	for (let index = places.length - 1; index >= 0; index--) {
		const place = places[index] ?? 0;
		if (isClosing(paragraph, place)) closing = place;
		next[index] = closing;
	}
	return next;
}

function isOpening(paragraph: string, at: number): boolean {
	const [mark, before, after] = [paragraph.charAt(at), paragraph.charAt(at - 1), paragraph.charAt(at + 1)];
	if (mark === '’' || (mark === "'" && (before === "'" || after === "'"))) return false;
	if (before !== '' && !FREE_BEFORE.test(before)) return false;
	return WORD_CHARACTER.test(after) && !ELISION.test(paragraph.slice(at, at + 8));
}

function isClosing(paragraph: string, at: number): boolean {
	const [mark, before, after] = [paragraph.charAt(at), paragraph.charAt(at - 1), paragraph.charAt(at + 1)];
	if (mark === '‘' || WORD_CHARACTER.test(after) || before.trim() === '') return false;
	// 'We heard the workers' demands', he said. – a plural's apostrophe, because the quotation ends later.
	const mayBePlural = mark === "'" && before === 's' && after === ' ';
	return !(mayBePlural && ENDS_LATER.test(paragraph.slice(at + 1, at + 120)));
}
