import type { Library } from '../search/library.js';
import { at, KINDS } from '../search/sentence-table.js';
import type { Result } from './answer.js';
import { resolveArticle } from './resolve.js';
import { buildResult } from './result.js';

/**
 * Picks any quotation whose speaker is named; each is as likely as the others.
 *
 * @param article - Id of the one article to look in; all when absent.
 * @param random - From 0 to 1, 1 excluded.
 * @returns One result; an empty list when nobody is quoted.
 * @throws {UserError} When no article has that id.
 */
export function pickQuotation(library: Library, article?: string, random: () => number = Math.random): Result[] {
	const { count, articleStart, kind, speaker } = library.sentences;
	const place = resolveArticle(library, article);
	const start = place === null ? 0 : at(articleStart, place);
	const end = place === null ? count : at(articleStart, place + 1);
	const quotations: number[] = [];
	for (let sentence = start; sentence < end; sentence++) {
		const name = KINDS[at(kind, sentence)];
		if ((name === 'direct' || name === 'mixed') && (speaker[sentence] ?? -1) >= 0) quotations.push(sentence);
	}
	const picked = quotations[Math.floor(random() * quotations.length)];
	return picked === undefined ? [] : [buildResult(library, { sentence: picked, score: 0 })];
}
