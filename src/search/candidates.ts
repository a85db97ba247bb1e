import type { Library } from './library.js';
import type { Query } from './query.js';
import type { Scan } from './scan.js';

/** Sentences that get a first look. */
const CANDIDATES_MAX = 100;
/** So many passages are read, the best first. */
const PASSAGES_MAX = 60;
/** So many articles, those with the best passages, are read as a whole. */
const WHOLE_ARTICLES = 4;
/** Of an article longer than this, only the passages found are read. */
const ARTICLE_SENTENCES_MAX = 400;
/**
 * Postings that MiniSearch may read for one question; the rarest terms come first. Measured at 20,000 sentences: 4,000
 * find no more answers, 800 find two in a hundred fewer.
 */
const POSTINGS_MAX = 1_500;

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
	const articleScores = new Map<number, number>();
	const passageScores = new Map<number, number>();
	const firsts = new Map<number, number>();
	// Other articles are looked at even when they are not asked for: the question may be about one of them.
	for (const { id, score } of findPassages(library, query, isWanted)) {
		const number = sentences.articleOf[sentences.passageStart[id] ?? 0] ?? 0;
		if (article === null || number === article) passageScores.set(id, score);
		const rank = firsts.get(number) ?? 0;
		firsts.set(number, rank + 1);
		// The best passage tells most of what an article is about, each further one half as much as the one before.
		articleScores.set(number, (articleScores.get(number) ?? 0) + score * 0.5 ** rank);
	}
	let bestArticle = 1e-9;
	for (const score of articleScores.values()) bestArticle = Math.max(bestArticle, score);
	const [bestPassage = 1] = passageScores.values();
	const runs = readRuns(library, passageScores, articleScores, article);
	const found: RankedCandidate[] = [];
	for (const passage of runs) {
		const start = sentences.passageStart[passage] ?? 0;
		const end = sentences.passageStart[passage + 1] ?? 0;
		const passageShare = (passageScores.get(passage) ?? 0) / bestPassage;
		const articleShare = (articleScores.get(sentences.articleOf[start] ?? 0) ?? 0) / bestArticle;
		let before = 0;
		for (let sentence = start; sentence < end; sentence++) {
			const { score } = scan.hits(sentence);
			const after = sentence + 1 < end ? scan.hits(sentence + 1).score : 0;
			const rank = score + 0.4 * Math.max(before, after) + 4 * passageShare + 8 * articleShare;
			before = score;
			if (isWanted !== null && !isWanted(sentence)) continue;
			const least = found.length < CANDIDATES_MAX ? Number.NEGATIVE_INFINITY : (found.at(-1)?.rank ?? 0);
			if (rank < least) continue;
			insert(found, { sentence, score, passage: passageShare, article: articleShare, rank });
			if (found.length > CANDIDATES_MAX) found.pop();
		}
	}
	return found;
}

interface RankedCandidate extends Candidate {
	readonly rank: number;
}

/** Puts a candidate in its place among others in order: the best first, of equals the one that stands first. */
function insert(found: RankedCandidate[], candidate: RankedCandidate): void {
	let low = 0;
	let high = found.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const other = found[middle] ?? candidate;
		if (other.rank > candidate.rank || (other.rank === candidate.rank && other.sentence < candidate.sentence))
			low = middle + 1;
		else high = middle;
	}
	found.splice(low, 0, candidate);
}

/** @returns The passages to read: the best found, and all of the articles that hold the best. */
function readRuns(
	{ sentences }: Library,
	passageScores: ReadonlyMap<number, number>,
	articleScores: ReadonlyMap<number, number>,
	article: number | null,
): Set<number> {
	const runs = new Set<number>();
	const best = [...articleScores].sort((a, b) => b[1] - a[1]).map(([number]) => number);
	for (const number of article === null ? best.slice(0, WHOLE_ARTICLES) : [article]) {
		const start = sentences.articleStart[number] ?? 0;
		const end = sentences.articleStart[number + 1] ?? 0;
		if (end - start > ARTICLE_SENTENCES_MAX) continue;
		const first = passageOf(sentences.passageStart, start);
		for (let passage = first; (sentences.passageStart[passage] ?? end) < end; passage++) runs.add(passage);
	}
	let left = PASSAGES_MAX;
	for (const passage of passageScores.keys()) {
		if (left-- <= 0) break;
		runs.add(passage);
	}
	return runs;
}

/** @returns The passages that hold a term of the question, best first. */
function findPassages(
	library: Library,
	query: Query,
	isWanted: ((sentence: number) => boolean) | null,
): { id: number; score: number }[] {
	const { vocabulary, sentences } = library;
	const weights = new Map<string, number>();
	const terms = [...query.terms].filter(({ isKnown }) => isKnown).sort((a, b) => b.rarity - a.rarity);
	let postings = 0;
	for (const [i, { alternatives }] of terms.entries()) {
		const cost = [...alternatives.keys()].reduce((sum, stem) => sum + (vocabulary.sentencesWith[stem] ?? 0), 0);
		// A frequent word adds little to two rare ones, and would cost most of the time.
		if (i >= 2 && postings + cost > POSTINGS_MAX) continue;
		postings += cost;
		for (const [stem, weight] of alternatives) {
			const word = vocabulary.stems[stem] ?? '';
			weights.set(word, Math.max(weights.get(word) ?? 0, weight));
		}
	}
	if (weights.size === 0) return [];
	const { passageStart } = sentences;
	const holdsWanted = ({ id }: { readonly id: number }) => {
		for (let i = passageStart[id] ?? 0; i < (passageStart[id + 1] ?? 0); i++) if (isWanted?.(i)) return true;
		return false;
	};
	const options = { boostTerm: (term: string) => weights.get(term) ?? 1 };
	const found = library.passages.search(
		[...weights.keys()].join(' '),
		isWanted ? { ...options, filter: (hit) => holdsWanted(hit as unknown as { id: number }) } : options,
	);
	return found.map(({ id, score }) => ({ id: id as number, score }));
}

/** @returns The passage that starts at or before the sentence and ends after it. */
export function passageOf(passageStart: Uint32Array, sentence: number): number {
	let low = 0;
	let high = passageStart.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((passageStart[middle] ?? 0) <= sentence) low = middle;
		else high = middle - 1;
	}
	return low;
}
