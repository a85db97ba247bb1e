import type { APIButtonComponentWithCustomId } from 'discord.js';
import { dealPages, renderSentences } from './answer-pages.js';
import type { AnswerView } from './answer-view.js';
import { button, buttonRows } from './components.js';
import { CUSTOM_ID_MAX } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import type { Reply, Row } from './reply.js';
import type { SentencePlace, SentenceRefs } from './sentence-ref.js';

/** Who sees an answer: its reader alone, or all, and then `owner` may take it away. */
export type Audience = 'private' | { readonly owner: string };

/** What the buttons under an answer are made of, and what they give back when they are pressed. */
export interface AnswerState {
	readonly page: number;
	/** How many stand on the first page; as many as usual when absent. */
	readonly first?: number | undefined;
	readonly places: readonly SentencePlace[];
}

/** Names of the buttons in their `custom_id`. */
export const PREFIX = {
	context: 'context',
	around: 'around',
	more: 'more',
	share: 'share',
	card: 'card',
	cardOf: 'cardof',
	shareCard: 'sharecard',
	shareVerdict: 'shareverdict',
	delete: 'delete',
} as const;

/** Renders one page of an answer with its buttons. */
export function renderAnswer(t: Translate, refs: SentenceRefs, view: AnswerView, audience: Audience): Reply {
	const pages = dealPages(t, view.shown, view.first);
	const page = Math.min(view.page, Math.max(0, pages.length - 1));
	const label = view.first !== undefined && page > 0 ? t('answer.less-likely') : '';
	const parts = [view.heading, label, renderSentences(t, pages[page] ?? [])];
	// What stands out stands alone; `More` says that there is more.
	if (pages.length > 1 && (page > 0 || view.first === undefined))
		parts.push(`-# ${t('answer.page', { page: page + 1, pages: pages.length })}`);
	return {
		content: parts.filter((part) => part !== '').join('\n\n'),
		rows:
			pages.length === 0 ? buttonRows(deleteButtons(t, audience)) : answerRows(t, refs, { ...view, page }, audience),
	};
}

/** The buttons of one page. `shared`: it was posted from here already. */
export function answerRows(
	t: Translate,
	refs: SentenceRefs,
	{ shown, page, first }: Omit<AnswerView, 'heading'>,
	audience: Audience,
	shared = false,
): Row[] {
	const pages = dealPages(t, shown, first);
	const here = pages[page] ?? [];
	const state = (prefix: string, number: number, places: readonly SentencePlace[]) =>
		encodeState(refs, prefix, { page: number, first, places });
	const buttons: APIButtonComponentWithCustomId[] = [button(state(PREFIX.context, 0, here), t('button.context'))];
	if (audience === 'private' && page > 0) buttons.push(button(state(PREFIX.more, page - 1, shown), t('button.back')));
	if (page + 1 < pages.length) buttons.push(button(state(PREFIX.more, page + 1, shown), t('button.more')));
	if (audience === 'private') buttons.push(button(state(PREFIX.share, page, shown), t('button.share'), shared));
	const quotations = here.filter(({ result }) => result.kind === 'direct' || result.kind === 'mixed');
	if (quotations.length > 0) buttons.push(button(state(PREFIX.card, 0, quotations), t('button.card')));
	return buttonRows([...buttons, ...deleteButtons(t, audience)]);
}

/** The button with which the reader, or a moderator, takes a public answer away. */
export function deleteButtons(t: Translate, audience: Audience): APIButtonComponentWithCustomId[] {
	return audience === 'private' ? [] : [button(`${PREFIX.delete}:${audience.owner}`, t('button.delete'))];
}

/** `PREFIX:PAGE:REFS`, or `PREFIX:PAGE.FIRST:REFS`; the sentences that do not fit are left out, from the last. */
export function encodeState(refs: SentenceRefs, prefix: string, { page, first, places }: AnswerState): string {
	const start = `${prefix}:${page.toString(36)}${first === undefined ? '' : `.${first}`}:`;
	return start + refs.encode(places, CUSTOM_ID_MAX - start.length);
}

/** @returns `null` when the articles are not those that the button was made for. */
export function decodeState(refs: SentenceRefs, customId: string): AnswerState | null {
	const [, page = '', places = ''] = customId.split(':');
	const [number = '', first] = page.split('.');
	const decoded = refs.decode(places);
	return (
		decoded && {
			page: Number.parseInt(number, 36) || 0,
			first: first === undefined ? undefined : Number(first),
			places: decoded,
		}
	);
}

/** The heading of a message that {@link renderAnswer} made. */
export function headingOf(content: string): string {
	const [first = ''] = content.split('\n\n', 1);
	return first.startsWith('>') ? '' : first;
}
