import type { Library } from './library.js';
import { WORD_MASK } from './sentence-table.js';
import { SparseTable } from './sparse-table.js';
import { type WordTraits, wordTraits } from './word-traits.js';
import { type ComparedVectors, compareRow, wordVectors } from './word-vectors.js';

/** Words of the articles for which there is room at first. */
const WORDS_EXPECTED = 256;

/** Compares vectors of one question with the words of sentences; a word is compared once, however often it stands. */
export class NearestWords {
	readonly #vectors = wordVectors();
	readonly #traits: WordTraits;
	readonly #width: number;
	readonly #best: Float64Array;
	readonly #words = new SparseTable(4 * WORDS_EXPECTED);
	/** The cosines of each word with the vectors, by its place in `#words`. */
	#cosines: Float64Array;

	/** @param passedOver - Words with one of these bits of {@link TRAIT} are near to nothing. */
	constructor(
		readonly library: Library,
		readonly asked: ComparedVectors,
		readonly passedOver = 0,
	) {
		this.#traits = wordTraits(library.vocabulary);
		this.#width = asked.norms.length;
		this.#best = new Float64Array(this.#width);
		this.#cosines = new Float64Array(WORDS_EXPECTED * this.#width);
	}

	/** @returns By vector, its cosine with the sentence's nearest word; never below 0. Good until the next call. */
	of(sentence: number): Float64Array {
		const best = this.#best.fill(0);
		const width = this.#width;
		if (width === 0) return best;
		const { tokenStart, tokens } = this.library.sentences;
		const { bits, vectorRow } = this.#traits;
		const end = tokenStart[sentence + 1] ?? 0;
		for (let i = tokenStart[sentence] ?? 0; i < end; i++) {
			const word = (tokens[i] ?? 0) & WORD_MASK;
			const row = vectorRow[word] ?? -1;
			if (row < 0 || (bits[word] ?? 0) & this.passedOver) continue;
			let place = this.#words.find(word);
			if (place < 0) place = this.#compare(word, row);
			const cosines = this.#cosines;
			for (let k = 0, at = place * width; k < width; k++, at++) {
				const cosine = cosines[at] ?? 0;
				if (cosine > (best[k] ?? 0)) best[k] = cosine;
			}
		}
		return best;
	}

	/** @returns The word's place. */
	#compare(word: number, row: number): number {
		const place = this.#words.add(word);
		if (this.#cosines.length <= place * this.#width) {
			const longer = new Float64Array(2 * this.#cosines.length);
			longer.set(this.#cosines);
			this.#cosines = longer;
		}
		compareRow(this.#vectors, row, this.asked, this.#cosines, place * this.#width);
		return place;
	}
}
