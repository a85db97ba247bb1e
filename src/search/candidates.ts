import { BestNumbers } from './best-numbers.js';
import type { Library } from './library.js';
import { findPassages } from './passage-search.js';
import type { Query } from './query.js';
import type { Scan } from './scan.js';
import type { SentenceTable } from './sentence-table.js';

/** Sentences that get a first look. */
const CANDIDATES_MAX = 100;
/** So many passages are read, the best first. */
const PASSAGES_MAX = 60;
/** So many articles, those with the best passages, are read as a whole. */
const WHOLE_ARTICLES = 4;
/** Of an article longer than this, only the passages found are read. */
const ARTICLE_SENTENCES_MAX = 400;

/** A sentence that may answer. */
export interface Candidate {
	readonly sentence: number;
	/** BM25 of its own words. */
	readonly score: number;
	/** Score of its passage, as share of the best passage's. */
	readonly passage: number;
	/** Score of its article, as share of the best article's. */
	readonly article: number;
}

/**
 * Finds the sentences that may answer: MiniSearch finds the passages, and every sentence of the articles with the best
 * passages is scored.
 *
 * @param article - Number of the article to stay in; `null` for all.
 * @param isWanted - Other sentences are left out, however well they match.
 * @returns The best first, {@link CANDIDATES_MAX} at most.
 */
export function findCandidates(
	library: Library,
	query: Query,
	scan: Scan,
	article: number | null,
	isWanted: ((sentence: number) => boolean) | null = null,
): Candidate[] {
	const { sentences } = library;
	const { articleOf, passageStart } = sentences;
	const { passages, scores } = findPassages(library, query, isWanted);
	// Other articles are looked at even when they are not asked for: the question may be about one of them.
	const articleScores = scoreArticles(sentences, passages, scores);
	const inScope = passages.filter((passage) => article === null || articleOf[passageStart[passage] ?? 0] === article);
	const bestPassage = scores[inScope[0] ?? 0] || 1;
	const bestArticle = articleScores.reduce((best, score) => Math.max(best, score), 1e-9);
	const passageShare = (passage: number) => (scores[passage] ?? 0) / bestPassage;
	const articleShare = (passage: number) =>
		(articleScores[articleOf[passageStart[passage] ?? 0] ?? 0] ?? 0) / bestArticle;
	const whole = article === null ? listBest(articleScores, WHOLE_ARTICLES) : [article];
	const best = new BestNumbers(CANDIDATES_MAX);
	for (const passage of listRead(sentences, inScope.slice(0, PASSAGES_MAX), whole)) {
		const start = passageStart[passage] ?? 0;
		const end = passageStart[passage + 1] ?? 0;
		const shares = 4 * passageShare(passage) + 8 * articleShare(passage);
		let before = 0;
		let score = scan.score(start);
		for (let sentence = start; sentence < end; sentence++) {
			const after = sentence + 1 < end ? scan.score(sentence + 1) : 0;
			if (isWanted === null || isWanted(sentence)) {
				best.offer(sentence, score + 0.4 * Math.max(before, after) + shares);
			}
			before = score;
			score = after;
		}
	}
	return best.list().map((sentence) => {
		const passage = passageOf(passageStart, sentence);
		return {
			sentence,
			score: scan.score(sentence),
			passage: passageShare(passage),
			article: articleShare(passage),
		};
	});
}

/** @returns By article number; the best passage tells most of what an article is about, each further one half as much. */
function scoreArticles(
	{ articleOf, articleStart, passageStart }: SentenceTable,
	passages: readonly number[],
	scores: Float64Array,
): Float64Array {
	const sums = new Float64Array(articleStart.length);
	const factors = new Float64Array(articleStart.length).fill(1);
	for (const passage of passages) {
		const article = articleOf[passageStart[passage] ?? 0] ?? 0;
		const factor = factors[article] ?? 0;
		sums[article] = (sums[article] ?? 0) + factor * (scores[passage] ?? 0);
		factors[article] = factor / 2;
	}
	return sums;
}

/** @returns The places of the highest scores above 0, the best first. */
function listBest(scores: Float64Array, most: number): number[] {
	const best = new BestNumbers(most);
	for (let place = 0; place < scores.length; place++) {
		const score = scores[place] ?? 0;
		if (score > 0) best.offer(place, score);
	}
	return best.list();
}

/** @returns The passages to read, ascending: those found, and all of whole articles unless they are too long. */
function listRead(
	{ articleOf, articleStart, passageStart }: SentenceTable,
	passages: readonly number[],
	articles: readonly number[],
): Uint32Array {
	const startOf = (article: number) => articleStart[article] ?? 0;
	const whole = articles.filter((article) => startOf(article + 1) - startOf(article) <= ARTICLE_SENTENCES_MAX);
	const read = passages.filter((passage) => !whole.includes(articleOf[passageStart[passage] ?? 0] ?? 0));
	for (const article of whole) {
		const end = startOf(article + 1);
		const first = passageOf(passageStart, startOf(article));
		for (let passage = first; (passageStart[passage] ?? end) < end; passage++) read.push(passage);
	}
	return new Uint32Array(read).sort();
}

/** @returns The passage that starts at or before the sentence and ends after it. */
function passageOf(passageStart: Uint32Array, sentence: number): number {
	let low = 0;
	let high = passageStart.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((passageStart[middle] ?? 0) <= sentence) low = middle;
		else high = middle - 1;
	}
	return low;
}
