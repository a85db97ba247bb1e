import type { Library } from './library.js';
import { PlaceTable } from './place-table.js';
import type { Query, Term } from './query.js';
import { rarities } from './rarity.js';
import { giveBackRoom, makeRoom, makeRoomForLinks, takeRoom } from './scan-room.js';
import { findPlace, isListed } from './sentence-postings.js';
import { WORD_MASK } from './sentence-table.js';

/**
 * Sentences are read so many at a time, as a power of two: in a small library there is little to leave unread, in one
 * larger than {@link SMALL} most of it.
 */
const PAGE_BITS = { small: 10, large: 7 } as const;
const SMALL = 16_384;

/** The row of all sentences that match nowhere. */
const EMPTY = 0;

/** Looks sentences up against one question; those that stand together are read together, once. */
export class Scan {
	/** By stem, its place among those that are looked for. */
	readonly #places: PlaceTable;
	/** By stem, the names that it stands for, as terms. */
	readonly #names = new Map<number, number[]>();
	/** By page of the library, where it starts in the room's pages, plus 1; 0 for one that is not read yet. */
	readonly #pageAt: Int32Array;
	readonly #room = takeRoom();
	readonly #pageBits: number;
	#pages = 0;
	#rows = 1;
	readonly #rarity: Float32Array;

