import { type SentenceTable, WORD_MASK } from './sentence-table.js';
import { isStopWord } from './stop-words.js';
import type { Vocabulary } from './vocabulary.js';

/** A stem that more than this share of the sentences hold is not listed: it would cost much room and save little. */
const LISTED_SHARE = 0.25;
/**
 * The same of a stop word's stem, which a question seldom looks for: "said" looks for "according", "america" for "us".
 * Such rare ones cost 5 bytes a sentence.
 */
const STOP_LISTED_SHARE = 0.03;

/** Which sentences hold each stem; frequent stems are left out, stop words sooner than others. */
export interface SentencePostings {
	/** First entry in `postings` of each stem, and one more. */
	readonly postingStart: Uint32Array;
	/** Sentence numbers, ascending for each stem. */
	readonly postings: Uint32Array;
	/** By place in `postings`, how often the sentence holds the stem, {@link COUNT_MAX} at most. */
	readonly postingCounts: Uint8Array;
}

const COUNT_MAX = 255;

/** True when the postings have all sentences of the stem. */
export function isListed({ postingStart }: SentencePostings, { sentencesWith }: Vocabulary, stem: number): boolean {
	return sentencesWith[stem] === 0 || (postingStart[stem] ?? 0) < (postingStart[stem + 1] ?? 0);
}

/** Lists the sentences of each stem that not too many hold. */
export function listPostings(
	{ keys, sentencesWith, stemOfKey }: Vocabulary,
	{ count, tokenStart, tokens }: Pick<SentenceTable, 'count' | 'tokenStart' | 'tokens'>,
): SentencePostings {
	const isLeftOut = Uint8Array.from(sentencesWith, (held) => (held > LISTED_SHARE * count ? 1 : 0));
	keys.forEach((key, word) => {
		const stem = stemOfKey[word] ?? 0;
		if (isStopWord(key) && (sentencesWith[stem] ?? 0) > STOP_LISTED_SHARE * count) isLeftOut[stem] = 1;
	});
	const postingStart = new Uint32Array(sentencesWith.length + 1);
	for (let stem = 0; stem < sentencesWith.length; stem++) {
		postingStart[stem + 1] = (postingStart[stem] ?? 0) + (isLeftOut[stem] ? 0 : (sentencesWith[stem] ?? 0));
	}
	const postings = new Uint32Array(postingStart.at(-1) ?? 0);
	const postingCounts = new Uint8Array(postings.length);
	const next = postingStart.slice();
	for (let sentence = 0; sentence < count; sentence++) {
		for (let i = tokenStart[sentence] ?? 0; i < (tokenStart[sentence + 1] ?? 0); i++) {
			const stem = stemOfKey[(tokens[i] ?? 0) & WORD_MASK] ?? 0;
			const place = next[stem] ?? 0;
			if (isLeftOut[stem] === 1) continue;
			const isFirst = place === (postingStart[stem] ?? 0);
			if (!isFirst && postings[place - 1] === sentence) {
				postingCounts[place - 1] = Math.min(COUNT_MAX, (postingCounts[place - 1] ?? 0) + 1);
				continue;
			}
			postings[place] = sentence;
			postingCounts[place] = 1;
			next[stem] = place + 1;
		}
	}
	return { postingStart, postings, postingCounts };
}

/** @returns The first place between `from` and `to` whose number is not below `least`; `to` when all are. */
export function findPlace(numbers: Uint32Array, from: number, to: number, least: number): number {
	let low = from;
	let high = to;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((numbers[middle] ?? 0) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}
