import { BestNumbers } from './best-numbers.js';
import type { Library } from './library.js';
import { findPassages, type PassageScores } from './passage-search.js';
import type { Query } from './query.js';
import type { Scan } from './scan.js';
import type { SentenceTable } from './sentence-table.js';

/** Sentences that get a first look. */
const CANDIDATES_MAX = 100;
/** So many passages are read, the best first. */
const PASSAGES_MAX = 60;
/** Of an article longer than this, only the passages found are read. */
const ARTICLE_SENTENCES_MAX = 400;

// Used again from question to question: making them anew takes longer.
const bestPassages = new BestNumbers(PASSAGES_MAX);
const bestSentences = new BestNumbers(CANDIDATES_MAX);
/** Scores of the sentences of one passage, by their own words, and with all that speaks for them. */
let [own, all] = [new Float64Array(64), new Float64Array(64)];

/** Sentences that may answer, the best first, in columns. */
export interface Candidates {
	/** Their numbers. */
	readonly sentences: Uint32Array;
	/** BM25 of their own words. */
	readonly scores: Float32Array;
	/** Score of the passage of each, as share of the best passage's. */
	readonly passages: Float32Array;
	/** Score of the article of each, as share of the best article's. */
	readonly articles: Float32Array;
}

/**
 * Finds the sentences that may answer: MiniSearch finds the passages, and every sentence of the articles with the best
 * passages is scored.
 *
 * @param article - Number of the article to stay in; `null` for all.
 * @param isWanted - Other sentences are left out, however well they match.
 * @returns {@link CANDIDATES_MAX} at most.
 */
export function findCandidates(
	library: Library,
	query: Query,
	scan: Scan,
	article: number | null,
	isWanted: ((sentence: number) => boolean) | null = null,
): Candidates {
	return findPassages(library, query, isWanted, (found) => {
		return chooseSentences(library.sentences, scan, found, article, isWanted);
	});
}

function chooseSentences(
	table: SentenceTable,
	scan: Scan,
	found: PassageScores,
	article: number | null,
	isWanted: ((sentence: number) => boolean) | null,
): Candidates {
	const { articleOf, passageStart } = table;
	// Other articles are scored even when they are not asked for: the question may be about one of them.
	const isInScope = (passage: number) => articleOf[passageStart[passage] ?? 0] === article;
	bestPassages.offerEach(article === null ? found.passages : found.passages.filter(isInScope), found.scores);
	const passages = bestPassages.take();
	const bestPassage = found.scores[passages[0] ?? 0] || 1;
	const bestArticle = Math.max(1e-9, found.articleScores[found.articles[0] ?? 0] ?? 0);
	const articleShare = (sentence: number) => (found.articleScores[articleOf[sentence] ?? 0] ?? 0) / bestArticle;
	const whole = article === null ? found.articles : Uint32Array.of(article);
	for (const passage of listRead(table, passages, whole)) {
		const start = passageStart[passage] ?? 0;
		const end = passageStart[passage + 1] ?? 0;
		const shares = (4 * (found.scores[passage] ?? 0)) / bestPassage + 8 * articleShare(start);
		if (own.length < end - start)
			[own, all] = [new Float64Array(2 * (end - start)), new Float64Array(2 * (end - start))];
		scan.copyScores(own, start, end);
		for (let sentence = start, i = 0; sentence < end; sentence++, i++) {
			const before = i > 0 ? (own[i - 1] ?? 0) : 0;
			const after = sentence + 1 < end ? (own[i + 1] ?? 0) : 0;
			const isLeftOut = isWanted !== null && !isWanted(sentence);
			all[i] = isLeftOut ? Number.NEGATIVE_INFINITY : (own[i] ?? 0) + 0.4 * Math.max(before, after) + shares;
		}
		bestSentences.offerRun(start, all, end - start);
	}
	const sentences = bestSentences.take();
	const column = () => new Float32Array(sentences.length);
	const candidates: Candidates = { sentences, scores: column(), passages: column(), articles: column() };
	for (let place = 0; place < sentences.length; place++) {
		const sentence = sentences[place] ?? 0;
		candidates.scores[place] = scan.score(sentence);
		candidates.passages[place] = (found.scores[passageOf(passageStart, sentence)] ?? 0) / bestPassage;
		candidates.articles[place] = articleShare(sentence);
	}
	return candidates;
}

/** @returns The passages to read, ascending: those found, and all of whole articles unless they are too long. */
function listRead(
	{ articleOf, articleStart, passageStart }: SentenceTable,
	passages: Uint32Array,
	articles: Uint32Array,
): Uint32Array {
	const startOf = (article: number) => articleStart[article] ?? 0;
	const whole = articles.filter((article) => startOf(article + 1) - startOf(article) <= ARTICLE_SENTENCES_MAX);
	const read: number[] = [];
	for (const passage of passages) {
		if (!whole.includes(articleOf[passageStart[passage] ?? 0] ?? 0)) read.push(passage);
	}
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
