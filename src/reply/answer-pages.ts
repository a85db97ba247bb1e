import { BODY_MAX, SENTENCES_PER_PAGE } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import { renderQuote, renderWhere, renderWho } from './render-sentence.js';
import type { ShownSentence } from './shown-sentence.js';

/** The heading may take this much of a message, so that a sentence always has room. */
export const HEADING_MAX = 350;

const ROOM = BODY_MAX - HEADING_MAX;

/**
 * Deals the sentences out to pages that each fit a message: at most three, best first, whole. A sentence too long for any
 * message has a page to itself. On a page, those of one speaker stand together, in the order of the article.
 *
 * @param first - At most so many on the first page.
 */
export function dealPages(
	t: Translate,
	shown: readonly ShownSentence[],
	first: number = SENTENCES_PER_PAGE,
): ShownSentence[][] {
	const pages: ShownSentence[][] = [];
	for (const one of shown) {
		const page = pages.at(-1);
		const most = Math.min(pages.length === 1 ? first : SENTENCES_PER_PAGE, SENTENCES_PER_PAGE);
		if (page && page.length < most && renderSentences(t, [...page, one]).length <= ROOM) page.push(one);
		else pages.push([one]);
	}
	return pages.map((page) => groupBySpeaker(t, page).flat());
}

/**
 * The sentences of one page, each as a block quote with its source; those of one speaker, said in one way, stand
 * together above that speaker's name. A sentence too long for a message is cut between words, and a line says so.
 */
export function renderSentences(t: Translate, page: readonly ShownSentence[]): string {
	return groupBySpeaker(t, page)
		.map((group) => renderGroup(t, group))
		.join('\n\n');
}

function groupBySpeaker(t: Translate, page: readonly ShownSentence[]): ShownSentence[][] {
	const groups = new Map<string, ShownSentence[]>();
	for (const one of page) {
		const key = one.result.speaker === null ? `${groups.size}` : renderWho(t, one.result);
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()].map((group) => group.sort(byPlace));
}

function byPlace(a: ShownSentence, b: ShownSentence): number {
	return a.result.article === b.result.article ? a.sentence - b.sentence : 0;
}

function renderGroup(t: Translate, group: readonly ShownSentence[]): string {
	const [best] = group;
	if (best === undefined) return '';
	const who = `— ${renderWho(t, best.result)}`;
	if (group.length === 1) return renderAlone(t, best, who);
	const runs = runsOf(group);
	const quotes = runs.map((run) => `${renderQuote(textOf(run)).markup}\n${where(t, run[0] ?? best)}`);
	if (quotes.length === 1) return [renderQuote(textOf(group)).markup, who, where(t, best)].join('\n');
	return [...quotes, `${who} (${t('how.sentences', { count: group.length })})`].join('\n');
}

function renderAlone(t: Translate, shown: ShownSentence, who: string): string {
	const { text } = shown.result;
	const note = (count: number) => `-# ${t('where.cut', { count })}`;
	const others = [who, where(t, shown), note(text.length), ''].join('\n');
	const quote = renderQuote(text, ROOM - others.length);
	return [quote.markup, ...(quote.rest > 0 ? [note(quote.rest)] : []), who, where(t, shown)].join('\n');
}

/** Sentences that follow one another in one paragraph, together: they read on as the article prints them. */
function runsOf(group: readonly ShownSentence[]): ShownSentence[][] {
	const runs: ShownSentence[][] = [];
	for (const one of group) {
		const before = runs.at(-1)?.at(-1);
		const goesOn =
			before?.result.article === one.result.article &&
			before.sentence + 1 === one.sentence &&
			before.result.paragraph === one.result.paragraph;
		if (goesOn) runs.at(-1)?.push(one);
		else runs.push([one]);
	}
	return runs;
}

/** All of a run, with what stands between its sentences. */
function textOf(run: readonly ShownSentence[]): string {
	const [first, last] = [run[0], run.at(-1)];
	return first && last ? first.attributed.article.text.slice(first.result.start, last.result.end) : '';
}

function where(t: Translate, { attributed, result }: ShownSentence): string {
	return renderWhere(t, attributed.article, result);
}
