import type { Library } from './library.js';
import type { Query } from './query.js';
import { findPlace, isListed } from './sentence-postings.js';
import { WORD_MASK } from './sentence-table.js';
import { SparseTable } from './sparse-table.js';
import { inverseFrequency } from './vocabulary.js';

/** The terms that a stem stands for, and how well. */
interface TermEntry {
	readonly terms: number[];
	readonly weights: number[];
}

const NO_ENTRY: TermEntry = { terms: [], weights: [] };

const PAGE_BITS = 6;
const PAGE_MASK = (1 << PAGE_BITS) - 1;

/** Rows for which there is room at first. */
const ROWS_EXPECTED = 256;
/** The row of all sentences that match nowhere. */
const EMPTY = 0;
const UNREAD = -1;

/** Looks sentences up against one question; a sentence is read once, however often it is asked for. */
export class Scan {
	readonly #lookup = new SparseTable(64);
	/** By place in `#lookup`. */
	readonly #entries: TermEntry[] = [];
	/** Row of each sentence, in pages of consecutive sentences. */
	readonly #pages: (number[] | undefined)[];
	/** Rows of what was read so far: how well the best matching word stands for each term, 0 to 1. */
	#weights: Float32Array;
	/** Rows of how often each term is met. */
	#counts: Uint16Array;
	/** By row, BM25+ of the sentence's own words, as MiniSearch scores them, with each match weighed. */
	#scores: Float64Array;
	#rows = 1;
	/** The stems that terms stand for; `null` when one of them is too frequent to be listed. */
	readonly #listed: readonly number[] | null;
	readonly #rarity: Float32Array;

	constructor(
		readonly library: Library,
		readonly query: Query,
	) {
		const { terms } = query;
		this.#pages = new Array((library.sentences.count >> PAGE_BITS) + 1);
		this.#weights = new Float32Array(ROWS_EXPECTED * terms.length);
		this.#counts = new Uint16Array(ROWS_EXPECTED * terms.length);
		this.#scores = new Float64Array(ROWS_EXPECTED);
		this.#rarity = new Float32Array(terms.map(({ rarity }) => rarity));
		const stems = [...new Set(terms.flatMap(({ alternatives }) => [...alternatives.keys()]))];
		const areListed = stems.every((stem) => isListed(library.sentences, library.vocabulary, stem));
		this.#listed = areListed ? stems : null;
		terms.forEach(({ alternatives }, term) => {
			for (const [stem, weight] of alternatives) {
				const place = this.#lookup.add(stem);
				const entry = this.#entries[place] ?? { terms: [], weights: [] };
				this.#entries[place] = entry;
				entry.terms.push(term);
				entry.weights.push(weight);
			}
		});
	}

	/** @returns BM25+ of the sentence's own words, as MiniSearch scores them, with each match weighed; 0 for no match. */
	score(sentence: number): number {
		const row = this.#row(sentence);
		return this.#scores[row] ?? 0;
	}

	/** @returns How often the sentence meets the term. */
	count(sentence: number, term: number): number {
		const row = this.#row(sentence);
		return this.#counts[row * this.#rarity.length + term] ?? 0;
	}

