import { UserError } from '../errors.js';
import { findCandidates } from '../search/candidates.js';
import { isAnswered } from '../search/decide.js';
import type { Library } from '../search/library.js';
import { analyseQuery } from '../search/query.js';
import { rankCandidates } from '../search/ranker.js';
import { Scan } from '../search/scan.js';
import type { Answer } from './answer.js';
import { findPhrase, readPhrase } from './find-phrase.js';
import { resolveArticle, resolveSpeaker } from './resolve.js';
import { buildResult } from './result.js';

/** How many sentences an answer shows unless told otherwise. */
export const RESULTS_DEFAULT = 3;

/** A question, and where to look. */
export interface AskRequest {
	readonly question: string;
	/** Only what this person or organisation said; a name as a reader types it. */
	readonly speaker?: string | undefined;
	/** Id of the one article to look in; all when absent. */
	readonly article?: string | undefined;
	/** At most so many results, {@link RESULTS_DEFAULT} when absent. */
	readonly limit?: number | undefined;
}

/**
 * Finds the sentences that answer a question, or, for words between quotation marks and nothing else, those that hold
 * them.
 *
 * @returns The best first. `answered` is `false` when the articles do not say; the results are then the nearest
 * sentences, or none.
 * @throws {UserError} When the question has no words, or names an article or a speaker that does not exist.
 */
export function ask(library: Library, { question, speaker, article, limit = RESULTS_DEFAULT }: AskRequest): Answer {
	const query = analyseQuery(library, question);
	if (query.words.length === 0) throw new UserError('The question is empty. Ask it in words, such as "who said no?".');
	const place = resolveArticle(library, article);
	const wanted = resolveSpeaker(library, speaker);
	const number = wanted && library.speakers.indexOf(wanted);
	const isWanted = (sentence: number) => library.sentences.speaker[sentence] === number;
	const filter = number === null ? null : isWanted;
	const phrase = readPhrase(question);
	const holding = phrase === null ? [] : findPhrase(library, phrase, place, filter, limit);
	if (holding.length > 0) {
		return { answered: true, results: holding.map((sentence) => buildResult(library, { sentence, score: 0 })) };
	}
	const scan = new Scan(library, query);
	const candidates = findCandidates(library, query, scan, place, filter);
	const scope = place === null ? 'open' : 'closed';
	const ranked = rankCandidates(scan, candidates, scope);
	const answered = phrase === null && isAnswered(scan, ranked, scope);
	scan.release();
	return { answered, results: ranked.slice(0, limit).map((hit) => buildResult(library, hit)) };
}
