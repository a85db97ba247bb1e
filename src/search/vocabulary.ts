import { stemWord, type Word } from './words.js';

/** The words of a library, numbered in order of first appearance, with what is known of each over all articles. */
export interface Vocabulary {
	/** Word keys by number. */
	readonly keys: readonly string[];
	/** Stem number by word number. */
	readonly stemOfKey: Uint32Array;
	/** Stems by number. */
	readonly stems: readonly string[];
	/** Sentences that hold the stem, by stem number. */
	readonly sentencesWith: Uint32Array;
	/** Articles (title included) that hold the stem, by stem number. */
	readonly articlesWith: Uint32Array;
	/** How often the stem is printed with a capital where a sentence does not begin, 0 to 255 for never to always. */
	readonly capitalShare: Uint8Array;
	/** @returns The number of a word key; `undefined` for one that no article holds. */
	readonly keyNumbers: ReadonlyMap<string, number>;
	/** @returns The number of a stem; `undefined` for one that no article holds. */
	readonly stemNumbers: ReadonlyMap<string, number>;
}

/** Collects a vocabulary while articles are read. */
export class VocabularyBuilder {
	readonly #keys: string[] = [];
	readonly #keyNumbers = new Map<string, number>();
	readonly #stemOfKey: number[] = [];
	readonly #stems: string[] = [];
	readonly #stemNumbers = new Map<string, number>();
	readonly #sentencesWith: number[] = [];
	readonly #articlesWith: number[] = [];
	readonly #capitals: number[] = [];
	readonly #inside: number[] = [];
	readonly #lastSentence: number[] = [];
	readonly #lastArticle: number[] = [];

	/** @returns The numbers of the sentence's words, in order. */
	addSentence(words: readonly Word[], sentence: number, article: number): number[] {
		return words.map((word, place) => {
			const number = this.#number(word.key);
			const stem = this.stemOf(number);
			if (this.#lastSentence[stem] !== sentence) {
				this.#lastSentence[stem] = sentence;
				this.#sentencesWith[stem] = (this.#sentencesWith[stem] ?? 0) + 1;
			}
			this.#countArticle(stem, article);
			// The first word of a sentence has its capital from the place, not from being a name.
			if (place > 0) {
				this.#inside[stem] = (this.#inside[stem] ?? 0) + 1;
				if (word.capital) this.#capitals[stem] = (this.#capitals[stem] ?? 0) + 1;
			}
			return number;
		});
	}

	/** @returns The stem numbers of a title's words, which count for the article and for no sentence. */
	addTitle(words: readonly Word[], article: number): number[] {
		return words.map((word) => {
			const stem = this.stemOf(this.#number(word.key));
			this.#countArticle(stem, article);
			return stem;
		});
	}

	/** @returns The stem number of a word number. */
	stemOf(key: number): number {
		return this.#stemOfKey[key] ?? 0;
	}

	/** @returns The stem itself, of a stem number. */
	stem(number: number): string {
		return this.#stems[number] ?? '';
	}

	build(): Vocabulary {
		return {
			keys: this.#keys,
			stemOfKey: Uint32Array.from(this.#stemOfKey),
			stems: this.#stems,
			sentencesWith: Uint32Array.from(this.#sentencesWith),
			articlesWith: Uint32Array.from(this.#articlesWith),
			capitalShare: Uint8Array.from(this.#stems, (_, stem) => {
				return Math.round((255 * (this.#capitals[stem] ?? 0)) / ((this.#inside[stem] ?? 0) + 0.5));
			}),
			keyNumbers: this.#keyNumbers,
			stemNumbers: this.#stemNumbers,
		};
	}

	#number(key: string): number {
		let number = this.#keyNumbers.get(key);
		if (number === undefined) {
			number = this.#keys.push(key) - 1;
			this.#keyNumbers.set(key, number);
			this.#stemOfKey[number] = this.#stemNumber(stemWord(key));
		}
		return number;
	}

	#stemNumber(stem: string): number {
		let number = this.#stemNumbers.get(stem);
		if (number === undefined) {
			number = this.#stems.push(stem) - 1;
			this.#stemNumbers.set(stem, number);
			for (const counts of [this.#sentencesWith, this.#articlesWith, this.#capitals, this.#inside]) counts[number] = 0;
			this.#lastSentence[number] = -1;
			this.#lastArticle[number] = -1;
		}
		return number;
	}

	#countArticle(stem: number, article: number): void {
		if (this.#lastArticle[stem] === article) return;
		this.#lastArticle[stem] = article;
		this.#articlesWith[stem] = (this.#articlesWith[stem] ?? 0) + 1;
	}
}

/** @returns Inverse document frequency as BM25 has it: near 0 for a word in every document, high for a rare one. */
export function inverseFrequency(documents: number, documentsWith: number): number {
	return Math.log(1 + (documents - documentsWith + 0.5) / (documentsWith + 0.5));
}
