import { editDistance, letterBits, maybeWithin, typosForgiven } from '../search/spelling.js';
import { findWords } from '../search/words.js';

/** Things that are chosen by typing, by the words that stand for them. */
export interface Choices<T> {
	/** In the order in which they are offered. */
	readonly all: readonly T[];
	/** The keys of their words, each once, in the order of code units. */
	readonly keys: readonly string[];
	/** The letters of each key as bits. */
	readonly letters: readonly number[];
	/** Those that hold each key, by place in `all`. */
	readonly holders: readonly (readonly number[])[];
}

/** What a choice scores for a typed word that it holds, that one of its words begins with, or is misspelt for. */
const FIT = { exact: 1, begun: 0.8, misspelt: 0.5 } as const;

/** Makes things ready for {@link pickFitting}. */
export function indexChoices<T>(all: readonly T[], textOf: (one: T) => string): Choices<T> {
	const holdersOf = new Map<string, number[]>();
	all.forEach((one, place) => {
		for (const { key } of findWords(textOf(one))) {
			const holders = holdersOf.get(key);
			if (holders) holders.push(place);
			else holdersOf.set(key, [place]);
		}
	});
	const keys = [...holdersOf.keys()].sort();
	const holders = keys.map((key) => holdersOf.get(key) ?? []);
	return { all, keys, letters: keys.map(letterBits), holders };
}

/**
 * Picks the choices that hold a typed word, the last of which may be half typed; those that hold most of them come
 * first, of equals those first offered.
 *
 * @returns All for nothing typed; else those that score at least half of what the best one does.
 */
export function pickFitting<T>(choices: Choices<T>, typed: string): readonly T[] {
	const words = findWords(typed);
	if (words.length === 0) return choices.all;
	const scores = new Float64Array(choices.all.length);
	for (const { key } of words)
		fitsOf(choices, key).forEach((fit, place) => {
			scores[place] = (scores[place] ?? 0) + fit;
		});
	const least = scores.reduce((best, score) => Math.max(best, score), 0) / 2;
	const byScore = new Map<number, T[]>();
	choices.all.forEach((one, place) => {
		const score = scores[place] ?? 0;
		if (score === 0 || score < least) return;
		const equals = byScore.get(score);
		if (equals) equals.push(one);
		else byScore.set(score, [one]);
	});
	return [...byScore].sort(([a], [b]) => b - a).flatMap(([, equals]) => equals);
}

/** @returns How well a word fits each choice. */
function fitsOf<T>({ all, keys, letters, holders }: Choices<T>, word: string): Float64Array {
	const fits = new Float64Array(all.length);
	const set = (key: number, fit: number) => {
		for (const place of holders[key] ?? []) fits[place] = fit;
	};
	// The better overwrites the worse.
	const max = typosForgiven(word);
	if (max > 0) {
		const bits = letterBits(word);
		const [first, end] = findPrefix(keys, word.slice(0, 1));
		for (let key = first; key < end; key++) {
			if (!maybeWithin(bits, letters[key] ?? 0, max)) continue;
			if (editDistance(word, keys[key] ?? '', max) <= max) set(key, FIT.misspelt);
		}
	}
	const [first, end] = findPrefix(keys, word);
	for (let key = first; key < end; key++) set(key, FIT.begun);
	if (keys[first] === word) set(first, FIT.exact);
	return fits;
}

/** @returns The places of the keys that begin with the prefix: of the first one, and after the last one. */
function findPrefix(keys: readonly string[], prefix: string): [number, number] {
	const first = countWhile(keys, (key) => key < prefix);
	return [first, countWhile(keys, (key) => key < prefix || key.startsWith(prefix))];
}

/** @returns How many keys from the first one on are `before`, by halving. */
function countWhile(keys: readonly string[], before: (key: string) => boolean): number {
	let [low, high] = [0, keys.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (before(keys[middle] ?? '')) low = middle + 1;
		else high = middle;
	}
	return low;
}
