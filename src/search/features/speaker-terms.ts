import type { Scan } from '../scan.js';
import { findWords, stemWord } from '../words.js';

/** Which names of one question name which speakers. */
export class SpeakerTerms {
	readonly #known = new Map<number, Float32Array>();

	constructor(readonly scan: Scan) {}

	/** @returns By term, 1 when it is a name and the speaker's; all 0 for -1, nobody. */
	terms(speaker: number): Float32Array {
		let terms = this.#known.get(speaker);
		if (!terms) {
			terms = this.#compare(speaker);
			this.#known.set(speaker, terms);
		}
		return terms;
	}

	#compare(speaker: number): Float32Array {
		const { library, query } = this.scan;
		const { name = '', aliases = [], description = null } = library.speakers[speaker] ?? {};
		const words = findWords([name, ...aliases, description ?? ''].join(' '));
		const stems = new Set(words.map(({ key }) => library.vocabulary.stemNumbers.get(stemWord(key)) ?? -1));
		return Float32Array.from(query.terms, ({ isName, alternatives }) => {
			return isName && [...alternatives.keys()].some((stem) => stems.has(stem)) ? 1 : 0;
		});
	}
}
