import type { Library } from './library.js';
import type { Query } from './query.js';
import { findPlace, isListed } from './sentence-postings.js';
import { WORD_MASK } from './sentence-table.js';
import { SparseTable } from './sparse-table.js';
import { inverseFrequency } from './vocabulary.js';

/** How a sentence matches the question, term by term. */
export interface Hits {
	/** How well the best matching word stands for each term, 0 to 1. */
	readonly weight: Float32Array;
	/** How often each term is met. */
	readonly count: readonly number[];
	/** BM25+ of the sentence's own words, as MiniSearch scores them, with each match weighed. */
	readonly score: number;
}

/** The terms that a stem stands for, and how well. */
interface TermEntry {
	readonly terms: number[];
	readonly weights: number[];
}

const PAGE_BITS = 6;
const PAGE_MASK = (1 << PAGE_BITS) - 1;

/** Looks sentences up against one question; a sentence is read once, however often it is asked for. */
export class Scan {
	readonly #lookup = new SparseTable(64);
	/** By place in `#lookup`. */
	readonly #entries: TermEntry[] = [];
	/** What was read so far, in pages of consecutive sentences. */
	readonly #pages: (Hits | undefined)[][];
	/** The stems that terms stand for; `null` when one of them is too frequent to be listed. */
	readonly #listed: readonly number[] | null;
	readonly #none: Hits;
	readonly #rarity: Float32Array;

	constructor(
		readonly library: Library,
		readonly query: Query,
	) {
		const { terms } = query;
		this.#pages = new Array((library.sentences.count >> PAGE_BITS) + 1);
		this.#none = { weight: new Float32Array(terms.length), count: terms.map(() => 0), score: 0 };
		this.#rarity = Float32Array.from(terms, ({ rarity }) => rarity);
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

	/** @returns How the sentence matches; shared and empty for one that matches nowhere. */
	hits(sentence: number): Hits {
		const page = this.#pages[sentence >> PAGE_BITS] ?? this.#openPage(sentence >> PAGE_BITS);
		let hits = page[sentence & PAGE_MASK];
		if (!hits) {
			hits = this.#read(sentence);
			page[sentence & PAGE_MASK] = hits;
		}
		return hits;
	}

	/** Only sentences that hold a stem of the question are left to be read. */
	#openPage(number: number): (Hits | undefined)[] {
		const page = new Array<Hits | undefined>(PAGE_MASK + 1).fill(this.#listed ? this.#none : undefined);
		this.#pages[number] = page;
		const { postingStart, postings } = this.library.sentences;
		const first = number << PAGE_BITS;
		for (const stem of this.#listed ?? []) {
			const end = postingStart[stem + 1] ?? 0;
			let place = findPlace(postings, postingStart[stem] ?? 0, end, first);
			for (; place < end && (postings[place] ?? 0) - first <= PAGE_MASK; place++) {
				page[(postings[place] ?? 0) - first] = undefined;
			}
		}
		return page;
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

	#read(sentence: number): Hits {
		const { vocabulary, sentences } = this.library;
		const { tokens, tokenStart, meanLength } = sentences;
		const start = tokenStart[sentence] ?? 0;
		const end = tokenStart[sentence + 1] ?? 0;
		let weight: Float32Array | null = null;
		let count: number[] = [];
		for (let i = start; i < end; i++) {
			const place = this.#lookup.find(vocabulary.stemOfKey[(tokens[i] ?? 0) & WORD_MASK] ?? 0);
			if (place < 0) continue;
			const { terms, weights } = this.#entries[place] as TermEntry;
			if (!weight) {
				weight = new Float32Array(this.#rarity.length);
				count = new Array<number>(this.#rarity.length).fill(0);
			}
			for (let k = 0; k < terms.length; k++) {
				const term = terms[k] ?? 0;
				weight[term] = Math.max(weight[term] ?? 0, weights[k] ?? 0);
				count[term] = (count[term] ?? 0) + 1;
			}
		}
		if (!weight) return this.#none;
		let score = 0;
		for (let term = 0; term < weight.length; term++) {
			const match = weight[term] ?? 0;
			if (match > 0)
				score += match * (this.#rarity[term] ?? 0) * saturate(count[term] ?? 0, (end - start) / meanLength);
		}
		return { weight, count, score };
	}
}

/** BM25+ with the usual k of 1.2, b of 0.7 and d of 0.5. */
export function saturate(count: number, relativeLength: number): number {
	return 0.5 + (count * 2.2) / (count + 1.2 * (0.3 + 0.7 * relativeLength));
}
