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
	return ALIASES.get(key) ?? BY_STEM.get(stemWord(key)) ?? [];
}

const ALIASES = new Map<string, string[]>();
const BY_STEM = new Map<string, string[]>();

// "a b = c d": each word may stand for each other one; "a b > c d": those on the left for those on the right.
for (const line of readLexiconLines('aliases.txt')) {
	const [left = '', right = ''] = line.split(/[=>]/);
	const words = left.trim().split(/\s+/);
	const others = right.trim().split(/\s+/).filter(Boolean);
	if (line.includes('>')) for (const word of words) addAliases(word, others);
	else for (const word of [...words, ...others]) addAliases(word, [...words, ...others]);
}

function addAliases(word: string, others: readonly string[]): void {
	const own = stemWord(word);
	const stems = others.map(stemWord).filter((stem) => stem !== own);
	for (const [map, key] of [[ALIASES, word] as const, [BY_STEM, own] as const]) {
		map.set(key, [...new Set([...(map.get(key) ?? []), ...stems])]);
	}
}
