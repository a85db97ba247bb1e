import type { Library } from './library.js';
import { PlaceTable } from './place-table.js';
import { WORD_MASK } from './sentence-table.js';
import { type WordTraits, wordTraits } from './word-traits.js';
import { type ComparedVectors, type CosineRoom, wordVectors } from './word-vectors.js';

/** Room for what one question compares. */
interface Room extends CosineRoom {
	/** Rows of the vectors of the words that are compared next. */
	rows: Int32Array;
}

/** Room that a question has given back, for the next one. */
let spare: Room | null = null;

/** Compares vectors of one question with the words of sentences; a word is compared once, however often it stands. */
export class NearestWords {
	readonly #vectors = wordVectors();
	readonly #traits: WordTraits;
	readonly #width: number;
	readonly #best: Float32Array;
	/** Words that were compared, and the cosines of each with the vectors by its place. */
	readonly #words: PlaceTable;
	readonly #room: Room;
	#sentence = -1;
	readonly #single = new Uint32Array(1);

	constructor(
		readonly library: Library,
		readonly asked: ComparedVectors,
	) {
		this.#traits = wordTraits(library.vocabulary);
		this.#words = new PlaceTable(library.vocabulary.keys);
		this.#width = asked.count;
		this.#best = new Float32Array(this.#width);
		this.#room = spare ?? {
			cosines: new Float32Array(8_192),
			sums: new Int32Array(8_192),
			rows: new Int32Array(1_024),
		};
		spare = null;
	}

	/** Gives the room back; not to be used after it. */
	release(): void {
		this.#words.release();
		spare = this.#room;
	}

	/** Compares the words of sentences all at once, which is quicker than one by one. */
	compare(sentences: Uint32Array): void {
		const { vectorRow } = this.#traits;
		const { tokenStart, tokens } = this.library.sentences;
		const room = this.#room;
		const before = this.#words.size;
		let amount = 0;
		for (let k = 0; k < sentences.length; k++) {
			const sentence = sentences[k] ?? 0;
			const start = tokenStart[sentence] ?? 0;
			const end = tokenStart[sentence + 1] ?? 0;
			if (room.rows.length < amount + end - start) room.rows = lengthen(room.rows, amount + end - start);
			for (let i = start; i < end; i++) {
				const word = (tokens[i] ?? 0) & WORD_MASK;
				const row = vectorRow[word] ?? -1;
				if (row < 0 || this.#words.find(word) >= 0) continue;
				this.#words.add(word);
				room.rows[amount++] = row;
			}
		}
		if (amount === 0) return;
		const size = this.#words.size * this.#width;
		if (room.sums.length < amount * this.#width) room.sums = new Int32Array(2 * amount * this.#width);
		if (room.cosines.length < size) room.cosines = lengthen(room.cosines, size);
		this.asked.compareRows(this.#vectors, room.rows, amount, room, before * this.#width);
	}

	/** @returns By vector, its cosine with the sentence's nearest word; never below 0. Good until the next call. */
	of(sentence: number): Float32Array {
		const best = this.#best;
		if (this.#sentence === sentence) return best;
		this.#sentence = sentence;
		best.fill(0);
		this.#single[0] = sentence;
		this.compare(this.#single);
		const width = this.#width;
		const { tokenStart, tokens } = this.library.sentences;
		const { cosines } = this.#room;
		const end = tokenStart[sentence + 1] ?? 0;
		for (let i = tokenStart[sentence] ?? 0; i < end; i++) {
			const word = (tokens[i] ?? 0) & WORD_MASK;
			const place = this.#words.find(word);
			if (place < 0) continue;
			for (let k = 0, at = place * width; k < width; k++, at++) {
				const cosine = cosines[at] ?? 0;
				if (cosine > (best[k] ?? 0)) best[k] = cosine;
			}
		}
		return best;
	}
}

/** @returns A column with what the other holds and room for so many, twice over. */
function lengthen<T extends Int32Array | Float32Array>(column: T, least: number): T {
	const longer = column instanceof Int32Array ? new Int32Array(2 * least) : new Float32Array(2 * least);
	longer.set(column);
	return longer as T;
}
