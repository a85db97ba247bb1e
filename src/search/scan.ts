import type { Library } from './library.js';
import type { Query } from './query.js';
import { findPlace, isListed } from './sentence-postings.js';
import { WORD_MASK } from './sentence-table.js';
import { inverseFrequency } from './vocabulary.js';

/** A stem that the question looks for, the terms that it stands for, and how well. */
interface AskedStem {
	readonly stem: number;
	readonly terms: number[];
	readonly weights: number[];
	/** False when too many sentences hold it for them to be listed. */
	readonly isListed: boolean;
	/** Those of the terms that are names. */
	readonly names: number[];
	/** The first of its postings that no page before has; pages are mostly read in order. */
	next: number;
}

/** Sentences are read so many at a time: a power of two. */
const PAGE_BITS = 7;
const PAGE_SIZE = 1 << PAGE_BITS;

/** The row of all sentences that match nowhere. */
const EMPTY = 0;

/** Room for what one question finds, zeros where nothing is found yet. */
interface Room {
	/** Pages of the rows of sentences, one behind the other. */
	pages: Uint16Array;
	/** Rows of what was read: how well the best matching word stands for each term, 0 to 1. */
	weights: Float32Array;
	/** Rows of how often each term is met. */
	counts: Uint16Array;
	/** By row, BM25+ of the sentence's own words, as MiniSearch scores them, with each match weighed. */
	scores: Float32Array;
}

/** Room that a question has given back, for the next one: to make it anew takes longer than to clear it. */
let spare: Room | null = null;

function takeRoom(): Room {
	const room = spare ?? {
		pages: new Uint16Array(32 * PAGE_SIZE),
		weights: new Float32Array(8_192),
		counts: new Uint16Array(8_192),
		scores: new Float32Array(1_024),
	};
	spare = null;
	return room;
}

/** Looks sentences up against one question; those that stand together are read together, once. */
export class Scan {
	readonly #asked: readonly AskedStem[];
	/** Those that stand for a name. */
	readonly #names: readonly AskedStem[];
	/** By page of the library, where it starts in the room's pages, plus 1; 0 for one that is not read yet. */
	readonly #pageAt: Int32Array;
	readonly #room = takeRoom();
	#pages = 0;
	#rows = 1;
	readonly #rarity: Float32Array;

	constructor(
		readonly library: Library,
		readonly query: Query,
	) {
		const { sentences, vocabulary } = library;
		const { terms } = query;
		this.#pageAt = new Int32Array((sentences.count >> PAGE_BITS) + 1);
		this.#rarity = new Float32Array(terms.length);
		const asked: AskedStem[] = [];
		terms.forEach(({ stems, weights, rarity, isName }, term) => {
			this.#rarity[term] = rarity;
			for (let k = 0; k < stems.length; k++) {
				const stem = stems[k] ?? 0;
				let entry = asked.find((other) => other.stem === stem);
				if (!entry) {
					entry = { stem, terms: [], weights: [], names: [], isListed: isListed(sentences, vocabulary, stem), next: 0 };
					asked.push(entry);
				}
				entry.terms.push(term);
				entry.weights.push(weights[k] ?? 0);
				if (isName) entry.names.push(term);
			}
		});
		this.#asked = asked;
		this.#names = asked.filter(({ names }) => names.length > 0);
	}

