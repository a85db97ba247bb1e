import type { Result } from '../answer/answer.js';
import type { Article } from '../article/article.js';
import { BODY_MAX, SENTENCES_PER_PAGE } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import { renderQuote, renderWhere, renderWho } from './render-sentence.js';

/** A sentence to show, with the article that it is cut from. */
export interface ShownResult {
	readonly result: Result;
	readonly article: Article;
}

/** What stands above the sentences: our own markup, such as the question and "The articles don't say". */
export type Heading = string;

/** The heading may take this much, so that a sentence always has room. */
const HEADING_MAX = 400;

/**
 * The sentences as pages that each fit a message: at most three sentences, best first, whole. A sentence too long for
 * any message is cut between words, with a line that says how much follows.
 */
export function renderPages(t: Translate, heading: Heading, shown: readonly ShownResult[]): string[] {
	const room = BODY_MAX - HEADING_MAX;
	const pages: ShownResult[][] = [];
	for (const one of shown) {
		const page = pages.at(-1);
		if (page && page.length < SENTENCES_PER_PAGE && renderGroups(t, [...page, one], room).length <= room)
			page.push(one);
		else pages.push([one]);
	}
	return pages.map((page, index) => {
		const parts = [heading, renderGroups(t, page, room)];
		if (pages.length > 1) parts.push(`-# ${t('answer.page', { page: index + 1, pages: pages.length })}`);
		return parts.filter((part) => part !== '').join('\n\n');
	});
}

/** The sentences of one page; those of one speaker, said in one way, stand together above that speaker's name. */
function renderGroups(t: Translate, page: readonly ShownResult[], room: number): string {
	const groups = new Map<string, ShownResult[]>();
	for (const one of page) {
		const who = renderWho(t, one.result);
		const key = one.result.speaker === null ? `${groups.size}` : who;
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()].map((group) => renderGroup(t, group, room)).join('\n\n');
}

function renderGroup(t: Translate, group: readonly ShownResult[], room: number): string {
	const [best] = group;
	if (best === undefined) return '';
	const who = `— ${renderWho(t, best.result)}`;
	if (group.length > 1) {
		const sentences = group.map(
			(one) => `${renderQuote(one.result.text).markup}\n${renderWhere(t, one.article, one.result)}`,
		);
		return [...sentences, `${who} (${t('how.sentences', { count: group.length })})`].join('\n');
	}
	const where = renderWhere(t, best.article, best.result);
	const note = (count: number) => `-# ${t('where.cut', { count })}`;
	const quote = renderQuote(best.result.text, room - [who, where, note(best.result.text.length), ''].join('\n').length);
	return [quote.markup, ...(quote.rest > 0 ? [note(quote.rest)] : []), who, where].join('\n');
}
