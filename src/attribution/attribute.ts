import type { Article } from '../article/article.js';
import type { Correction } from '../article/correction.js';
import type { Sentence } from '../text/sentence.js';
import type { Span } from '../text/span.js';
import { splitParagraphs } from '../text/split-paragraphs.js';
import { analyseText } from './analysed-text.js';
import { applyCorrections } from './apply-corrections.js';
import type { AttributedArticle, Attribution, Speaker } from './attribution.js';
import { findClaims } from './find-claims.js';
import { nameSpeakers } from './naming/name-speakers.js';

/** What {@link attribute} finds out about a text. */
export interface AttributedText {
	readonly sentences: readonly Sentence[];
	readonly attributions: readonly Attribution[];
	readonly speakers: readonly Speaker[];
}

/**
 * Finds who said what in a text: every quotation and every reported statement, with its cue, its source and the
 * source's canonical name.
 *
 * The same text gives the same result, whatever was read before. Nothing found gives empty lists; no text makes it
 * throw.
 *
 * @param paragraphs - In order, without overlap; the text's lines when absent.
 * @param corrections - What an editor says; overrides what is found.
 */
export function attribute(
	text: string,
	paragraphs: readonly Span[] = splitParagraphs(text, 'newline'),
	corrections: readonly Correction[] = [],
): AttributedText {
	const analysed = analyseText(text, paragraphs);
	const claims = findClaims(analysed);
	const named = applyCorrections(analysed, nameSpeakers(analysed, claims), corrections);
	return { sentences: analysed.sentences, ...named };
}

/** {@link attribute} for an article of the library. */
export function attributeArticle(article: Article): AttributedArticle {
	return { article, ...attribute(article.text, article.paragraphs, article.corrections) };
}
