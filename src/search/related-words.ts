import { LineTable } from './line-table.js';

const table = new LineTable('related.txt');
/** What was looked up: a claim asks again and again about the words of one sentence. */
const found = new Map<string, readonly string[]>();
const FOUND_MAX = 20_000;

/** True when WordNet gives either of two words, in dictionary form, as near the other in meaning. */
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
