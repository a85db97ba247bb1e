import { renderSentences } from './answer-pages.js';
import { clip } from './clip.js';
import { inline } from './escape-text.js';
import { ALT_TEXT_MAX } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import { isDrawable } from './pictures/fonts.js';
import { CARD_WORDS_MAX, drawQuoteCard, type QuoteCard } from './pictures/quote-card.js';
import { describeWho, sourceParts } from './render-sentence.js';
import type { Reply } from './reply.js';
import type { ShownSentence } from './shown-sentence.js';

/**
 * A sentence as a picture, with the same in words above it; in words alone, and why, when it does not suit a picture.
 *
 * @returns Without buttons.
 */
export async function renderCard(t: Translate, shown: ShownSentence): Promise<Reply> {
	const content = renderSentences(t, [shown]);
	const card = describeCard(t, shown);
	if (card.words.length > CARD_WORDS_MAX) return { content: `${content}\n\n${t('card.too-long')}` };
	if (!isDrawable(Object.values(card).join(''))) return { content: `${content}\n\n${t('card.not-drawable')}` };
	const picture = { name: 'quotation.png', data: await drawQuoteCard(card), alt: describePicture(card) };
	return { content, attachments: [picture] };
}

function describeCard(t: Translate, { result, attributed: { article } }: ShownSentence): QuoteCard {
	const { name, description } = describeWho(t, result);
	return { words: result.text, speaker: name, description, source: sourceParts(t, article).map(inline).join(', ') };
}

/** The whole quotation, then who and where as far as there is room. */
function describePicture({ words, speaker, description, source }: QuoteCard): string {
	const rest = [speaker, description, source].filter((part) => part !== '').join(', ');
	return `${words} — ${clip(rest, ALT_TEXT_MAX - words.length - ' — '.length)}`;
}
