import { findQuotedStretches, type QuotedStretch } from '../text/find-quoted-stretches.js';
import { type Span, sliceSpan, spansOverlap } from '../text/span.js';
import { indexSpans, type SpanIndex } from '../text/span-index.js';
import type { AttributedArticle, Attribution } from './attribution.js';
import { isSpeech } from './is-speech.js';

/** What one source has to do with a sentence. */
export interface SpokenPart {
	/** The attribution of that source which has most of the sentence. */
	readonly main: Attribution;
	/** An editor gave words of the sentence to this source. */
	readonly corrected: boolean;
	/** What is measured, by name: shares of the sentence's letters and digits, and flags of 0 and 1. */
	readonly signs: Readonly<Record<string, number>>;
}

/**
 * Finds everybody who has words in a sentence, with all that bears on whether it is theirs. `The talks failed, Moe
 * said, adding that “nobody listened”` is Moe's, in two attributions.
 *
 * @returns One part for each speaker, and one for each attribution whose speaker is not known.
 */
export function findSpokenParts(attributed: AttributedArticle, sentence: Span): SpokenPart[] {
	const { contents, quotations } = indexOf(attributed);
	const bySource = new Map<string | Attribution, Attribution[]>();
	for (const attribution of new Set(contents.meeting(sentence).map((content) => content.attribution))) {
		const source = attribution.speaker ?? attribution;
		bySource.set(source, [...(bySource.get(source) ?? []), attribution]);
	}
	const scene = { text: attributed.article.text, sentence, quotations: quotations.meeting(sentence) };
	return [...bySource.values()].map((attributions) => describePart(scene, attributions));
}

interface Scene {
	readonly text: string;
	readonly sentence: Span;
	/** Those that the sentence has part of. */
	readonly quotations: readonly QuotedStretch[];
}

/** Sets a remark off from the sentence that reports something else: `…, saying that`. */
const PARTICIPLE = /^\p{L}+ing\b/iu;
const PLAIN_CUE = /\b(?:said|says|say|told|tells|according|wrote|added)\b/i;

function describePart({ text, sentence, quotations }: Scene, attributions: readonly Attribution[]): SpokenPart {
	const letters = (spans: readonly Span[]) =>
		spans.reduce((total, span) => total + countLetters(text, clip(span, sentence)), 0);
	const all = Math.max(1, letters([sentence]));
	const main = attributions.reduce((most, each) => (letters(each.content) > letters(most.content) ? each : most));
	const content = attributions.flatMap((each) => each.content).filter((span) => spansOverlap(span, sentence));
	const sources = attributions.flatMap(({ source }) => source).filter((span) => spansOverlap(span, sentence));
	const cues = attributions.flatMap(({ cue }) => cue).filter((span) => spansOverlap(span, sentence));
	const covered = [...content, ...cues, ...sources];
	const first = Math.min(...covered.map(({ start }) => start));
	const last = Math.max(...covered.map(({ end }) => end));
	const quoted = letters(quotations.flatMap((quotation) => content.map((span) => clip(quotation, span))));
	const cue = main.cue.filter((span) => spansOverlap(span, sentence)).map((span) => sliceSpan(text, span));
	const opens = quotations.some(({ outer }) => outer.start === sentence.start);
	const signs = {
		one: 1,
		content: letters(content) / all,
		rest: 1 - letters(covered) / all,
		before: letters([{ start: sentence.start, end: first }]) / all,
		after: letters([{ start: last, end: sentence.end }]) / all,
		quoted: quoted / all,
		quotedLetters: Math.log1p(quoted),
		letters: Math.log(all),
		opens: flag(opens && quoted > 0),
		starts: flag(content.some(({ start }) => letters([{ start: sentence.start, end: start }]) === 0)),
		speech: flag(isSpeech(text, main)),
		participle: flag(PARTICIPLE.test(cue[0] ?? '')),
		cue: flag(cue.length > 0),
		source: flag(sources.length > 0),
		plain: flag(cue.some((words) => PLAIN_CUE.test(words))),
		several: flag(attributions.length > 1),
		confidence: main.confidence,
		nameless: flag(main.speaker === null),
	};
	const kind = quoted > 0 ? 'quoted' : 'reported';
	return {
		main,
		corrected: attributions.some(({ basis }) => basis === 'correction'),
		signs: Object.fromEntries(Object.entries(signs).map(([sign, value]) => [`${kind} ${sign}`, value])),
	};
}

const flag = (holds: boolean): number => (holds ? 1 : 0);

/** @returns The part of `span` within `limits`, empty where they do not meet. */
function clip(span: Span, limits: Span): Span {
	const start = Math.max(span.start, limits.start);
	return { start, end: Math.max(start, Math.min(span.end, limits.end)) };
}

const countLetters = (text: string, { start, end }: Span): number =>
	text.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0;

interface ArticleIndex {
	readonly contents: SpanIndex<Span & { readonly attribution: Attribution }>;
	readonly quotations: SpanIndex<QuotedStretch>;
}

/** An article is indexed once, not for every sentence; nothing keeps it alive for that. */
const indexes = new WeakMap<AttributedArticle, ArticleIndex>();

function indexOf(attributed: AttributedArticle): ArticleIndex {
	let index = indexes.get(attributed);
	if (!index) {
		const { article, attributions } = attributed;
		index = {
			contents: indexSpans(
				attributions.flatMap((attribution) => attribution.content.map((span) => ({ ...span, attribution }))),
			),
			quotations: indexSpans(findQuotedStretches(article.text, article.paragraphs)),
		};
		indexes.set(attributed, index);
	}
	return index;
}