	constructor(
		readonly library: Library,
		readonly query: Query,
	) {
		const { sentences, vocabulary } = library;
		const { terms } = query;
		this.#pageBits = sentences.count <= SMALL ? PAGE_BITS.small : PAGE_BITS.large;
		this.#pageAt = new Int32Array((sentences.count >> this.#pageBits) + 1);
		this.#rarity = new Float32Array(terms.length);
		this.#places = new PlaceTable(vocabulary.stems);
		const links = terms.reduce((sum, { stems }) => sum + stems.length, 0);
		makeRoomForLinks(this.#room, links);
		const { stems, listed, next, firstLink, linkTerm, linkWeight, nextLink } = this.#room;
		let link = 0;
		for (let term = 0; term < terms.length; term++) {
			const { stems: own, weights, rarity, isName } = terms[term] as Term;
			this.#rarity[term] = rarity;
			for (let k = 0; k < own.length; k++) {
				const stem = own[k] ?? 0;
				const known = this.#places.size;
				const place = this.#places.add(stem);
				if (place === known) {
					stems[place] = stem;
					listed[place] = isListed(sentences, vocabulary, stem) ? 1 : 0;
					next[place] = 0;
					firstLink[place] = 0;
				}
				linkTerm[link] = term;
				linkWeight[link] = weights[k] ?? 0;
				nextLink[link] = firstLink[place] ?? 0;
				firstLink[place] = ++link;
				if (isName) this.#names.set(stem, [...(this.#names.get(stem) ?? []), term]);
			}
		}
	}

	/** Gives the room back. The scan is not to be used after it; one that keeps its room costs the next some time. */
	release(): void {
		giveBackRoom(this.#room, this.#pages << this.#pageBits, this.#rows, this.#rarity.length);
		this.#places.release();
	}

	/** @returns BM25+ of the sentence's own words, as MiniSearch scores them, with each match weighed; 0 for no match. */
	score(sentence: number): number {
		const row = this.#row(sentence);
		return row === EMPTY ? 0 : this.#room.scores[row] || this.#scoreRow(row, sentence);
	}

	/** Writes the scores of a run of sentences. */
	copyScores(scores: Float64Array, first: number, end: number): void {
		for (let sentence = first, to = 0; sentence < end; sentence++, to++) {
			const row = this.#row(sentence);
			scores[to] = row === EMPTY ? 0 : this.#room.scores[row] || this.#scoreRow(row, sentence);
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
		if (this.#names.size === 0) return false;
		const row = this.#row(sentence);
		if (row === EMPTY) return false;
		const { terms } = this.query;
		const start = row * this.#rarity.length;
		for (let term = 0; term < terms.length; term++) {
			if (terms[term]?.isName && this.#room.counts[start + term]) return true;
		}
		return false;
	}

	/** @returns The names, as terms, that a stem stands for; none for most. */
	namesOf(stem: number): readonly number[] {
		return this.#names.get(stem) ?? NO_TERMS;
	}

	/** Lifts each level to how well the stem stands for its term. */
	raiseByStem(levels: Float32Array, stem: number): void {
		const place = this.#places.find(stem);
		if (place < 0) return;
		const { firstLink, linkTerm, linkWeight, nextLink } = this.#room;
		for (let link = firstLink[place] ?? 0; link > 0; link = nextLink[link - 1] ?? 0) {
			const term = linkTerm[link - 1] ?? 0;
			levels[term] = Math.max(levels[term] ?? 0, linkWeight[link - 1] ?? 0);
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
			const rarity = rarities(vocabulary, sentences).sentences[stem] ?? 0;
			sum += rarity * saturate(count, (end - start) / meanLength);
		}
		return sum;
	}

	#row(sentence: number): number {
		const number = sentence >> this.#pageBits;
		const at = this.#pageAt[number] || this.#readPage(number);
		return this.#room.pages[at - 1 + sentence - (number << this.#pageBits)] ?? EMPTY;
	}

	/** Reads the sentences of a page, which may make the room's columns anew: they are to be looked at afterwards. */
	#readPage(number: number): number {
		const size = 1 << this.#pageBits;
		const start = this.#pages++ << this.#pageBits;
		this.#pageAt[number] = start + 1;
		makeRoom(this.#room, start + size, this.#rows + size, this.#rarity.length);
		for (let place = 0; place < this.#places.size; place++) {
			if (this.#room.listed[place] === 1) this.#readPostings(place, start, number << this.#pageBits, size);
			else this.#readTokens(place, start, number << this.#pageBits, size);
		}
		return start + 1;
	}

	/** @param asked - Place of the stem. */
	#readPostings(asked: number, start: number, first: number, size: number): void {
		const { postingStart, postings, postingCounts } = this.library.sentences;
		const { stems, next } = this.#room;
		const stem = stems[asked] ?? 0;
		const begin = postingStart[stem] ?? 0;
		const end = postingStart[stem + 1] ?? 0;
		// Pages are mostly read in order.
		let place = Math.max(begin, next[asked] ?? 0);
		if (place > begin && (postings[place - 1] ?? 0) >= first) place = begin;
		if (place < end && (postings[place] ?? 0) < first) place = findPlace(postings, place, end, first);
		for (; place < end; place++) {
			const slot = (postings[place] ?? 0) - first;
			if (slot >= size) break;
			this.#meet(asked, start + slot, postingCounts[place] ?? 0);
		}
		next[asked] = place;
	}

	#readTokens(asked: number, start: number, first: number, size: number): void {
		const { sentences, vocabulary } = this.library;
		const { tokens, tokenStart } = sentences;
		const stem = this.#room.stems[asked] ?? 0;
		const slots = Math.min(size, sentences.count - first);
		for (let slot = 0; slot < slots; slot++) {
			const end = tokenStart[first + slot + 1] ?? 0;
			let count = 0;
			for (let i = tokenStart[first + slot] ?? 0; i < end; i++) {
				if (vocabulary.stemOfKey[(tokens[i] ?? 0) & WORD_MASK] === stem) count++;
			}
			if (count > 0) this.#meet(asked, start + slot, count);
		}
	}

	/** Notes in the row of a sentence, by its place in the pages, that it holds the stem so often. */
	#meet(asked: number, place: number, count: number): void {
		const { pages, weights, counts, firstLink, linkTerm, linkWeight, nextLink } = this.#room;
		let row = pages[place] ?? EMPTY;
		if (row === EMPTY) {
			row = this.#rows++;
			pages[place] = row;
		}
		const start = row * this.#rarity.length;
		for (let link = firstLink[asked] ?? 0; link > 0; link = nextLink[link - 1] ?? 0) {
			const at = start + (linkTerm[link - 1] ?? 0);
			const weight = linkWeight[link - 1] ?? 0;
			if (weight > (weights[at] ?? 0)) weights[at] = weight;
			counts[at] = (counts[at] ?? 0) + count;
		}
	}

	#scoreRow(row: number, sentence: number): number {
		const { tokenStart, meanLength } = this.library.sentences;
		const { weights, counts, scores } = this.#room;
		const width = this.#rarity.length;
		const length = ((tokenStart[sentence + 1] ?? 0) - (tokenStart[sentence] ?? 0)) / meanLength;
		let score = 0;
		for (let term = 0, at = row * width; term < width; term++, at++) {
			const match = weights[at] ?? 0;
			if (match > 0) score += match * (this.#rarity[term] ?? 0) * saturate(counts[at] ?? 0, length);
		}
		scores[row] = score;
		return scores[row] ?? 0;
	}
}

const NO_TERMS: readonly number[] = [];

/** BM25+ with the usual k of 1.2, b of 0.7 and d of 0.5. */
export function saturate(count: number, relativeLength: number): number {
	return 0.5 + (count * 2.2) / (count + 1.2 * (0.3 + 0.7 * relativeLength));
}
