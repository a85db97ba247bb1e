import { readFileSync } from 'node:fs';
import { packagePath } from '../package-root.js';

/** Reads a file of `data/lexicon/`. */
export const readLexicon = (name: string) => readFileSync(packagePath('data', 'lexicon', name));

/** Reads a lexicon of word lists: an object whose values are words separated by spaces. */
export function readWordLists<Key extends string>(
	name: string,
	keys: readonly Key[],
): Record<Key, ReadonlySet<string>> {
	const raw = JSON.parse(readLexicon(name).toString('utf8')) as Readonly<Record<Key, string>>;
	const lists = {} as Record<Key, ReadonlySet<string>>;
	for (const key of keys) lists[key] = new Set(raw[key].split(' '));
	return lists;
}
