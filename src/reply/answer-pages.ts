import { BODY_MAX, SENTENCES_PER_PAGE } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import { renderQuote, renderWhere, renderWho } from './render-sentence.js';
import type { ShownSentence } from './shown-sentence.js';

/** The heading may take this much of a message, so that a sentence always has room. */
export const HEADING_MAX = 350;

const ROOM = BODY_MAX - HEADING_MAX;

/**
 * Deals the sentences out to pages that each fit a message: at most three, best first, whole. A sentence too long for any
 * message has a page to itself.
 */
export function dealPages(t: Translate, shown: readonly ShownSentence[]): ShownSentence[][] {
	const pages: ShownSentence[][] = [];
	for (const one of shown) {
		const page = pages.at(-1);
		if (page && page.length < SENTENCES_PER_PAGE && renderSentences(t, [...page, one]).length <= ROOM) page.push(one);
		else pages.push([one]);
	}
	return pages;
}

/**
 * The sentences of one page, each as a block quote with its source; those of one speaker, said in one way, stand
 * together above that speaker's name. A sentence too long for a message is cut between words, and a line says so.
 */
export function renderSentences(t: Translate, page: readonly ShownSentence[]): string {
	const groups = new Map<string, ShownSentence[]>();
	for (const one of page) {
		const key = one.result.speaker === null ? `${groups.size}` : renderWho(t, one.result);
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()].map((group) => renderGroup(t, group)).join('\n\n');
}

function renderGroup(t: Translate, group: readonly ShownSentence[]): string {
	const [best] = group;
	if (best === undefined) return '';
	const who = `— ${renderWho(t, best.result)}`;
	if (group.length > 1) {
		const quotes = group.map((one) => `${renderQuote(one.result.text).markup}\n${where(t, one)}`);
		return [...quotes, `${who} (${t('how.sentences', { count: group.length })})`].join('\n');
	}
	const note = (count: number) => `-# ${t('where.cut', { count })}`;
	const others = [who, where(t, best), note(best.result.text.length), ''].join('\n');
	const quote = renderQuote(best.result.text, ROOM - others.length);
	return [quote.markup, ...(quote.rest > 0 ? [note(quote.rest)] : []), who, where(t, best)].join('\n');
}

function where(t: Translate, { attributed, result }: ShownSentence): string {
	return renderWhere(t, attributed.article, result);
}
