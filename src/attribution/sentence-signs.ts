import type { QuotedStretch } from '../text/find-quoted-stretches.js';
import { clipSpan, type Span, sliceSpan, spansOverlap } from '../text/span.js';
import type { SpanIndex } from '../text/span-index.js';
import type { Attribution } from './attribution.js';
import { isSpeech } from './is-speech.js';

/** A sentence with what stands around it, as far as it bears on whose it is. */
export interface Scene {
	readonly text: string;
	readonly sentence: Span;
	/** Those of the article. */
	readonly quotations: SpanIndex<QuotedStretch>;
	/** The sentence begins with an opening mark. */
	readonly opens: boolean;
	/** The sentences beside it; `null` where it is the first or the last. */
	readonly before: Neighbour | null;
	readonly after: Neighbour | null;
	/** Letters and digits in what the sentence has of a span. */
	readonly lettersOf: (span: Span) => number;
}

/** The sentence before or after, with the share of it that each attribution has. */
export interface Neighbour {
	readonly sameParagraph: boolean;
	readonly shares: readonly { readonly attribution: Attribution; readonly share: number }[];
}

/** By name: shares of the sentence's letters and digits, flags of 0 and 1, and a flag for each word of the cue. */
export type Signs = Readonly<Record<string, number>>;

/** Sets a remark off from the sentence that reports something else: `…, saying that`. */
const PARTICIPLE = /^\p{L}+ing\b/iu;
const PLAIN_CUE = /\b(?:said|says|say|stated|states|told|tells|according|wrote|added)\b/i;
/** `was asked`, `is expected`: the source is whom something is done to. */
const PASSIVE = /^(?:is|are|was|were|be|been|being|has been|have been)\b/i;
const THAT = /^that\b/i;
/** A word that makes a clause, with all that stands between it and its subject: `when the | mayor said`. */
const SUBORDINATE =
	/\b(?:after|although|as|because|before|if|since|though|until|what|when|where|whether|which|while|who)(?: an?| the)? $/i;

/**
 * Measures what bears on whether a sentence is a source's: how much of it that source has, and where; how much is
 * quoted; the cue; and whether the sentences beside it are the same source's.
 *
 * A sign weighs one thing where any of it is quoted and another in reported speech, so its name says which; what a word
 * of the cue weighs does not depend on that.
 *
 * @param main - The one of `attributions` that has most of the sentence.
 */
export function measureSigns(scene: Scene, main: Attribution, attributions: readonly Attribution[]): Signs {
	const { text, sentence, quotations, lettersOf } = scene;
	const inSentence = (spans: readonly Span[]) => spans.filter((span) => spansOverlap(span, sentence));
	const all = Math.max(1, lettersOf(sentence));
	const content = inSentence(attributions.flatMap((each) => each.content));
	const sources = inSentence(attributions.flatMap(({ source }) => source));
	const covered = [...content, ...sources, ...inSentence(attributions.flatMap(({ cue }) => cue))];
	const first = firstStart(covered);
	const last = covered.reduce((end, span) => Math.max(end, span.end), 0);
	const quoted = countAll(
		scene,
		content.flatMap((span) => quotations.meeting(span).map((quotation) => clipSpan(quotation, span))),
	);
	const [cue = ''] = inSentence(main.cue).map((span) => sliceSpan(text, span));
	const words = inSentence(main.cue).map((span) => sliceSpan(text, span).toLowerCase());
	const source = inSentence(main.source)[0];
	const ahead = source && text.slice(sentence.start, Math.max(sentence.start, source.start));
	const measured = {
		one: 1,
		content: countAll(scene, content) / all,
		rest: 1 - countAll(scene, covered) / all,
		before: lettersOf({ start: sentence.start, end: first }) / all,
		after: lettersOf({ start: last, end: sentence.end }) / all,
		quoted: quoted / all,
		quotedLetters: Math.log1p(quoted),
		letters: Math.log(all),
		opens: flag(scene.opens && quoted > 0),
		starts: flag(lettersOf({ start: sentence.start, end: firstStart(content) }) === 0),
		speech: flag(isSpeech(text, main)),
		participle: flag(PARTICIPLE.test(cue)),
		passive: flag(PASSIVE.test(cue)),
		plain: flag(words.some((each) => PLAIN_CUE.test(each))),
		that: flag(content[0] !== undefined && THAT.test(sliceSpan(text, content[0]))),
		leads: flag(ahead !== undefined && lettersOf({ start: sentence.start, end: sentence.start + ahead.length }) === 0),
		inner: flag(ahead !== undefined && SUBORDINATE.test(ahead)),
		several: flag(attributions.length > 1),
		confidence: main.confidence,
		nameless: flag(main.speaker === null),
		...shareBeside('previous', scene.before, main),
		...shareBeside('next', scene.after, main),
	};
	const manner = quoted > 0 ? 'quoted' : 'reported';
	const signs: Record<string, number> = {};
	for (const [name, value] of Object.entries(measured)) signs[`${manner} ${name}`] = value;
	for (const word of words.flatMap((each) => each.split(/[^\p{L}’']+/u))) if (word !== '') signs[`cue ${word}`] = 1;
	return signs;
}

/** Letters and digits of the sentence in all spans together, which do not overlap. */
export const countAll = ({ lettersOf }: Pick<Scene, 'lettersOf'>, spans: readonly Span[]): number =>
	spans.reduce((total, span) => total + lettersOf(span), 0);

/** The share of a neighbour that is the same source's: it tells another thing in another paragraph. */
function shareBeside(
	name: 'previous' | 'next',
	neighbour: Neighbour | null,
	main: Attribution,
): Record<string, number> {
	if (!neighbour) return {};
	const share = neighbour.shares
		.filter(
			({ attribution }) => attribution === main || (main.speaker !== null && attribution.speaker === main.speaker),
		)
		.reduce((total, each) => total + each.share, 0);
	return { [neighbour.sameParagraph ? name : `${name}Away`]: share };
}

const firstStart = (spans: readonly Span[]): number =>
	spans.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY);

const flag = (holds: boolean): number => (holds ? 1 : 0);
