import type { Library } from './library.js';
import type { Query } from './query.js';
import { at, CAPITAL_BIT } from './sentence-table.js';
import { inverseFrequency } from './vocabulary.js';

/** How a sentence matches the question, term by term. */
export interface Hits {
	/** How well the best matching word stands for each term, 0 to 1. */
	readonly weight: Float32Array;
	/** How often each term is met. */
	readonly count: Uint8Array;
}

/** Looks sentences up against one question; a sentence is read once, however often it is asked for. */
export class Scan {
	/** For each stem, one more than the number of its entry in `#entries`; 0 when it stands for no term. */
	readonly #entryOf: Uint16Array;
	readonly #entries: { readonly terms: readonly number[]; readonly weights: readonly number[] }[] = [];
	readonly #hits = new Map<number, Hits>();
	readonly #none: Hits;

	constructor(
		readonly library: Library,
		readonly query: Query,
	) {
		this.#entryOf = new Uint16Array(library.vocabulary.stems.length);
		this.#none = { weight: new Float32Array(query.terms.length), count: new Uint8Array(query.terms.length) };
		const entries = new Map<number, { terms: number[]; weights: number[] }>();
		query.terms.forEach((term, i) => {
			for (const [stem, weight] of term.alternatives) {
				const entry = entries.get(stem) ?? { terms: [], weights: [] };
				entry.terms.push(i);
				entry.weights.push(weight);
				entries.set(stem, entry);
			}
		});
		for (const [stem, entry] of entries) this.#entryOf[stem] = this.#entries.push(entry);
	}

	/** @returns How the sentence matches; shared and empty for one that matches nowhere. */
	hits(sentence: number): Hits {
		let hits = this.#hits.get(sentence);
		if (!hits) {
			hits = this.#read(sentence);
			this.#hits.set(sentence, hits);
		}
		return hits;
	}

	/** @returns BM25+ of the sentence's own words, as MiniSearch scores them, with each match weighed. */
	score(sentence: number): number {
		const { weight, count } = this.hits(sentence);
		const { tokenStart, meanLength } = this.library.sentences;
		const length = at(tokenStart, sentence + 1) - at(tokenStart, sentence);
		let sum = 0;
		this.query.terms.forEach((term, i) => {
			const match = weight[i] ?? 0;
			if (match > 0) sum += match * term.rarity * saturate(count[i] ?? 0, length / meanLength);
		});
		return sum;
	}

	/** @returns BM25 of the question's stop words, which tell "to" from "from" where all else is equal. */
	stopScore(sentence: number): number {
		const { vocabulary, sentences } = this.library;
		const { tokenStart, tokens, meanLength } = sentences;
		const start = at(tokenStart, sentence);
		const end = at(tokenStart, sentence + 1);
		let sum = 0;
		for (const stem of this.query.stopStems) {
			let count = 0;
			for (let i = start; i < end; i++) {
				if (at(vocabulary.stemOfKey, at(tokens, i) & ~CAPITAL_BIT) === stem) count++;
			}
			if (count > 0) {
				sum +=
					inverseFrequency(sentences.count, at(vocabulary.sentencesWith, stem)) *
					saturate(count, (end - start) / meanLength);
			}
		}
		return sum;
	}

	#read(sentence: number): Hits {
		const { vocabulary, sentences } = this.library;
		const end = at(sentences.tokenStart, sentence + 1);
		let hits: Hits | null = null;
		for (let i = at(sentences.tokenStart, sentence); i < end; i++) {
			const place = this.#entryOf[at(vocabulary.stemOfKey, at(sentences.tokens, i) & ~CAPITAL_BIT)] ?? 0;
			const entry = place > 0 ? this.#entries[place - 1] : undefined;
			if (!entry) continue;
			hits ??= { weight: new Float32Array(this.query.terms.length), count: new Uint8Array(this.query.terms.length) };
			for (let k = 0; k < entry.terms.length; k++) {
				const term = at(entry.terms, k);
				hits.weight[term] = Math.max(at(hits.weight, term), at(entry.weights, k));
				hits.count[term] = at(hits.count, term) + 1;
			}
		}
		return hits ?? this.#none;
	}
}

/** BM25+ with the usual k of 1.2, b of 0.7 and d of 0.5. */
export function saturate(count: number, relativeLength: number): number {
	return 0.5 + (count * 2.2) / (count + 1.2 * (0.3 + 0.7 * relativeLength));
}
