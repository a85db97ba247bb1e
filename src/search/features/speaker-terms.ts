import type { Library } from '../library.js';
import type { Term } from '../query.js';
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
		const stems = speakerStems(this.scan.library, speaker);
		const { terms } = this.scan.query;
		const isNamed = (term: Term) => term.isName && stems.some((stem) => term.stems.includes(stem));
		return new Float32Array(terms.map((term) => (isNamed(term) ? 1 : 0)));
	}
}

const known = new WeakMap<Library, (readonly number[] | undefined)[]>();

/** @returns The stem numbers of the speaker's names and description; none for -1, nobody. */
function speakerStems(library: Library, speaker: number): readonly number[] {
	const found = library.speakers[speaker];
	if (!found) return [];
	let all = known.get(library);
	if (!all) {
		all = new Array<readonly number[] | undefined>(library.speakers.length).fill(undefined);
		known.set(library, all);
	}
	let stems = all[speaker];
	if (!stems) {
		const words = findWords([found.name, ...found.aliases, found.description ?? ''].join(' '));
		stems = [...new Set(words.flatMap(({ key }) => library.vocabulary.stemNumbers.get(stemWord(key)) ?? []))];
		all[speaker] = stems;
	}
	return stems;
}
