import type { Answer, Result } from '../answer/answer.js';
import { countLikely } from '../answer/count-likely.js';
import type { Library } from '../search/library.js';
import { HEADING_MAX } from './answer-pages.js';
import { escapeClipped } from './clip-markup.js';
import { SENTENCES_PER_PAGE } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import { type ShownSentence, showResults } from './shown-sentence.js';

/** An answer as a message shows it, page by page. */
export interface AnswerView {
	/** Our own markup without an empty line, such as the question; it stays as it is from page to page. */
	readonly heading: string;
	/** All sentences, best first. */
	readonly shown: readonly ShownSentence[];
	/** From 0. */
	readonly page: number;
	/** So many stand on the first page; as many as usual when absent. */
	readonly first?: number | undefined;
}

/** So many results are asked for: three full pages, whose sentences a button can name. */
export const RESULTS_MAX = 9;

/** More than this many nearest sentences would look like an answer. */
const NEAREST_MAX = 3;

/** The question, then the sentences that answer it; or that the articles do not say, and what comes nearest. */
export function viewAnswer(
	t: Translate,
	library: Library,
	question: string,
	{ answered, results }: Answer,
): AnswerView {
	const asked = `**${escapeClipped(question, 200)}**`;
	if (answered) {
		const likely = countLikely(results);
		const first = likely < Math.min(results.length, SENTENCES_PER_PAGE) ? likely : undefined;
		return { heading: asked, shown: showResults(library, results), page: 0, first };
	}
	const nearest = results.slice(0, NEAREST_MAX);
	const declined = `${t('answer.declined')} ${t(nearest.length > 0 ? 'answer.nearest' : 'answer.list')}`;
	return { heading: `${asked}\n${declined}`, shown: showResults(library, nearest), page: 0 };
}

/** What was asked of quotations, and how it came out. */
export interface QuotationRequest {
	readonly speaker: string | undefined;
	readonly about: string | undefined;
	/** The speaker is not quoted, and these are what the articles report instead. */
	readonly reported: boolean;
}

/** What quotations were asked for, then the quotations. */
export function viewQuotations(
	t: Translate,
	library: Library,
	{ speaker, about, reported }: QuotationRequest,
	results: readonly Result[],
): AnswerView {
	const subject = speaker ? (about ? 'by-about' : 'by') : about ? 'about' : 'any';
	const key =
		results.length === 0
			? (`quote.none.${subject}` as const)
			: reported
				? (`quote.reported.${about ? 'by-about' : 'by'}` as const)
				: (`quote.found.${subject}` as const);
	return {
		heading: t(key, { speaker: name(speaker), about: name(about) }),
		shown: showResults(library, results),
		page: 0,
	};
}

function name(text: string | undefined): string {
	return escapeClipped(text ?? '', HEADING_MAX / 4);
}
