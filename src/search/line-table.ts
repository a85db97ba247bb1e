import { readLexicon } from './lexicon.js';

const LINE_END = 10;
const SPACE = 32;

/** A table of `data/lexicon` whose lines stand in the order of their first words. Read when first asked. */
export class LineTable {
	#text = '';
	/** Where each line starts, and after the last one where the next would. */
	#starts: Uint32Array | null = null;

	constructor(readonly file: string) {}

	/** @returns What follows the word in its line; `null` when no line starts with it. */
	find(word: string): string | null {
		const starts = this.#starts ?? this.#read();
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			const start = starts[middle] ?? 0;
			const order = this.#compare(start, word);
			if (order === 0) return this.#text.slice(start + word.length + 1, (starts[middle + 1] ?? 0) - 1);
			if (order < 0) low = middle + 1;
			else high = middle;
		}
		return null;
	}

	/** @returns Below 0 when the first word of the line comes before the word, above when behind. */
	#compare(start: number, word: string): number {
		for (let i = 0; i < word.length; i++) {
			const code = this.#text.charCodeAt(start + i);
			const order = (code === LINE_END ? SPACE : code) - word.charCodeAt(i);
			if (order !== 0) return order;
		}
		return this.#text.charCodeAt(start + word.length) - SPACE;
	}

	#read(): Uint32Array {
		const text = readLexicon(this.file);
		const starts = [0];
		for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
		this.#text = text;
		this.#starts = new Uint32Array(starts);
		return this.#starts;
	}
}
