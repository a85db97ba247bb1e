import { readLexicon } from './lexicon.js';

/** A table of `data/lexicon` whose lines stand in the order of their first words. Read when first asked. */
export class LineTable {
	#text: string | null = null;

	constructor(readonly file: string) {}

	/** @returns What follows the word in its line; `null` when no line starts with it. */
	find(word: string): string | null {
		this.#text ??= readLexicon(this.file);
		const text = this.#text;
		let low = 0;
		let high = text.length;
		while (low < high) {
			const start = text.lastIndexOf('\n', (low + high - 1) >> 1) + 1;
			const end = text.indexOf('\n', start);
			const space = text.indexOf(' ', start);
			const first = text.slice(start, space);
			if (first === word) return text.slice(space + 1, end);
			if (first < word) low = end + 1;
			else high = start;
		}
		return null;
	}
}
