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
	/** Whether any of it stands between quotation marks, which decides how much each sign weighs. */
	readonly manner: 'quoted' | 'reported';
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
		const known = bySource.get(source);
		if (known) known.push(attribution);
		else bySource.set(source, [attribution]);
	}
	if (bySource.size === 0) return [];
	const { text } = attributed.article;
	const opens = quotations.meeting(sentence)[0]?.outer.start === sentence.start;
	const scene = { text, sentence, quotations, opens, lettersOf: createLetterCounter(text, sentence) };
	return [...bySource.values()].map((attributions) => describePart(scene, attributions));
}

interface Scene {
	readonly text: string;
	readonly sentence: Span;
	/** Those of the article. */
	readonly quotations: SpanIndex<QuotedStretch>;
	/** The sentence begins with an opening mark. */
	readonly opens: boolean;
	/** Letters and digits in what the sentence has of a span. */
	readonly lettersOf: (span: Span) => number;
}

/** Sets a remark off from the sentence that reports something else: `…, saying that`. */
const PARTICIPLE = /^\p{L}+ing\b/iu;
const PLAIN_CUE = /\b(?:said|says|say|told|tells|according|wrote|added)\b/i;

function describePart(scene: Scene, attributions: readonly Attribution[]): SpokenPart {
	const { text, sentence, quotations, opens, lettersOf } = scene;
	const letters = (spans: readonly Span[]) => spans.reduce((total, span) => total + lettersOf(span), 0);
	const all = Math.max(1, letters([sentence]));
	const sizes = attributions.map((each) => letters(each.content));
	const main = attributions[sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size)))] as Attribution;
	const content = attributions.flatMap((each) => each.content).filter((span) => spansOverlap(span, sentence));
	const sources = attributions.flatMap(({ source }) => source).filter((span) => spansOverlap(span, sentence));
	const cues = attributions.flatMap(({ cue }) => cue).filter((span) => spansOverlap(span, sentence));
	const covered = [...content, ...cues, ...sources];
	const first = firstStart(covered);
	const last = covered.reduce((end, span) => Math.max(end, span.end), 0);
	const quoted = letters(content.flatMap((span) => quotations.meeting(span).map((quotation) => clip(quotation, span))));
	const cue = main.cue.filter((span) => spansOverlap(span, sentence)).map((span) => sliceSpan(text, span));
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
		starts: flag(letters([{ start: sentence.start, end: firstStart(content) }]) === 0),
		speech: flag(isSpeech(text, main)),
		participle: flag(PARTICIPLE.test(cue[0] ?? '')),
		cue: flag(cue.length > 0),
		source: flag(sources.length > 0),
		plain: flag(cue.some((words) => PLAIN_CUE.test(words))),
		several: flag(attributions.length > 1),
		confidence: main.confidence,
		nameless: flag(main.speaker === null),
	};
	return {
		main,
		corrected: attributions.some(({ basis }) => basis === 'correction'),
		manner: quoted > 0 ? 'quoted' : 'reported',
		signs,
	};
}

const firstStart = (spans: readonly Span[]): number =>
	spans.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY);

const flag = (holds: boolean): number => (holds ? 1 : 0);

/** @returns The part of `span` within `limits`, empty where they do not meet. */
function clip(span: Span, limits: Span): Span {
	const start = Math.min(Math.max(span.start, limits.start), limits.end);
	return { start, end: Math.max(start, Math.min(span.end, limits.end)) };
}

/** Reads the sentence once, whatever is asked of it: a sentence may be everybody's, part by part. */
function createLetterCounter(text: string, sentence: Span): Scene['lettersOf'] {
	const before = new Uint32Array(sentence.end - sentence.start + 1);
	for (let i = sentence.start; i < sentence.end; i++) {
		const at = i - sentence.start;
		before[at + 1] = (before[at] as number) + (isLetterOrDigit(text, i) ? 1 : 0);
	}
	return (span) => {
		const { start, end } = clip(span, sentence);
		return (before[end - sentence.start] as number) - (before[start - sentence.start] as number);
	};
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function isLetterOrDigit(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code);
	// The second half of a character has been counted with the first.
	return !(code >= 0xdc00 && code <= 0xdfff) && LETTER_OR_DIGIT.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

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