	/** Writes by term how well the sentence's best matching word stands for it, 0 to 1. */
	copyLevels(levels: Float32Array, sentence: number): Float32Array {
		const start = this.#row(sentence) * this.#rarity.length;
		for (let term = 0; term < this.#rarity.length; term++) levels[term] = this.#weights[start + term] ?? 0;
		return levels;
	}

	/** Lifts each level to the sentence's, times the factor, where that is higher. */
	raiseLevels(levels: Float32Array, sentence: number, factor = 1): Float32Array {
		const row = this.#row(sentence);
		if (row === EMPTY) return levels;
		const start = row * this.#rarity.length;
		for (let term = 0; term < this.#rarity.length; term++) {
			const level = factor * (this.#weights[start + term] ?? 0);
			if (level > (levels[term] ?? 0)) levels[term] = level;
		}
		return levels;
	}

	/** Reads the sentence if need be, which may make the columns anew: they are to be looked at afterwards. */
	#row(sentence: number): number {
		const page = this.#pages[sentence >> PAGE_BITS] ?? this.#openPage(sentence >> PAGE_BITS);
		const row = page[sentence & PAGE_MASK] ?? EMPTY;
		if (row !== UNREAD) return row;
		const read = this.#read(sentence);
		page[sentence & PAGE_MASK] = read;
		return read;
	}

	/** Only sentences that hold a stem of the question are left to be read. */
	#openPage(number: number): number[] {
		const page = new Array<number>(PAGE_MASK + 1).fill(this.#listed ? EMPTY : UNREAD);
		this.#pages[number] = page;
		const { postingStart, postings } = this.library.sentences;
		const first = number << PAGE_BITS;
		for (const stem of this.#listed ?? []) {
			const end = postingStart[stem + 1] ?? 0;
			let place = findPlace(postings, postingStart[stem] ?? 0, end, first);
			for (; place < end && (postings[place] ?? 0) - first <= PAGE_MASK; place++) {
				page[(postings[place] ?? 0) - first] = UNREAD;
			}
		}
		return page;
	}

	/** @returns The terms that a stem stands for; none for most. */
	termsOf(stem: number): readonly number[] {
		return this.#entry(stem).terms;
	}

	/** Lifts each level to how well the stem stands for its term. */
	raiseByStem(levels: Float32Array, stem: number): void {
		const { terms, weights } = this.#entry(stem);
		terms.forEach((term, k) => {
			levels[term] = Math.max(levels[term] ?? 0, weights[k] ?? 0);
		});
	}

	#entry(stem: number): TermEntry {
		const place = this.#lookup.find(stem);
		return place < 0 ? NO_ENTRY : (this.#entries[place] ?? NO_ENTRY);
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

	/** @returns The sentence's row. */
	#read(sentence: number): number {
		const { vocabulary, sentences } = this.library;
		const { tokens, tokenStart, meanLength } = sentences;
		const start = tokenStart[sentence] ?? 0;
		const end = tokenStart[sentence + 1] ?? 0;
		const width = this.#rarity.length;
		const row = this.#rows;
		if (row === this.#scores.length) this.#grow();
		const [weights, counts, first] = [this.#weights, this.#counts, row * width];
		let isMet = false;
		for (let i = start; i < end; i++) {
			const place = this.#lookup.find(vocabulary.stemOfKey[(tokens[i] ?? 0) & WORD_MASK] ?? 0);
			if (place < 0) continue;
			isMet = true;
			const entry = this.#entries[place] as TermEntry;
			for (let k = 0; k < entry.terms.length; k++) {
				const at = first + (entry.terms[k] ?? 0);
				weights[at] = Math.max(weights[at] ?? 0, entry.weights[k] ?? 0);
				counts[at] = (counts[at] ?? 0) + 1;
			}
		}
		if (!isMet) return EMPTY;
		this.#rows++;
		const length = (end - start) / meanLength;
		let score = 0;
		for (let term = 0; term < width; term++) {
			const match = weights[first + term] ?? 0;
			if (match > 0) score += match * (this.#rarity[term] ?? 0) * saturate(counts[first + term] ?? 0, length);
		}
		this.#scores[row] = score;
		return row;
	}

	#grow(): void {
		const [weights, counts, scores] = [this.#weights, this.#counts, this.#scores];
		this.#weights = new Float32Array(2 * weights.length);
		this.#counts = new Uint16Array(2 * counts.length);
		this.#scores = new Float64Array(2 * scores.length);
		this.#weights.set(weights);
		this.#counts.set(counts);
		this.#scores.set(scores);
	}
}

/** BM25+ with the usual k of 1.2, b of 0.7 and d of 0.5. */
export function saturate(count: number, relativeLength: number): number {
	return 0.5 + (count * 2.2) / (count + 1.2 * (0.3 + 0.7 * relativeLength));
}
