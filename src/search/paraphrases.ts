import { LineTable } from './line-table.js';

/** A stem that may stand in an article where a question has another word, and how well it does, 0 to 1. */
export interface Paraphrase {
	readonly stem: string;
	readonly weight: number;
}

/**
 * How well words stand for each other that are said to be close, the same the other way round, and words that an answer
 * likely holds. Three sets of weights were tried: 0.3, 0.2, 0 and 0.3, 0.2, 0.1 rank training questions held out 0.3 and
 * 0.1 of MRR worse.
 */
const WEIGHTS = [0.4, 0.3, 0.15] as const;

const table = new LineTable('paraphrases.txt');

/**
 * Finds the words of newspapers for a word of a question: "busted" finds "arrested", "quit" finds "resign". Written by
 * hand; `training/lexicon/paraphrases.txt`.
 *
 * @returns `null` for a stem that the table does not have.
 */
export function findParaphrases(stem: string): Paraphrase[] | null {
	const line = table.find(stem);
	if (line === null) return null;
	return line.split('|').flatMap((stems, kind) => {
		return stems === '' ? [] : stems.split(' ').map((other) => ({ stem: other, weight: WEIGHTS[kind] ?? 0 }));
	});
}
