import { type Audience, deleteButtons, encodeState, PREFIX } from './answer-message.js';
import type { Verdict } from './check-reply.js';
import { button, buttonRows } from './components.js';
import { BODY_MAX } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import type { Reply, Row } from './reply.js';
import type { SentenceRefs } from './sentence-ref.js';
import type { ShownSentence } from './shown-sentence.js';

/** A first message and four that follow it: as many as an app that is not of the place may send. */
const MESSAGES_MAX = 5;

/**
 * Verdicts in the order of the text, each whole, in as few messages as hold them.
 *
 * @param unchecked - How many statements were too many to look at.
 */
export function verdictMessages(
	t: Translate,
	refs: SentenceRefs,
	verdicts: readonly Verdict[],
	unchecked: number,
	audience: Audience,
): Reply[] {
	const messages: { parts: string[]; evidence: ShownSentence[] }[] = [];
	let left = unchecked;
	for (const { content, evidence } of verdicts) {
		const last = messages.at(-1);
		if (last && [...last.parts, content].join('\n\n').length <= BODY_MAX) {
			last.parts.push(content);
			last.evidence.push(...evidence);
		} else if (messages.length < MESSAGES_MAX) {
			messages.push({ parts: [content], evidence: [...evidence] });
		} else {
			left += 1;
		}
	}
	if (left > 0) messages.at(-1)?.parts.push(`-# ${t('check.rest', { count: left })}`);
	return messages.map(({ parts, evidence }) => ({
		content: parts.join('\n\n'),
		rows: verdictRows(t, refs, evidence, audience),
	}));
}

/** The buttons under verdicts. `shared`: they were posted from here already. */
export function verdictRows(
	t: Translate,
	refs: SentenceRefs,
	evidence: readonly ShownSentence[],
	audience: Audience,
	shared = false,
): Row[] {
	const id = (prefix: string) => encodeState(refs, prefix, { page: 0, places: evidence });
	const context = evidence.length > 0 ? [button(id(PREFIX.context), t('button.context'))] : [];
	const share = audience === 'private' ? [button(id(PREFIX.shareVerdict), t('button.share'), shared)] : [];
	return buttonRows([...context, ...share, ...deleteButtons(t, audience)]);
}
