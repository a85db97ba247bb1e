import { BestNumbers } from './best-numbers.js';
import type { Library } from './library.js';
import type { Query } from './query.js';
import type { SentenceTable } from './sentence-table.js';

/**
 * Postings that may be read for one question; the rarest terms come first. Measured at 20,000 sentences: 4,000 find no
 * more answers, 800 find two in a hundred fewer.
 */
const POSTINGS_MAX = 1_500;
/** So many passages of stems are kept, 12 bytes each. */
const KEPT_MAX = 200_000;
/** So many articles, those with the best passages, are worth reading as a whole. */
const ARTICLES_MAX = 4;

/** The passages that a question's words find, and what they say about their articles. */
export interface PassageScores {
	/** Their numbers, in no order. */
	readonly passages: readonly number[];
	/** By passage number; 0 where nothing was found. */
	readonly scores: Float64Array;
	/** By article number; the best passage tells most of what an article is about, the next two a half and a quarter. */
	readonly articleScores: Float64Array;
	/** The best articles first, {@link ARTICLES_MAX} at most. */
	readonly articles: Uint32Array;
}

/** The passages that hold one stem, and how MiniSearch scores each for it alone. */
interface StemPassages {
	readonly numbers: Uint32Array;
	readonly scores: Float64Array;
}

/** What is kept of a library from question to question. */
interface Kept {
	readonly byStem: Map<number, StemPassages>;
	size: number;
	/** By passage, 0 between questions: making as much room anew takes longer than a question. */
	readonly scores: Float64Array;
	/** By passage, terms held; 0 between questions. */
	readonly held: Uint8Array;
	/** By article, the scores of its three best passages; 0 between questions. */
	readonly best: Float64Array;
	/** By article; 0 between questions. */
	readonly articleScores: Float64Array;
}

const keptOf = new WeakMap<Library, Kept>();

/**
 * Finds the passages that hold a term of the question, scored as MiniSearch scores all of the terms together: the sum of
 * what it gives for each, times how many are held. Questions share most of their words, above all the frequent ones, so
 * it is asked stem by stem, and what it says is kept.
 *
 * @param isWanted - Passages with none of these sentences are left out; `null` for none.
 * @param use - What is done with them; they are good as long as it runs.
 */
export function findPassages<T>(
	library: Library,
	query: Query,
	isWanted: ((sentence: number) => boolean) | null,
	use: (found: PassageScores) => T,
): T {
	const kept = keptOfLibrary(library);
	const { scores, held } = kept;
	const passages: number[] = [];
	for (const [stem, weight] of chooseStems(library, query)) {
		const { numbers, scores: own } = searchStem(library, kept, stem);
		for (let i = 0; i < numbers.length; i++) {
			const passage = numbers[i] ?? 0;
			if (held[passage] === 0) passages.push(passage);
			held[passage] = (held[passage] ?? 0) + 1;
			scores[passage] = (scores[passage] ?? 0) + weight * (own[i] ?? 0);
		}
	}
	for (const passage of passages) {
		const isLeftOut = isWanted !== null && !holdsWanted(library.sentences, passage, isWanted);
		scores[passage] = isLeftOut ? 0 : (scores[passage] ?? 0) * (held[passage] ?? 0);
	}
	const found = isWanted === null ? passages : passages.filter((passage) => (scores[passage] ?? 0) > 0);
	const articles = scoreArticles(library.sentences, found, kept);
	try {
		return use({ passages: found, scores, articleScores: kept.articleScores, articles });
	} finally {
		clear(library.sentences, passages, kept);
	}
}

function holdsWanted(
	{ passageStart }: SentenceTable,
	passage: number,
	isWanted: (sentence: number) => boolean,
): boolean {
	for (let i = passageStart[passage] ?? 0; i < (passageStart[passage + 1] ?? 0); i++) if (isWanted(i)) return true;
	return false;
}

/** @returns Stem numbers with their weights; paraphrases find sentences in the passages, and no passages. */
function chooseStems({ vocabulary }: Library, query: Query): Map<number, number> {
	const weights = new Map<number, number>();
	const terms = query.terms.filter(({ isKnown }) => isKnown).sort((a, b) => b.rarity - a.rarity);
	let postings = 0;
	for (const [i, { stems: all, weights: own, strong }] of terms.entries()) {
		const stems = all.slice(0, strong);
		let cost = 0;
		for (const stem of stems) cost += vocabulary.sentencesWith[stem] ?? 0;
		// A frequent word adds little to two rare ones, and would cost most of the time.
		if (i >= 2 && postings + cost > POSTINGS_MAX) continue;
		postings += cost;
		stems.forEach((stem, k) => {
			weights.set(stem, Math.max(weights.get(stem) ?? 0, own[k] ?? 0));
		});
	}
	return weights;
}

function keptOfLibrary(library: Library): Kept {
	let kept = keptOf.get(library);
	if (!kept) {
		const passages = library.sentences.passageStart.length;
		const articles = library.sentences.articleStart.length;
		kept = {
			byStem: new Map(),
			size: 0,
			scores: new Float64Array(passages),
			held: new Uint8Array(passages),
			best: new Float64Array(BEST * articles),
			articleScores: new Float64Array(articles),
		};
		keptOf.set(library, kept);
	}
	return kept;
}

function searchStem(library: Library, kept: Kept, stem: number): StemPassages {
	let passages = kept.byStem.get(stem);
	if (!passages) {
		const found = library.passages.search(library.vocabulary.stems[stem] ?? '');
		passages = {
			numbers: Uint32Array.from(found, ({ id }) => id as number),
			scores: Float64Array.from(found, ({ score }) => score),
		};
		if (kept.size + found.length > KEPT_MAX) {
			kept.byStem.clear();
			kept.size = 0;
		}
		kept.byStem.set(stem, passages);
		kept.size += found.length;
	}
	return passages;
}

/** Of an article, so many of its passages tell what it is about. */
const BEST = 3;

/** Emptied by each question. */
const leading = new BestNumbers(ARTICLES_MAX);

/** Scores the articles of the passages. @returns The best of them. */
function scoreArticles(
	{ articleOf, passageStart }: SentenceTable,
	passages: readonly number[],
	{ scores, best, articleScores }: Kept,
): Uint32Array {
	const articles: number[] = [];
	for (const passage of passages) {
		const article = articleOf[passageStart[passage] ?? 0] ?? 0;
		const at = BEST * article;
		const score = scores[passage] ?? 0;
		if (best[at] === 0) articles.push(article);
		const first = best[at] ?? 0;
		const second = best[at + 1] ?? 0;
		const third = best[at + 2] ?? 0;
		if (score > first) {
			best[at] = score;
			best[at + 1] = first;
			best[at + 2] = second;
		} else if (score > second) {
			best[at + 1] = score;
			best[at + 2] = second;
		} else if (score > third) best[at + 2] = score;
	}
	for (const article of articles) {
		const at = BEST * article;
		articleScores[article] = (best[at] ?? 0) + (best[at + 1] ?? 0) / 2 + (best[at + 2] ?? 0) / 4;
	}
	leading.offerEach(articles, articleScores);
	return leading.take();
}

function clear(
	{ articleOf, passageStart }: SentenceTable,
	passages: readonly number[],
	{ scores, held, best, articleScores }: Kept,
): void {
	for (const passage of passages) {
		const article = articleOf[passageStart[passage] ?? 0] ?? 0;
		scores[passage] = 0;
		held[passage] = 0;
		articleScores[article] = 0;
		best.fill(0, BEST * article, BEST * (article + 1));
	}
}