	/** Gives the room back. The scan is not to be used after it; one that keeps its room costs the next some time. */
	release(): void {
		const { pages, weights, counts, scores } = this.#room;
		const used = this.#rows * this.#rarity.length;
		pages.fill(0, 0, this.#pages * PAGE_SIZE);
		weights.fill(0, 0, used);
		counts.fill(0, 0, used);
		scores.fill(0, 0, this.#rows);
		spare = this.#room;
	}

	/** @returns BM25+ of the sentence's own words, as MiniSearch scores them, with each match weighed; 0 for no match. */
	score(sentence: number): number {
		return this.#room.scores[this.#row(sentence)] ?? 0;
	}

	/** Writes the scores of a run of sentences. */
	copyScores(scores: Float64Array, first: number, end: number): void {
		for (let sentence = first, to = 0; sentence < end; sentence++, to++) {
			const row = this.#row(sentence);
			scores[to] = row === EMPTY ? 0 : (this.#room.scores[row] ?? 0);
		}
	}

	/** @returns How often the sentence meets the term. */
	count(sentence: number, term: number): number {
		return this.#room.counts[this.#row(sentence) * this.#rarity.length + term] ?? 0;
	}

	/** Writes by term how well the sentence's best matching word stands for it, 0 to 1. */
	copyLevels(levels: Float32Array, sentence: number): Float32Array {
		const start = this.#row(sentence) * this.#rarity.length;
		const { weights } = this.#room;
		for (let term = 0; term < this.#rarity.length; term++) levels[term] = weights[start + term] ?? 0;
		return levels;
	}

	/** Lifts each level to the sentence's, times the factor, where that is higher. */
	raiseLevels(levels: Float32Array, sentence: number, factor = 1): Float32Array {
		const row = this.#row(sentence);
		if (row === EMPTY) return levels;
		const start = row * this.#rarity.length;
		const { weights } = this.#room;
		for (let term = 0; term < this.#rarity.length; term++) {
			const level = factor * (weights[start + term] ?? 0);
			if (level > (levels[term] ?? 0)) levels[term] = level;
		}
		return levels;
	}

	/** True when the sentence meets a name. */
	holdsName(sentence: number): boolean {
		const row = this.#row(sentence);
		if (row === EMPTY) return false;
		const start = row * this.#rarity.length;
		for (let i = 0; i < this.#names.length; i++) {
			for (const term of (this.#names[i] as AskedStem).names) if (this.#room.counts[start + term]) return true;
		}
		return false;
	}

	/** @returns The names, as terms, that a stem stands for; none for most. */
	namesOf(stem: number): readonly number[] {
		for (let i = 0; i < this.#names.length; i++) {
			const asked = this.#names[i] as AskedStem;
			if (asked.stem === stem) return asked.names;
		}
		return NO_TERMS;
	}

	/** Lifts each level to how well the stem stands for its term. */
	raiseByStem(levels: Float32Array, stem: number): void {
		for (const { stem: own, terms, weights } of this.#asked) {
			if (own !== stem) continue;
			for (let k = 0; k < terms.length; k++) {
				const term = terms[k] ?? 0;
				levels[term] = Math.max(levels[term] ?? 0, weights[k] ?? 0);
			}
		}
	}

	/** @returns BM25 of the question's stop words, which tell "to" from "from" where all else is equal. */
	stopScore(sentence: number): number {
		const { vocabulary, sentences } = this.library;
		const { tokenStart, tokens, meanLength } = sentences;
		const start = tokenStart[sentence] ?? 0;
		const end = tokenStart[sentence + 1] ?? 0;
		let sum = 0;
		for (const stem of this.query.stopStems) {
			let count = 0;
			for (let i = start; i < end; i++) {
				if ((vocabulary.stemOfKey[(tokens[i] ?? 0) & WORD_MASK] ?? 0) === stem) count++;
			}
			if (count === 0) continue;
			const rarity = inverseFrequency(sentences.count, vocabulary.sentencesWith[stem] ?? 0);
			sum += rarity * saturate(count, (end - start) / meanLength);
		}
		return sum;
	}

	#row(sentence: number): number {
		const number = sentence >> PAGE_BITS;
		const at = this.#pageAt[number] || this.#readPage(number);
		return this.#room.pages[at - 1 + (sentence & (PAGE_SIZE - 1))] ?? EMPTY;
	}

	/** Reads the sentences of a page, which may make the room's columns anew: they are to be looked at afterwards. */
	#readPage(number: number): number {
		const start = this.#pages++ * PAGE_SIZE;
		this.#pageAt[number] = start + 1;
		const first = number << PAGE_BITS;
		const firstRow = this.#rows;
		makeRoom(this.#room, start + PAGE_SIZE, firstRow + PAGE_SIZE, this.#rarity.length);
		for (const asked of this.#asked) {
			if (asked.isListed) this.#readPostings(asked, start, first);
			else this.#readTokens(asked, start, first);
		}
		if (this.#rows > firstRow) this.#scorePage(start, first);
		return start + 1;
	}

	#readPostings(asked: AskedStem, start: number, first: number): void {
		const { postingStart, postings, postingCounts } = this.library.sentences;
		const begin = postingStart[asked.stem] ?? 0;
		const end = postingStart[asked.stem + 1] ?? 0;
		const isPast = asked.next > begin && (postings[asked.next - 1] ?? 0) >= first;
		let place = isPast ? begin : Math.max(begin, asked.next);
		if (place < end && (postings[place] ?? 0) < first) place = findPlace(postings, place, end, first);
		for (; place < end; place++) {
			const slot = (postings[place] ?? 0) - first;
			if (slot >= PAGE_SIZE) break;
			this.#meet(asked, start + slot, postingCounts[place] ?? 0);
		}
		asked.next = place;
	}

	#readTokens(asked: AskedStem, start: number, first: number): void {
		const { sentences, vocabulary } = this.library;
		const { tokens, tokenStart } = sentences;
		const size = Math.min(PAGE_SIZE, sentences.count - first);
		for (let slot = 0; slot < size; slot++) {
			const end = tokenStart[first + slot + 1] ?? 0;
			let count = 0;
			for (let i = tokenStart[first + slot] ?? 0; i < end; i++) {
				if (vocabulary.stemOfKey[(tokens[i] ?? 0) & WORD_MASK] === asked.stem) count++;
			}
			if (count > 0) this.#meet(asked, start + slot, count);
		}
	}

	/** Notes in the row of a sentence, by its place in the pages, that it holds the stem so often. */
	#meet({ terms, weights: own }: AskedStem, place: number, count: number): void {
		const { pages, weights, counts } = this.#room;
		let row = pages[place] ?? EMPTY;
		if (row === EMPTY) {
			row = this.#rows++;
			pages[place] = row;
		}
		const start = row * this.#rarity.length;
		for (let k = 0; k < terms.length; k++) {
			const at = start + (terms[k] ?? 0);
			const weight = own[k] ?? 0;
			if (weight > (weights[at] ?? 0)) weights[at] = weight;
			counts[at] = (counts[at] ?? 0) + count;
		}
	}

	#scorePage(start: number, first: number): void {
		const { tokenStart, meanLength } = this.library.sentences;
		const { pages, weights, counts, scores } = this.#room;
		const width = this.#rarity.length;
		for (let slot = 0; slot < PAGE_SIZE; slot++) {
			const row = pages[start + slot] ?? EMPTY;
			if (row === EMPTY) continue;
			const length = ((tokenStart[first + slot + 1] ?? 0) - (tokenStart[first + slot] ?? 0)) / meanLength;
			let score = 0;
			for (let term = 0, at = row * width; term < width; term++, at++) {
				const match = weights[at] ?? 0;
				if (match > 0) score += match * (this.#rarity[term] ?? 0) * saturate(counts[at] ?? 0, length);
			}
			scores[row] = score;
		}
	}
}

/** Grows the room's columns to so many places of pages and rows. */
function makeRoom(room: Room, places: number, rows: number, width: number): void {
	if (places > room.pages.length) room.pages = grow(new Uint16Array(2 * places), room.pages);
	if (rows > room.scores.length) room.scores = grow(new Float32Array(2 * rows), room.scores);
	if (rows * width > room.weights.length) {
		room.weights = grow(new Float32Array(2 * rows * width), room.weights);
		room.counts = grow(new Uint16Array(2 * rows * width), room.counts);
	}
}

function grow<T extends Uint16Array | Float32Array>(longer: T, column: T): T {
	longer.set(column);
	return longer;
}

const NO_TERMS: readonly number[] = [];

/** BM25+ with the usual k of 1.2, b of 0.7 and d of 0.5. */
export function saturate(count: number, relativeLength: number): number {
	return 0.5 + (count * 2.2) / (count + 1.2 * (0.3 + 0.7 * relativeLength));
}
