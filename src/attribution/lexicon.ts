import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagePath } from '../package-root.js';

let folder: string | null = null;

/**
 * Reads from another folder what it holds of `data/lexicon/`, to measure other weights than those that ship. To be called
 * before anything is attributed: what has been read is kept.
 */
export function preferLexicon(path: string): void {
	folder = path;
}

/** Reads a file of `data/lexicon/`. */
export function readLexicon(name: string) {
	const other = folder === null ? null : join(folder, name);
	return readFileSync(other !== null && existsSync(other) ? other : packagePath('data', 'lexicon', name));
}

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
