import type { Library } from './library.js';
import { WORD_MASK } from './sentence-table.js';
import { inverseFrequency } from './vocabulary.js';
import { TRAIT, type WordTraits, wordTraits } from './word-traits.js';
import { addVector, toUnitLength, VECTOR_WIDTH, wordVectors } from './word-vectors.js';

/** Steps of a value: a unit vector's values lie well within ±0.8. */
const STEPS = 158;

/** The mean word of each sentence as a unit vector, rare words weighing more: a byte a value, made when first needed. */
export class SentenceMeans {
	readonly #values: Int8Array;
	readonly #isKnown: Uint8Array;
	readonly #traits: WordTraits;

	constructor(readonly library: Library) {
		this.#values = new Int8Array(library.sentences.count * VECTOR_WIDTH);
		this.#isKnown = new Uint8Array(library.sentences.count);
		this.#traits = wordTraits(library.vocabulary);
	}

	/** @returns Cosine between a unit vector and the sentence's mean word; 0 for a sentence without known words. */
	likeness(sentence: number, question: Float32Array): number {
		if (this.#isKnown[sentence] === 0) this.#make(sentence);
		let sum = 0;
		for (let i = 0, j = sentence * VECTOR_WIDTH; i < VECTOR_WIDTH; i++, j++) {
			sum += (question[i] ?? 0) * (this.#values[j] ?? 0);
		}
		return sum / STEPS;
	}

	#make(sentence: number): void {
		const { sentences, vocabulary } = this.library;
		const mean = new Float32Array(VECTOR_WIDTH);
		for (let i = sentences.tokenStart[sentence] ?? 0; i < (sentences.tokenStart[sentence + 1] ?? 0); i++) {
			const word = (sentences.tokens[i] ?? 0) & WORD_MASK;
			const row = this.#traits.vectorRow[word] ?? -1;
			if (row < 0 || (this.#traits.bits[word] ?? 0) & TRAIT.stop) continue;
			const count = vocabulary.sentencesWith[vocabulary.stemOfKey[word] ?? 0] ?? 0;
			addVector(wordVectors(), row, inverseFrequency(sentences.count, count), mean);
		}
		toUnitLength(mean);
		const start = sentence * VECTOR_WIDTH;
		for (let i = 0; i < VECTOR_WIDTH; i++) {
			this.#values[start + i] = Math.max(-127, Math.min(127, Math.round((mean[i] ?? 0) * STEPS)));
		}
		this.#isKnown[sentence] = 1;
	}
}

const known = new WeakMap<Library, SentenceMeans>();

/** @returns The library's sentence means, kept as long as the library is. */
export function sentenceMeans(library: Library): SentenceMeans {
	let means = known.get(library);
	if (!means) {
		means = new SentenceMeans(library);
		known.set(library, means);
	}
	return means;
}
