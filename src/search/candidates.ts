import type { Library } from './library.js';
import type { PassageDocument } from './passages.js';
import type { Query } from './query.js';
import type { Scan } from './scan.js';
import { at } from './sentence-table.js';

/** Sentences that get a second look. Measured: 60 hold nine of ten right sentences of the news questions. */
const CANDIDATES_MAX = 60;
/** Of so many articles, those with the best passages, every sentence is scored. */
const ARTICLES_MAX = 12;
/** In an article longer than this, only the passages found are read. */
const ARTICLE_SENTENCES_MAX = 2_000;
/** Postings that MiniSearch may read for one question; the rarest terms come first. */
const POSTINGS_MAX = 4_000;

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
 * @param isWanted - Sentences to leave out otherwise, however well they match.
 * @returns The best first, {@link CANDIDATES_MAX} at most.
 */
export function findCandidates(
	library: Library,
	query: Query,
	scan: Scan,
	article: number | null,
	isWanted: (sentence: number) => boolean = () => true,
): Candidate[] {
	const passages = findPassages(library, query, article);
	const { sentences } = library;
	const articleScores = new Map<number, number>();
	const passageScores = new Map<number, number>();
	const firsts = new Map<number, number>();
	for (const { id, score } of passages) {
		passageScores.set(id, score);
		const number = at(sentences.articleOf, at(sentences.passageStart, id));
		const rank = firsts.get(number) ?? 0;
		firsts.set(number, rank + 1);
		// The best passage tells most of what an article is about, each further one half as much as the one before.
		articleScores.set(number, (articleScores.get(number) ?? 0) + score * 0.5 ** rank);
	}
	if (article !== null) articleScores.set(article, articleScores.get(article) ?? 1);
	const articles = [...articleScores].sort((a, b) => b[1] - a[1]).slice(0, ARTICLES_MAX);
	const bestArticle = articles[0]?.[1] ?? 1;
	const bestPassage = passages[0]?.score ?? 1;
	const found: (Candidate & { readonly rank: number })[] = [];
	for (const [number, articleScore] of articles) {
		const start = at(sentences.articleStart, number);
		const end = at(sentences.articleStart, number + 1);
		let passage = passageOf(sentences.passageStart, start);
		for (let sentence = start; sentence < end; sentence++) {
			while (at(sentences.passageStart, passage + 1) <= sentence) passage++;
			const passageScore = passageScores.get(passage) ?? 0;
			if (passageScore === 0 && end - start > ARTICLE_SENTENCES_MAX) {
				sentence = at(sentences.passageStart, passage + 1) - 1;
				continue;
			}
			if (!isWanted(sentence)) continue;
			const score = scan.score(sentence);
			const near =
				0.4 *
				Math.max(sentence > start ? scan.score(sentence - 1) : 0, sentence + 1 < end ? scan.score(sentence + 1) : 0);
			found.push({
				sentence,
				score,
				passage: passageScore / bestPassage,
				article: articleScore / bestArticle,
				rank:
					score + near + 4 * (passageScore / bestPassage) + (article === null ? 8 * (articleScore / bestArticle) : 0),
			});
		}
	}
	return found.sort((a, b) => b.rank - a.rank || a.sentence - b.sentence).slice(0, CANDIDATES_MAX);
}

/** @returns The passages that hold a term of the question, best first. */
function findPassages(library: Library, query: Query, article: number | null): { id: number; score: number }[] {
	const { vocabulary, sentences } = library;
	const weights = new Map<string, number>();
	const terms = [...query.terms].filter(({ isKnown }) => isKnown).sort((a, b) => b.rarity - a.rarity);
	let postings = 0;
	for (const [i, { alternatives }] of terms.entries()) {
		const cost = [...alternatives.keys()].reduce((sum, stem) => sum + at(vocabulary.sentencesWith, stem), 0);
		// A frequent word adds little to two rare ones, and would cost most of the time.
		if (i >= 2 && postings + cost > POSTINGS_MAX) continue;
		postings += cost;
		for (const [stem, weight] of alternatives) {
			const word = vocabulary.stems[stem] ?? '';
			weights.set(word, Math.max(weights.get(word) ?? 0, weight));
		}
	}
	if (weights.size === 0) return [];
	const inArticle = (id: number) => at(sentences.articleOf, at(sentences.passageStart, id)) === article;
	return library.passages.search([...weights.keys()].join(' '), {
		boostTerm: (term) => weights.get(term) ?? 1,
		...(article === null ? {} : { filter: ({ id }) => inArticle(id as number) }),
	}) as unknown as (PassageDocument & { score: number })[];
}

/** @returns The passage that starts at or before the sentence and ends after it. */
export function passageOf(passageStart: Uint32Array, sentence: number): number {
	let low = 0;
	let high = passageStart.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (at(passageStart, middle) <= sentence) low = middle;
		else high = middle - 1;
	}
	return low;
}
