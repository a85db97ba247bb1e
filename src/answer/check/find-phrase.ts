import { readLexiconLines } from '../../search/lexicon.js';
import { baseForm } from './word-relations.js';

/** An idiom found in a row of words. */
export interface Phrase {
	/** What it says in one word. */
	readonly meaning: string;
	/** How many words it has. */
	readonly length: number;
}

type Phrases = ReadonlyMap<string, readonly { rest: readonly string[]; meaning: string }[]>;

let phrases: Phrases | undefined;

function getPhrases(): Phrases {
	phrases ??= loadPhrases();
	return phrases;
}

function loadPhrases(): Phrases {
	const byFirst = new Map<string, { rest: readonly string[]; meaning: string }[]>();
	for (const line of readLexiconLines('phrases.txt')) {
		const [idiom = '', meaning = ''] = line.split('|');
		const [first = '', ...rest] = idiom.split(' ').map(baseForm);
		byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, meaning }]);
	}
	for (const list of byFirst.values()) list.sort((a, b) => b.rest.length - a.rest.length);
	return byFirst;
}

/**
 * Finds the longest idiom of `phrases.txt` that begins at a word: "turned down" says `reject`, "no longer" says `not`.
 *
 * @param bases - Dictionary forms of the words, in order.
 */
export function findPhrase(bases: readonly string[], at: number): Phrase | null {
	const found = getPhrases()
		.get(bases[at] ?? '')
		?.find(({ rest }) => rest.every((word, index) => bases[at + 1 + index] === word));
	return found ? { meaning: found.meaning, length: found.rest.length + 1 } : null;
}
