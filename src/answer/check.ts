import { UserError } from '../errors.js';
import { findCandidates } from '../search/candidates.js';
import type { Library } from '../search/library.js';
import { analyseQuery } from '../search/query.js';
import { Scan } from '../search/scan.js';
import { at } from '../search/sentence-table.js';
import type { Span } from '../text/span.js';
import type { Excerpt, Result } from './answer.js';
import { decideVerdict, rateVerdicts, type Verdict } from './check/decide.js';
import type { DifferenceKind } from './check/difference.js';
import { type Evidence, rankEvidence } from './check/rank-evidence.js';
import { type ReadSentence, readArticle } from './check/read-article.js';
import { readForComparing } from './check/read-text.js';
import { resolveArticle } from './resolve.js';
import { buildResult } from './result.js';

/** A statement to check, and where to look. */
export interface CheckRequest {
	readonly claim: string;
	/** Id of the one article to look in; all when absent. */
	readonly article?: string | undefined;
	/** At most so many sentences as evidence, {@link EVIDENCE_DEFAULT} when absent. */
	readonly limit?: number | undefined;
}

/** A conflict between the claim and the first sentence of the evidence, each with its own words. */
export interface Difference {
	readonly kind: DifferenceKind;
	/** A span of the claim as given. */
	readonly claim: Excerpt;
	/** A span of the article's text. */
	readonly article: Excerpt;
}

/** What `check` gives back. It seems so to a machine: evidence comes first, and a reader decides. */
export interface ClaimCheck {
	readonly verdict: Verdict;
	/** Best first; with the verdict `not-covered` the nearest sentences. Empty when no article shares a word. */
	readonly evidence: readonly Result[];
	/** Strongest first; never empty when the verdict is `contradicted`, empty otherwise. */
	readonly differences: readonly Difference[];
}

/** Sentences of evidence shown unless told otherwise. */
export const EVIDENCE_DEFAULT = 3;
/** Sentences of many articles that are set against a claim, those that searching finds first. */
const SENTENCES_MAX = 60;
/** More conflicts than this in one sentence confuse. */
const DIFFERENCES_MAX = 3;

/**
 * Says whether the articles support a claim, contradict it, or do not cover it, with the sentences to judge by.
 *
 * `contradicted` needs a conflict that can be pointed at; `supported` needs the claim's words to be covered; what is
 * neither, or in doubt, is `not-covered`. Who says a sentence is part of the evidence: something that an article
 * reports somebody to have said is not the article's own statement.
 *
 * @throws {UserError} When the claim has no words, or names an article that does not exist.
 */
export function check(library: Library, { claim, article, limit = EVIDENCE_DEFAULT }: CheckRequest): ClaimCheck {
	const read = readForComparing(claim);
	if (read.terms.length === 0) throw new UserError('The claim is empty. Give a statement, such as "the talks began".');
	const evidence = rankEvidence(read, listSentences(library, claim, resolveArticle(library, article)));
	if (evidence.length === 0) return { verdict: 'not-covered', evidence: [], differences: [] };
	// The verdict was learned on the sentences of one article: what others say about other things would count against it.
	const own = evidence.filter((one) => one.read.article === evidence[0]?.read.article);
	const verdict = decideVerdict(rateVerdicts(read, own), own);
	return {
		verdict,
		evidence: evidence
			.slice(0, limit)
			.map(({ read: sentence, score }) => buildResult(library, { sentence: numberOf(library, sentence), score })),
		differences: verdict === 'contradicted' && evidence[0] ? listDifferences(claim, evidence[0]) : [],
	};
}

/** All sentences of the one article, or those that searching finds. */
function listSentences(library: Library, claim: string, article: number | null): readonly ReadSentence[] {
	const { sentences } = library;
	if (article !== null) return readSentences(library, article);
	const query = analyseQuery(library, claim);
	if (query.words.length === 0) return [];
	const found = findCandidates(library, query, new Scan(library, query), null).sentences.subarray(0, SENTENCES_MAX);
	return Array.from(found).flatMap((sentence) => {
		const number = at(sentences.articleOf, sentence);
		return readSentences(library, number)[sentence - at(sentences.articleStart, number)] ?? [];
	});
}

function readSentences(library: Library, article: number): readonly ReadSentence[] {
	const attributed = library.articles[article];
	return attributed ? readArticle(attributed) : [];
}

function numberOf(library: Library, { article, index }: ReadSentence): number {
	return at(library.sentences.articleStart, library.articleNumbers.get(article.article.id) ?? 0) + index;
}

function listDifferences(claim: string, { read, comparison }: Evidence): Difference[] {
	const { text } = read.article.article;
	const cut = (from: string, { start, end }: Span): Excerpt => ({ start, end, text: from.slice(start, end) });
	// Another word in a word's place is the weakest conflict: beside a number or a name it says nothing more.
	const clear = comparison.differences.filter(({ kind }) => kind !== 'word');
	const all = clear.length > 0 ? clear : [...comparison.differences];
	const shown: Difference[] = [];
	for (const { kind, claim: ours, article: theirs } of all.sort((a, b) => b.strength - a.strength)) {
		const again = shown.some((other) => other.claim.start < ours.end && ours.start < other.claim.end);
		if (!again && shown.length < DIFFERENCES_MAX)
			shown.push({ kind, claim: cut(claim, ours), article: cut(text, theirs) });
	}
	return shown;
}
