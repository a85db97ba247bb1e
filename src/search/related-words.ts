import { LineTable } from './line-table.js';
import type { Vocabulary } from './vocabulary.js';
import { type Family, findFamily } from './word-family.js';
import { stemWord } from './words.js';

const table = new LineTable('related.txt');
/** What was looked up, for claims, which ask again and again about the words of one sentence. */
const found = new Map<string, readonly string[]>();
const FOUND_MAX = 20_000;

/** @returns Stems of words near in meaning, from WordNet: synonyms, derived forms, more general words. */
export function findRelated(key: string): string[] {
	for (const form of baseForms(key)) {
		const words = wordsNear(form);
		if (words.length > 0) return [...new Set(words.map(stemWord))];
	}
	return [];
}

/** True when either of two words, in dictionary form, is given as near the other. */
export function areRelated(a: string, b: string): boolean {
	return wordsNear(a).includes(b) || wordsNear(b).includes(a);
}

function wordsNear(word: string): readonly string[] {
	let words = found.get(word);
	if (!words) {
		words = table.find(word)?.split(' ') ?? [];
		if (found.size >= FOUND_MAX) found.clear();
		found.set(word, words);
	}
	return words;
}

/** @returns The word and what it may be an inflection of: "promises" gives "promise" and "promis". */
function baseForms(key: string): string[] {
	const forms = [key];
	for (const [ending, ...bases] of ENDINGS) {
		if (key.length - ending.length < 3 || !key.endsWith(ending)) continue;
		const cut = key.slice(0, -ending.length);
		forms.push(...bases.map((base) => cut + base));
		// "banned" is "ban" and "nn" cut short.
		if (ending !== 's' && cut.at(-1) === cut.at(-2)) forms.push(cut.slice(0, -1));
	}
	return forms;
}

const ENDINGS = [
	['ies', 'y'],
	['ied', 'y'],
	['s', ''],
	['es', ''],
	['ed', '', 'e'],
	['ing', '', 'e'],
] as const;

/** Stem numbers of a library that have to do with a word. */
export interface Kin {
	/** By {@link findRelated}. */
	readonly related: readonly number[];
	/** By {@link findFamily}. */
	readonly family: Family;
}

const kin = new WeakMap<Vocabulary, Map<string, Kin>>();

/** @returns What {@link findRelated} and {@link findFamily} find in a library, kept: questions share most of their words. */
export function findKin(vocabulary: Vocabulary, key: string): Kin {
	let known = kin.get(vocabulary);
	if (!known) {
		known = new Map();
		kin.set(vocabulary, known);
	}
	let own = known.get(key);
	if (!own) {
		own = {
			related: findRelated(key).flatMap((stem) => vocabulary.stemNumbers.get(stem) ?? []),
			family: findFamily(vocabulary, key),
		};
		if (known.size >= FOUND_MAX) known.clear();
		known.set(key, own);
	}
	return own;
}
