import { LineTable } from './line-table.js';

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
 * @param use - Called with each stem that may stand in its place, and how well it does, 0 to 1; the best first.
 * @returns `false` for a stem that the table does not have.
 */
export function findParaphrases(stem: string, use: (stem: string, weight: number) => void): boolean {
	const line = table.find(stem);
	if (line === null) return false;
	let kind = 0;
	for (let start = 0; start < line.length; ) {
		if (line[start] === '|') {
			kind++;
			start++;
			continue;
		}
		let end = start;
		while (end < line.length && line[end] !== ' ' && line[end] !== '|') end++;
		if (end > start) use(line.slice(start, end), WEIGHTS[kind] ?? 0);
		start = line[end] === ' ' ? end + 1 : end;
	}
	return true;
}
