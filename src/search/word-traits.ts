import { isStopWord } from './stop-words.js';
import type { Vocabulary } from './vocabulary.js';
import { wordVectors } from './word-vectors.js';

/** What ranking asks of a word again and again; one bit each. */
export const TRAIT = { stop: 1, number: 2 } as const;

/** Share of capitals, of 255, from which a word counts as a name. */
export const NAME_SHARE = 0.6 * 255;

/** What is known of a library's words beyond the articles, by word number. */
export interface WordTraits {
	/** Bits of {@link TRAIT}. */
	readonly bits: Uint8Array;
	/** Row of the word's vector, -1 for none. */
	readonly vectorRow: Int32Array;
}

/** A number in figures or in words; not "one", which is mostly a pronoun. */
const NUMBER =
	/\d|^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|percent|twice|once|couple|first|second)$/;

/** True for a number in figures or in words. */
export function isNumberWord(key: string): boolean {
	return NUMBER.test(key);
}

const known = new WeakMap<Vocabulary, WordTraits>();

/** @returns The traits of the vocabulary's words, found when first asked for and kept. */
export function wordTraits(vocabulary: Vocabulary): WordTraits {
	let traits = known.get(vocabulary);
	if (!traits) {
		const { rows } = wordVectors();
		traits = {
			bits: Uint8Array.from(vocabulary.keys, (key) => {
				return (isStopWord(key) ? TRAIT.stop : 0) | (isNumberWord(key) ? TRAIT.number : 0);
			}),
			vectorRow: Int32Array.from(vocabulary.keys, (key) => rows.get(key) ?? -1),
		};
		known.set(vocabulary, traits);
	}
	return traits;
}
