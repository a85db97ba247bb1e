import { readLexiconLines } from './lexicon.js';
import { stemWord } from './words.js';

/**
 * Finds the words that may stand in an article where a question has this one: nicknames, chat spellings, slang,
 * demonyms, agencies. Written by hand in `data/lexicon/aliases.txt`.
 *
 * @param key - As {@link wordKey} gives it.
 * @returns Stems, without the word's own.
 */
export function findAliases(key: string): readonly string[] {
	const shelf = shelfOf(key.charAt(0));
	return shelf.byWord.get(key) ?? shelf.byStem.get(stemWord(key)) ?? [];
}

type Aliases = Map<string, readonly string[]>;

/** The aliases of all words with one first letter. */
interface Shelf {
	readonly byWord: Aliases;
	readonly byStem: Aliases;
}

const shelves = new Map<string, Shelf>();

/** @returns A shelf, filled when first asked for: stemming all words of the table would keep a single question waiting. */
function shelfOf(letter: string): Shelf {
	let shelf = shelves.get(letter);
	if (!shelf) {
		shelf = { byWord: new Map(), byStem: new Map() };
		for (const [word, others] of PAIRS.get(letter) ?? []) {
			const own = stemWord(word);
			const stems = others.map(stemWord).filter((stem) => stem !== own);
			add(shelf.byWord, word, stems);
			// A word and its stem have one first letter.
			add(shelf.byStem, own, stems);
		}
		shelves.set(letter, shelf);
	}
	return shelf;
}

function add(aliases: Aliases, key: string, stems: readonly string[]): void {
	aliases.set(key, [...new Set([...(aliases.get(key) ?? []), ...stems])]);
}

/** Words and what may stand for them, in the order of the table, by the word's first letter. */
const PAIRS = new Map<string, [word: string, others: readonly string[]][]>();

// "a b = c d": each word may stand for each other one; "a b > c d": those on the left for those on the right.
for (const line of readLexiconLines('aliases.txt')) {
	const [left = '', right = ''] = line.split(/[=>]/);
	const words = left.trim().split(/\s+/);
	const others = right.trim().split(/\s+/).filter(Boolean);
	const isMutual = !line.includes('>');
	for (const word of isMutual ? [...words, ...others] : words) {
		const pairs = PAIRS.get(word.charAt(0)) ?? [];
		pairs.push([word, isMutual ? [...words, ...others] : others]);
		PAIRS.set(word.charAt(0), pairs);
	}
}
