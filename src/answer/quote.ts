import type { AttributionKind } from '../attribution/attribution.js';
import { findCandidates } from '../search/candidates.js';
import type { Library } from '../search/library.js';
import { analyseQuery } from '../search/query.js';
import { type RankedSentence, rankCandidates } from '../search/ranker.js';
import { Scan } from '../search/scan.js';
import { KINDS } from '../search/sentence-table.js';
import type { Result } from './answer.js';
import { RESULTS_DEFAULT } from './ask.js';
import { resolveArticle, resolveSpeaker } from './resolve.js';
import { buildResult } from './result.js';

/** Whose quotations, and about what; all when both are absent. */
export interface QuoteRequest {
	/** A name as a reader types it. */
	readonly speaker?: string | undefined;
	readonly about?: string | undefined;
	/** Id of the one article to look in; all when absent. */
	readonly article?: string | undefined;
	/** At most so many results, {@link RESULTS_DEFAULT} when absent. */
	readonly limit?: number | undefined;
	/** Sentences of these kinds; those that quote, whole or in part, when absent. */
	readonly kinds?: readonly AttributionKind[] | undefined;
}

const QUOTED: readonly AttributionKind[] = ['direct', 'mixed'];

/**
 * Finds sentences that quote somebody, whole or in part.
 *
 * @returns The best first when a subject is given, else in the order of the articles; an empty list when nobody is
 * quoted so.
 * @throws {UserError} When it names an article or a speaker that does not exist.
 */
export function quote(library: Library, request: QuoteRequest): Result[] {
	const { speaker, about, article, limit = RESULTS_DEFAULT, kinds = QUOTED } = request;
	const place = resolveArticle(library, article);
	const wanted = resolveSpeaker(library, speaker);
	const number = wanted ? library.speakers.indexOf(wanted) : null;
	const { kind, speaker: speakerOf } = library.sentences;
	const isWanted = (sentence: number) => {
		const name = KINDS[kind[sentence] ?? 0];
		return kinds.some((wanted) => wanted === name) && (number === null || speakerOf[sentence] === number);
	};
	const found = about?.trim() ? rankAbout(library, about, place, isWanted) : listAll(library, place, isWanted, limit);
	return found.slice(0, limit).map((hit) => buildResult(library, hit));
}

type Hit = Pick<RankedSentence, 'sentence' | 'score'>;

function rankAbout(
	library: Library,
	about: string,
	article: number | null,
	isWanted: (sentence: number) => boolean,
): Hit[] {
	const query = analyseQuery(library, about);
	const scan = new Scan(library, query);
	const candidates = findCandidates(library, query, scan, article, isWanted).filter(({ score }) => score > 0);
	return rankCandidates(scan, candidates, article === null ? 'open' : 'closed');
}

function listAll(
	{ sentences }: Library,
	article: number | null,
	isWanted: (sentence: number) => boolean,
	limit: number,
): Hit[] {
	const found: Hit[] = [];
	const start = article === null ? 0 : (sentences.articleStart[article] ?? 0);
	const end = article === null ? sentences.count : (sentences.articleStart[article + 1] ?? 0);
	for (let sentence = start; sentence < end && found.length < limit; sentence++) {
		if (isWanted(sentence)) found.push({ sentence, score: 0 });
	}
	return found;
}
