import { readLexicon } from '../lexicon.js';

let nouns: ReadonlySet<string> | undefined;

/** A common noun for a person: `minister`, `aide`, `mother`, also in the plural; from WordNet. */
export function isPersonNoun(lower: string): boolean {
	nouns ??= new Set(readLexicon('person-nouns.txt').toString('utf8').split('\n').filter(Boolean));
	return (
		nouns.has(lower) ||
		nouns.has(lower.replace(/(?<=[a-z]{3})s$/, '')) ||
		nouns.has(lower.replace(/ies$/, 'y')) ||
		/(?:men|women|people)$/.test(lower)
	);
}
