import type { Vocabulary } from './vocabulary.js';

/**
 * Counts the letters to add, drop, change or swap with their neighbour to get from one word to the other.
 *
 * @returns The count, or `max + 1` as soon as it is known to be greater than `max`.
 */
export function editDistance(a: string, b: string, max: number): number {
	if (Math.abs(a.length - b.length) > max) return max + 1;
	if (b.length >= ROOM) return editDistanceIn(a, b, max, makeRows(b.length + 1));
	return editDistanceIn(a, b, max, rows);
}

/** Letters of a word for which there is always room. */
const ROOM = 64;
type Rows = readonly [Uint32Array, Uint32Array, Uint32Array];
const makeRows = (length: number): Rows => [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)];
const rows = makeRows(ROOM);

function editDistanceIn(a: string, b: string, max: number, room: Rows): number {
	let [before, above, row] = room;
	for (let j = 0; j <= b.length; j++) above[j] = j;
	for (let i = 1; i <= a.length; i++) {
		row[0] = i;
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
			}
			row[j] = cost;
			least = Math.min(least, cost);
		}
		if (least > max) return max + 1;
		[before, above, row] = [above, row, before];
	}
	return above[b.length] ?? max + 1;
}

/** @returns How many typing errors are forgiven in a word: none in a short one, where it would be another word. */
export function typosForgiven(word: string): number {
	if (word.length < 4 || /\d/.test(word)) return 0;
	return word.length < 7 ? 1 : 2;
}

/** A vocabulary's stems by first letter, with the letters of each as bits, so that most are ruled out at a glance. */
type SpellingIndex = ReadonlyMap<string, { readonly stems: readonly number[]; readonly letters: readonly number[] }>;

const indexes = new WeakMap<Vocabulary, SpellingIndex>();

/**
 * Finds what a misspelt word may have meant.
 *
 * @param stem - A stem that no article holds.
 * @returns The numbers of the nearest stems with the same first letter, the most frequent first, three at most; none
 * when all are further away than {@link typosForgiven}.
 */
export function findSpellings(vocabulary: Vocabulary, stem: string): number[] {
	const max = typosForgiven(stem);
	const shelf = spellingIndex(vocabulary).get(stem[0] ?? '');
	if (max === 0 || !shelf) return [];
	const wanted = letterBits(stem);
	let nearest = max;
	let found: number[] = [];
	shelf.stems.forEach((number, i) => {
		if (!maybeWithin(wanted, shelf.letters[i] ?? 0, nearest)) return;
		const distance = editDistance(stem, vocabulary.stems[number] ?? '', nearest);
		if (distance > nearest) return;
		if (distance < nearest) found = [];
		nearest = distance;
		found.push(number);
	});
	const frequency = (number: number) => vocabulary.sentencesWith[number] ?? 0;
	return found.sort((a, b) => frequency(b) - frequency(a)).slice(0, 3);
}

function spellingIndex(vocabulary: Vocabulary): SpellingIndex {
	let index = indexes.get(vocabulary);
	if (!index) {
		const shelves = new Map<string, { stems: number[]; letters: number[] }>();
		vocabulary.stems.forEach((stem, number) => {
			if (stem.length < 3) return;
			const letter = stem.slice(0, 1);
			let shelf = shelves.get(letter);
			if (!shelf) {
				shelf = { stems: [], letters: [] };
				shelves.set(letter, shelf);
			}
			shelf.stems.push(number);
			shelf.letters.push(letterBits(stem));
		});
		index = shelves;
		indexes.set(vocabulary, index);
	}
	return index;
}

/** @returns The letters of a word, each as one of 32 bits, for {@link maybeWithin}. */
export function letterBits(word: string): number {
	let bits = 0;
	for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
	return bits;
}

/** False when two words, by their {@link letterBits}, are certainly more than `max` by {@link editDistance} apart. */
export function maybeWithin(a: number, b: number, max: number): boolean {
	// A change costs at most two letters of difference.
	return bitCount(a ^ b) <= 2 * max;
}

function bitCount(bits: number): number {
	let left = bits;
	let count = 0;
	for (; left !== 0; count++) left &= left - 1;
	return count;
}
