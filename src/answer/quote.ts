import { findCandidates } from '../search/candidates.js';
import type { Library } from '../search/library.js';
import { analyseQuery } from '../search/query.js';
import { type RankedSentence, rankCandidates } from '../search/ranker.js';
import { Scan } from '../search/scan.js';
import { KINDS } from '../search/sentence-table.js';
import type { LibrarySpeaker } from '../search/speakers.js';
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
	/** What the articles report of the speaker in their own words, instead of quotations. */
	readonly reported?: boolean | undefined;
}

/**
 * Finds sentences that quote somebody, whole or in part.
 *
 * @returns The best first when a subject is given, else in the order of the articles; an empty list when nobody is
 * quoted so.
 * @throws {UserError} When it names an article or a speaker that does not exist.
 */
export function quote(library: Library, request: QuoteRequest): Result[] {
	const { speaker, about, article, limit = RESULTS_DEFAULT, reported = false } = request;
	const place = resolveArticle(library, article);
	const wanted = resolveSpeaker(library, speaker);
	const number = wanted ? library.speakers.indexOf(wanted) : null;
	const { kind, speaker: speakerOf } = library.sentences;
	const isQuoting = (sentence: number) => {
		const name = KINDS[kind[sentence] ?? 0];
		return (name === 'direct' || name === 'mixed') && (number === null || speakerOf[sentence] === number);
	};
	const reporting = reported && wanted ? findReporting(library, wanted) : null;
	const isWanted = reporting ? (sentence: number) => reporting.has(sentence) : isQuoting;
	const found = about?.trim()
		? rankAbout(library, about, place, isWanted, limit)
		: listAll(library, place, isWanted, limit);
	return found.slice(0, limit).map((hit) => buildResult(library, hit));
}

/** Sentences that report words of the speaker, those too that say by themselves whose they are ("the union said"). */
function findReporting({ articles, sentences }: Library, speaker: LibrarySpeaker): Set<number> {
	const found = new Set<number>();
	for (const article of speaker.articles) {
		const attributed = articles[article];
		for (const { kind, speaker: name, content } of attributed?.attributions ?? []) {
			const start = content[0]?.start;
			if (kind !== 'reported' || start === undefined || !speaker.names.includes(name ?? '')) continue;
			const place = attributed?.sentences.findIndex(({ end }) => end > start) ?? -1;
			if (place >= 0) found.add((sentences.articleStart[article] ?? 0) + place);
		}
	}
	return found;
}

type Hit = Pick<RankedSentence, 'sentence' | 'score'>;

function rankAbout(
	library: Library,
	about: string,
	article: number | null,
	isWanted: (sentence: number) => boolean,
	limit: number,
): Hit[] {
	const query = analyseQuery(library, about);
	const scan = new Scan(library, query);
	const candidates = findCandidates(library, query, scan, article, (sentence) => {
		return isWanted(sentence) && scan.score(sentence) > 0;
	});
	const ranked = rankCandidates(scan, candidates, article === null ? 'open' : 'closed', limit);
	scan.release();
	return ranked;
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
