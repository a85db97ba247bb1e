import type { Vocabulary } from './vocabulary.js';

/** Of so many stems with one beginning, the beginning says nothing. */
const FAMILY_MAX = 40;

/** Stems that begin alike: those with a place from `from` to before `end` in the order of {@link alphabeticalPlaces}. */
export interface Family {
	readonly from: number;
	readonly end: number;
}

/** A library's stems in the order of code units, and families found among them. */
interface Order {
	/** Stem numbers. */
	readonly sorted: Uint32Array;
	/** By stem number, its place in `sorted`. */
	readonly places: Uint32Array;
	/** By word key. */
	readonly families: Map<string, Family>;
}

/** So many families are kept: questions share most of their words. */
const KEPT_MAX = 20_000;

const orders = new WeakMap<Vocabulary, Order>();

/** @returns By stem number, its place in alphabetical order. */
export function alphabeticalPlaces(vocabulary: Vocabulary): Uint32Array {
	return orderOf(vocabulary).places;
}

/**
 * Finds the library's stems that begin as a word does: "protest" for "protesters".
 *
 * @param key - Of five letters or more; for shorter ones nothing is found.
 */
export function findFamily(vocabulary: Vocabulary, key: string): Family {
	const { families } = orderOf(vocabulary);
	let family = families.get(key);
	if (!family) {
		family = findFamilyAnew(vocabulary, key);
		if (families.size >= KEPT_MAX) families.clear();
		families.set(key, family);
	}
	return family;
}

function findFamilyAnew(vocabulary: Vocabulary, key: string): Family {
	if (key.length < 5 || /\d/.test(key)) return { from: 0, end: 0 };
	const start = key.slice(0, Math.max(4, key.length - 3));
	const { sorted } = orderOf(vocabulary);
	const stemAt = (place: number) => vocabulary.stems[sorted[place] ?? 0] ?? '';
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (stemAt(middle) < start) low = middle + 1;
		else high = middle;
	}
	let end = low;
	while (end < sorted.length && end - low < FAMILY_MAX && stemAt(end).startsWith(start)) end++;
	return { from: low, end };
}

function orderOf(vocabulary: Vocabulary): Order {
	let order = orders.get(vocabulary);
	if (!order) {
		const { stems } = vocabulary;
		const numbers = stems.map((_, number) => number);
		const sorted = Uint32Array.from(numbers.sort((a, b) => ((stems[a] ?? '') < (stems[b] ?? '') ? -1 : 1)));
		const places = new Uint32Array(stems.length);
		sorted.forEach((stem, place) => {
			places[stem] = place;
		});
		order = { sorted, places, families: new Map() };
		orders.set(vocabulary, order);
	}
	return order;
}
