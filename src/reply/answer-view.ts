import type { Answer, Result } from '../answer/answer.js';
import type { Library } from '../search/library.js';
import { HEADING_MAX } from './answer-pages.js';
import { escapeClipped } from './clip-markup.js';
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
	if (answered) return { heading: asked, shown: showResults(library, results), page: 0 };
	const nearest = results.slice(0, NEAREST_MAX);
	const declined = nearest.length > 0 ? `${t('answer.declined')} ${t('answer.nearest')}` : t('answer.declined');
	return { heading: `${asked}\n${declined}`, shown: showResults(library, nearest), page: 0 };
}

/** What quotations were asked for, then the quotations. */
export function viewQuotations(
	t: Translate,
	library: Library,
	{ speaker, about }: { readonly speaker: string | undefined; readonly about: string | undefined },
	results: readonly Result[],
): AnswerView {
	const names = { speaker: name(speaker), about: name(about) };
	const [key, values] = results.length === 0 ? (['quote.none', {}] as const) : headingOf();
	return { heading: `**${t(key, values)}**`, shown: showResults(library, results), page: 0 };

	function headingOf() {
		if (speaker && about) return ['quote.by-about', names] as const;
		if (speaker) return ['quote.by', names] as const;
		return about ? (['quote.about', names] as const) : (['quote.random', {}] as const);
	}
}

function name(text: string | undefined): string {
	return escapeClipped(text ?? '', HEADING_MAX / 4);
}
