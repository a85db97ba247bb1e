import { type Audience, deleteButtons, encodeState, PREFIX } from './answer-message.js';
import { renderCard } from './card-reply.js';
import { button, buttonRows } from './components.js';
import { renderContext } from './context-reply.js';
import { BUTTONS_PER_ROW_MAX } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import type { Reply, Row } from './reply.js';
import type { SentenceRefs } from './sentence-ref.js';
import type { ShownSentence } from './shown-sentence.js';

/** Sentences of which a message shows one at a time. */
export interface SentenceChoice {
	readonly shown: readonly ShownSentence[];
	/** The one that is shown. */
	readonly index: number;
}

/** The passage around one of the sentences, with buttons for the others. */
export function contextMessage(t: Translate, refs: SentenceRefs, choice: SentenceChoice): Reply {
	const shown = choice.shown[choice.index] ?? choice.shown[0];
	if (!shown) return { content: t('error.changed') };
	return { ...renderContext(t, shown), rows: choiceRows(t, refs, PREFIX.around, choice) };
}

/** A card of one of the sentences; alone with buttons for the others, and to share it. */
export async function cardMessage(
	t: Translate,
	refs: SentenceRefs,
	choice: SentenceChoice,
	audience: Audience,
): Promise<Reply> {
	const shown = choice.shown[choice.index] ?? choice.shown[0];
	if (!shown) return { content: t('error.changed') };
	return { ...(await renderCard(t, shown)), rows: cardRows(t, refs, choice, audience) };
}

/** The buttons under a card. `shared`: it was posted from here already. */
export function cardRows(
	t: Translate,
	refs: SentenceRefs,
	choice: SentenceChoice,
	audience: Audience,
	shared = false,
): Row[] {
	const context = button(
		encodeState(refs, PREFIX.context, { page: choice.index, places: choice.shown }),
		t('button.context'),
	);
	if (audience !== 'private') return buttonRows([context, ...deleteButtons(t, audience)]);
	const share = encodeState(refs, PREFIX.shareCard, { page: choice.index, places: choice.shown });
	return [
		...choiceRows(t, refs, PREFIX.cardOf, choice),
		...buttonRows([context, button(share, t('button.share'), shared)]),
	];
}

function choiceRows(t: Translate, refs: SentenceRefs, prefix: string, { shown, index }: SentenceChoice): Row[] {
	if (shown.length < 2) return [];
	const buttons = shown.slice(0, BUTTONS_PER_ROW_MAX).map((_, number) => {
		const id = encodeState(refs, prefix, { page: number, places: shown });
		return button(id, t('button.sentence', { number: number + 1 }), number === index);
	});
	return buttonRows(buttons);
}
