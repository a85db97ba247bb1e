import type { AttributedArticle } from '../../attribution/attribution.js';
import type { Span } from '../../text/span.js';
import { type Alignment, alignWords } from './align-words.js';
import { joinLike, readWords, type Word } from './word-stream.js';

/** Where a claimed wording fits best in one article, and how well. */
export interface Wording {
	readonly article: AttributedArticle;
	/** The claimed words as they were fitted. */
	readonly claimed: readonly Word[];
	/** The article's words that it was fitted to: all of them, or without the words that interrupt a quotation. */
	readonly printed: readonly Word[];
	readonly alignment: Alignment;
	/** Share of the claimed words, rated by length, that are printed there; 0 to 1. */
	readonly kept: number;
}

/** Places in one article that are looked at: a headline, a caption and the text may all print the same words. */
const PLACES_MAX = 4;

/**
 * Fits a claimed wording into an article: the place where it fits best, then others further on that print it word for
 * word. A quotation that its cue interrupts (“We will,” she said, “go on.”) is also tried without the interruption,
 * as people pass it on.
 *
 * @returns Nothing when the wording or the article has no words.
 */
export function findWordings(article: AttributedArticle, claimed: readonly Word[]): Wording[] {
	const interruptions = listInterruptions(article);
	const { length } = article.article.text;
	const whole = fitInto(article, claimed, [{ start: 0, end: length }]);
	if (!whole) return [];
	if (whole.alignment.cost > 0 && interruptions.length > 0) {
		const spoken = fitInto(article, claimed, without(length, interruptions));
		if (spoken && spoken.alignment.cost < whole.alignment.cost) return [spoken];
	}
	const places = [whole];
	let last = whole;
	while (last.alignment.changes.length === 0 && places.length < PLACES_MAX) {
		const next = fitInto(article, claimed, [
			{ start: last.printed[last.alignment.printed.end - 1]?.end ?? length, end: length },
		]);
		if (!next || next.alignment.cost > last.alignment.cost) break;
		places.push(next);
		last = next;
	}
	return places;
}

function fitInto(article: AttributedArticle, words: readonly Word[], within: readonly Span[]): Wording | null {
	const near = selectNeighbourhood(words, readWords(article.article.text, within));
	const claimed = joinLike(words, near);
	const printed = joinLike(near, words);
	const alignment = alignWords(claimed, printed);
	if (!alignment) return null;
	return { article, claimed, printed, alignment, kept: keptShare(claimed, alignment) };
}

/** A neighbourhood holds this many words for each claimed one, and some more: room for what the claim leaves out. */
const ROOM_PER_WORD = 3;
const ROOM = 20;

/**
 * The stretch of the printed words that holds most of the claimed ones and of their neighbouring pairs, those that are
 * rare in the article counting most. Where the claim leaves words out openly, all of the printed words: the other part may be far away.
 */
function selectNeighbourhood(claimed: readonly Word[], printed: readonly Word[]): readonly Word[] {
	const room = claimed.length * ROOM_PER_WORD + ROOM;
	if (printed.length <= room || claimed.some(({ after }, index) => index > 0 && after === 'ellipsis')) return printed;
	const counts = new Map(claimed.flatMap((_, at) => keysAt(claimed, at).map((key): [string, number] => [key, 0])));
	const known = new Set(claimed.map(({ text }) => text));
	// Only a claimed word can be part of a claimed pair: most printed words need no key made.
	const keys = printed.map(({ text }, at) => (known.has(text) ? keysAt(printed, at) : []));
	for (const key of keys.flat()) {
		const count = counts.get(key);
		if (count !== undefined) counts.set(key, count + 1);
	}
	const inside = new Map<string, number>();
	let score = 0;
	let best = 0;
	let bestEnd = 0;
	for (const [at, here] of keys.entries()) {
		for (const key of here) score += enter(key, 1);
		for (const key of keys[at - room] ?? []) score += enter(key, -1);
		if (score > best) {
			best = score;
			bestEnd = at;
		}
	}
	// The best stretch ends with a claimed word; the other half of the room lies behind it.
	const start = Math.max(0, bestEnd + 1 - room);
	return printed.slice(start, bestEnd + 1 + room);

	/** Counts a word in or out; the change of the stretch's score is its weight when it is the first or the last. */
	function enter(key: string, by: 1 | -1): number {
		const count = counts.get(key);
		if (count === undefined) return 0;
		const before = inside.get(key) ?? 0;
		inside.set(key, before + by);
		return before + (by < 0 ? by : 0) === 0 ? by / count : 0;
	}
}

/** A word, and the pair that it makes with the one before it. */
function keysAt(words: readonly Word[], at: number): string[] {
	const text = words[at]?.text ?? '';
	const before = words[at - 1]?.text;
	return before === undefined ? [text] : [text, `${before} ${text}`];
}

/** An editor's bracketed words are nobody's: they count neither for nor against. */
function keptShare(claimed: readonly Word[], { same }: Alignment): number {
	const rate = (word: Word | undefined) => (word && !word.bracketed ? Math.min(word.text.length, 7) : 0);
	const all = claimed.reduce((sum, word) => sum + rate(word), 0);
	return all === 0 ? 0 : same.reduce((sum, [index]) => sum + rate(claimed[index]), 0) / all;
}

/** The pieces of an article that stand between two parts of one quotation. */
function listInterruptions({ attributions, article }: AttributedArticle): Span[] {
	return attributions
		.filter(({ kind }) => kind === 'direct')
		.flatMap(({ content }) =>
			content.slice(1).map((part, index) => ({ start: content[index]?.end ?? part.start, end: part.start })),
		)
		.filter((gap) => gap.start < gap.end && !article.text.slice(gap.start, gap.end).includes('\n'))
		.sort((a, b) => a.start - b.start);
}

/** What is left of a text of `length` code units when the gaps, in order, are taken out. */
function without(length: number, gaps: readonly Span[]): Span[] {
	const rest: Span[] = [];
	let from = 0;
	for (const gap of gaps) {
		if (gap.start > from) rest.push({ start: from, end: gap.start });
		from = Math.max(from, gap.end);
	}
	if (from < length) rest.push({ start: from, end: length });
	return rest;
}
