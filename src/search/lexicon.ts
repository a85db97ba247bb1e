import { readFileSync } from 'node:fs';
import { packagePath } from '../package-root.js';

/** @returns The text of a table under `data/lexicon`. */
export function readLexicon(name: string): string {
	return readFileSync(packagePath('data', 'lexicon', name), 'utf8');
}

/** @returns The lines of a table without comments (`# …`) and empty ones. */
export function readLexiconLines(name: string): string[] {
	return readLexicon(name)
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('#'));
}
