import type { Article } from '../article/article.js';
import type { Sentence } from '../text/sentence.js';
import { overlapLength, type Span } from '../text/span.js';
import { splitParagraphs } from '../text/split-paragraphs.js';
import { analyseText } from './analysed-text.js';
import type { AttributedArticle, Attribution, SentenceAttribution, Speaker } from './attribution.js';
import { nameSpeakers } from './naming/name-speakers.js';
import { findClaimsByRules } from './rules/find-claims.js';

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
 */
export function attribute(
	text: string,
	paragraphs: readonly Span[] = splitParagraphs(text, 'newline'),
): AttributedText {
	const analysed = analyseText(text, paragraphs);
	const claims = findClaimsByRules(analysed);
	return { sentences: analysed.sentences, ...nameSpeakers(analysed, claims) };
}

/** {@link attribute} for an article of the library. */
export function attributeArticle(article: Article): AttributedArticle {
	return { article, ...attribute(article.text, article.paragraphs) };
}

/** Part of a sentence that has to be somebody's words for the whole sentence to be shown as theirs. */
const SHARE_MIN = 0.5;

/**
 * Says whose words a sentence is: the attribution whose content covers most of its characters, if that is half of them
 * or more. White space does not count.
 */
export function attributeSentence(attributed: AttributedArticle, sentence: Span): SentenceAttribution {
	const { article, attributions, speakers } = attributed;
	const all = inkOf(article.text, sentence);
	let best: Attribution | null = null;
	let most = 0;
	for (const attribution of attributions) {
		const first = attribution.content[0];
		if (!first || first.start >= sentence.end) continue;
		const ink = attribution.content.reduce((sum, span) => {
			if (overlapLength(span, sentence) === 0) return sum;
			const shared = { start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) };
			return sum + inkOf(article.text, shared);
		}, 0);
		if (ink > most) {
			most = ink;
			best = attribution;
		}
	}
	if (best === null || most < SHARE_MIN * all) return { kind: 'narration', attribution: null, speaker: null };
	const speaker = speakers.find(({ name }) => name === best.speaker) ?? null;
	return { kind: best.kind, attribution: best, speaker };
}

const inkOf = (text: string, { start, end }: Span): number => text.slice(start, end).replace(/\s+/g, '').length;
