import {
	ABBREVIATED_BEFORE_NUMBERS,
	ALWAYS_ABBREVIATED,
	OFTEN_ABBREVIATED,
	SAYING_VERBS,
	TIME_WORDS,
	USUAL_OPENERS,
} from './abbreviations.js';

/** How far the rules look back and ahead, in code units: the longest abbreviation, and a name with its titles. */
const LOOK_BACK = 40;
const LOOK_AHEAD = 160;
/** A speaker's name, titles and apposition between a question and its cue: “Why?” Gov. J. D. Lee, of the board, said. */
const NAME_WORDS_MAX = 12;

/** A lower-case start, such as `she said`; not a name like `iPhone`. */
const LOWER_START = /^[([]?\p{Ll}(?!\p{Lu})/u;
/** The number or letter of a list item and nothing else: `2.`, `(b)`. */
const LIST_MARK = /^\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]+$/;
/** A word with its stop and the marks that close after it: `D-Va.)` gives `Va` and `)`. */
const LAST_WORD = /(?<![\p{L}\p{N}.])(\p{L}[\p{L}.]*|\p{L}+!)\.(["”’'»)\]]*)$/u;
/** One capital letter, or several with stops: `W`, `U.S`. */
const INITIALS = /^\p{Lu}(?:\.\p{Lu})*$/u;
/** A question or exclamation that ends inside quotation marks: `over?”`. */
const QUOTED_QUESTION = /[?!]+(?:["”’»]|'+)+$/;
const FIRST_WORD = /^["“‘'([]*([\p{L}\p{N}]+)/u;
const OPENS_QUOTATION = /^(?:["“‘]|'')/;
const CAPITALISED = /^["“‘'([]*\p{Lu}/u;

/**
 * Decides whether a proposed sentence end is none, because the same sentence goes on after it.
 *
 * @param read - One paragraph, or a line of it.
 * @param start - Where the sentence starts.
 * @param cut - Where the next one would start.
 */
export function sentenceGoesOn(read: string, start: number, cut: number): boolean {
	const left = read.slice(Math.max(start, cut - LOOK_BACK), cut).trimEnd();
	const right = read.slice(cut, cut + LOOK_AHEAD);
	if (LOWER_START.test(right)) return true;
	// “the middle of it...Then it moved” – without a blank the stops are an omission inside the sentence.
	if (left.endsWith('..') && !/\s/.test(read[cut - 1] ?? '')) return true;
	if (cut - start < 10 && LIST_MARK.test(left.trimStart())) return true;
	if (QUOTED_QUESTION.test(left)) return startsWithCue(right);
	return endsInAbbreviation(left, right);
}

function endsInAbbreviation(left: string, right: string): boolean {
	const [, word = '', closing = ''] = LAST_WORD.exec(left) ?? [];
	// “He lives in the U.S.” Mr. Lee left. – a quotation that closes after the stop ends its sentence.
	if (word === '' || /["”’'»]/.test(closing)) return false;
	const next = FIRST_WORD.exec(right)?.[1] ?? '';
	if (ALWAYS_ABBREVIATED.has(word) || ALWAYS_ABBREVIATED.has(inTitleCase(word))) return true;
	if (word === 'a.m' || word === 'p.m') return /^\d/.test(next) || TIME_WORDS.has(next.toLowerCase());
	if (ABBREVIATED_BEFORE_NUMBERS.has(word)) return /^\d/.test(next);
	if (!OFTEN_ABBREVIATED.has(word) && !INITIALS.test(word)) return false;
	return !OPENS_QUOTATION.test(right) && !USUAL_OPENERS.has(next.toLowerCase());
}

/** `GOV` becomes `Gov`: titles in headlines of capitals. */
function inTitleCase(word: string): string {
	return word.charAt(0) + word.slice(1).toLowerCase();
}

/**
 * True when a name and a verb of saying come first: `Sen. Ann Lee said`, `Lee, her deputy, asked`, `I asked`. A
 * pronoun or an article with a capital letter starts a sentence of its own.
 */
function startsWithCue(right: string): boolean {
	const words = right.split(/\s+/, NAME_WORDS_MAX + 1);
	const first = words[0] ?? '';
	if (!CAPITALISED.test(first) || OPENS_QUOTATION.test(first)) return false;
	if (USUAL_OPENERS.has(first.toLowerCase())) return first === 'I' && SAYING_VERBS.has(bare(words[1] ?? ''));
	for (const [index, word] of words.entries()) {
		const before = words[index - 1] ?? '';
		if (index > 0 && SAYING_VERBS.has(bare(word))) return CAPITALISED.test(before) || before.endsWith(',');
		if (/[.!?]["”’']*$/.test(word) && !endsInAbbreviation(word, words[index + 1] ?? '')) return false;
	}
	return false;
}

function bare(word: string): string {
	return word.replace(/[,.:;]+$/, '');
}
