import type { SentenceTable } from './sentence-table.js';
import { inverseFrequency, type Vocabulary } from './vocabulary.js';
import { wordTraits } from './word-traits.js';

/**
 * English at large counts as so many sentences, and as so many articles, beside the library's own: a few articles tell
 * little of how rare a word is, in one about a harbour "minister" may be rarer than "ferry".
 */
const GENERAL = { sentences: 300, articles: 20 } as const;
/** Words of a sentence and of an article of news. */
const LENGTHS = { sentences: 21, articles: 700 } as const;

/** How rare a library's stems are, by stem, in steps of log: near 0 for one in every sentence, 8 and more for a rare one. */
export interface Rarities {
	/** Among sentences. */
	readonly sentences: Float32Array;
	/** Among articles. */
	readonly articles: Float32Array;
	/** Among articles, of a stem that none of them holds. */
	readonly absent: number;
}

const known = new WeakMap<Vocabulary, Rarities>();

/** @returns The rarities of the stems, found when first asked for and kept. */
export function rarities(
	vocabulary: Vocabulary,
	{ count, articleStart }: Pick<SentenceTable, 'count' | 'articleStart'>,
): Rarities {
	let found = known.get(vocabulary);
	if (!found) {
		const { sentencesWith, articlesWith } = vocabulary;
		const articles = articleStart.length - 1;
		const shares = shareOfStems(vocabulary);
		found = {
			sentences: measure('sentences', count, sentencesWith, shares),
			articles: measure('articles', articles, articlesWith, shares),
			absent: inverseFrequency(articles + GENERAL.articles, 0),
		};
		known.set(vocabulary, found);
	}
	return found;
}

function measure(of: keyof typeof GENERAL, all: number, held: Uint32Array, shares: Float64Array): Float32Array {
	return Float32Array.from(held, (count, stem) => {
		const general = GENERAL[of] * (1 - Math.exp(-LENGTHS[of] * (shares[stem] ?? 0)));
		return inverseFrequency(all + GENERAL[of], count + general);
	});
}

/** @returns By stem, the share of its words among all words of English. */
function shareOfStems(vocabulary: Vocabulary): Float64Array {
	const { vectorRow } = wordTraits(vocabulary);
	const shares = new Float64Array(vocabulary.stems.length);
	vocabulary.stemOfKey.forEach((stem, word) => {
		const row = vectorRow[word] ?? -1;
		if (row >= 0) shares[stem] = (shares[stem] ?? 0) + shareAt(row);
	});
	return shares;
}

/**
 * The word vectors come in the order of frequency. Zipf's law, with what falls off below it among rare words, fits 26,000
 * sentences of news (the training articles) within a third between the first word and the 25,000th.
 */
function shareAt(row: number): number {
	return 0.1 / ((row + 3) * (1 + (row / 15_000) ** 2));
}
