import type { AnalysedText, PlacedToken } from '../analysed-text.js';

/** Universal parts of speech in the order of the tagger's table; anything else counts as `X`. */
const TAGS = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE'.split(' ');

/** Words a unit has at most: longer ones are cut at a sentence, so that hostile text costs no more than its length. */
export const UNIT_TOKENS_MAX = 300;
/** A paragraph that ends in a colon takes the next one in while the two stay below this. */
const JOINED_TOKENS_MAX = 260;
/** Fewer words than these between marks are rarely a quotation. */
const SHORT_STRETCH_WORDS = 4;

/** A token as the tagger sees it; vocabularies turn the strings into numbers. */
export interface TokenFeatures {
	/** Lower case; all double quotation marks, all dashes and all numbers are one word each. */
	readonly word: string;
	readonly lemma: string;
	/** Index of its part of speech. */
	readonly tag: number;
	/** No letter, digits, CAPITALS, one capital, Capitalised, miXed, lower case, other. */
	readonly shape: number;
	/** Outside, in a short quoted stretch, in a longer one, opening mark, other mark, just after a mark. */
	readonly mark: number;
}

/** Tokens that are read together, from `first` up to but without `end`. */
export interface Unit {
	readonly first: number;
	readonly end: number;
}

/** @returns What the tagger knows of every token, before any vocabulary. */
export function readFeatures({ tokens, stretches }: AnalysedText): TokenFeatures[] {
	const lengths = new Uint32Array(stretches.length);
	for (const { stretch } of tokens) if (stretch >= 0) lengths[stretch] = (lengths[stretch] ?? 0) + 1;
	const words = tokens.map((token) => normalizeWord(token.word));
	return tokens.map((token, i) => {
		const tag = TAGS.indexOf(token.tag);
		return {
			word: words[i] ?? '',
			lemma: normalizeWord(token.lemma),
			tag: tag < 0 ? TAGS.indexOf('X') : tag,
			shape: readShape(token.word),
			mark: markState(token, i),
		};
	});

	function markState(token: PlacedToken, i: number): number {
		if (token.stretch >= 0) return (lengths[token.stretch] ?? 0) < SHORT_STRETCH_WORDS ? 1 : 2;
		if (words[i] === '"') return (tokens[i + 1]?.stretch ?? -1) >= 0 ? 3 : 4;
		return words[i - 1] === '"' ? 5 : 0;
	}
}

/** Paragraphs as the tagger reads them: joined over a colon, cut where they are too long. */
export function findUnits(tokens: readonly PlacedToken[]): Unit[] {
	const joined: { first: number; end: number }[] = [];
	for (let first = 0, end = 0; first < tokens.length; first = end) {
		end = paragraphEnd(tokens, first);
		const last = joined.at(-1);
		if (last && tokens[last.end - 1]?.word === ':' && end - last.first < JOINED_TOKENS_MAX) last.end = end;
		else joined.push({ first, end });
	}
	return joined.flatMap((unit) => cut(tokens, unit));
}

function paragraphEnd(tokens: readonly PlacedToken[], first: number): number {
	let end = first;
	while (end < tokens.length && tokens[end]?.paragraph === tokens[first]?.paragraph) end++;
	return end;
}

/** Cuts at the last sentence start of the second half that fits, or where nothing else is left. */
function cut(tokens: readonly PlacedToken[], { first, end }: Unit): Unit[] {
	const out: Unit[] = [];
	let start = first;
	while (end - start > UNIT_TOKENS_MAX) {
		let at = start + UNIT_TOKENS_MAX;
		while (at > start + UNIT_TOKENS_MAX / 2 && tokens[at]?.sentence === tokens[at - 1]?.sentence) at--;
		if (at === start + UNIT_TOKENS_MAX / 2) at = start + UNIT_TOKENS_MAX;
		out.push({ first: start, end: at });
		start = at;
	}
	out.push({ first: start, end });
	return out;
}

/** A number with its points, commas, colons and hyphens: `1,500`, `2016-10`, `7.5`; not `B2`. */
const NUMBER = /^[\d.,:/-]*\d[\d.,:/-]*$/;
/** A double quotation mark of any make: `“`, `''`; not `'`. */
const DOUBLE_MARK = /^(?:[“”"„«»]|''|``|’’)$/;
/** A dash between words: `—`, `--`; not the hyphen. */
const DASH = /^(?:[—–―]|--)$/;

function normalizeWord(word: string): string {
	if (DOUBLE_MARK.test(word)) return '"';
	if (DASH.test(word)) return '--';
	return NUMBER.test(word) ? '0' : word.replace(/[’‘]/g, "'").toLowerCase();
}

function readShape(word: string): number {
	if (/\d/.test(word)) return 1;
	if (!/\p{L}/u.test(word)) return 0;
	const lower = word.toLowerCase();
	if (word === lower) return 6;
	if (word === word.toUpperCase()) return word.length > 1 ? 2 : 3;
	const rest = word.slice(1);
	if (word[0] !== lower[0]) return rest === lower.slice(1) ? 4 : 5;
	return 7;
}
