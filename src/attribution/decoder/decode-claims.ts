import type { Span } from '../../text/span.js';
import { type AnalysedText, tokenSpan } from '../analysed-text.js';
import type { AttributionKind } from '../attribution.js';
import type { AttributionClaim } from '../claim.js';
import { findMentions, type Mention } from '../entities/mention.js';
import { isWord } from '../is-word.js';
import { CONTENT_BEGIN, CONTENT_INSIDE } from '../tagger/chain.js';
import type { CueReading } from '../tagger/read-cues.js';
import { claimConfidence } from './claim-confidence.js';
import { ContentMap, type Draft, type TokenRange } from './draft.js';
import { findInsertedCues } from './inserted-cue.js';
import { findMarkedSpeech } from './marked-speech.js';
import { giveStatementToInnerSpeaker, giveToInnerSpeaker } from './second-hand.js';
import { likeliestSource, sourceOnPath } from './source-range.js';
import { type StretchTokens, stretchTokens } from './stretch-tokens.js';
import { looksLikeTitle } from './titles.js';

/** Chosen on the held-out part of the training articles. */
export const DECODER = {
	/** From this probability on a cue stands by itself; below it, it may still explain a quotation. */
	cueLeast: 0.48,
	/** Fewer words than this between marks are no quotation of their own. */
	quotationWordsMin: 3,
	/** An attribution that has this share of a quoted stretch gets all of it. */
	stretchShareMin: 0.3,
	/** How much a cue must have to do with a stretch to get it; more where that looks like a title. */
	explainsLeast: 0.15,
	explainsTitleLeast: 0.5,
	/** How much it must have to do with one that goes on from the paragraph before, to get it from that one's speaker. */
	explainsContinuedLeast: 0.5,
	/** So many words in marks are somebody's words, not a scare quote, even where nothing says whose. */
	unclaimedWordsMin: 8,
	/**
	 * Below this confidence a quotation's source is not named. What ships gains 0.2 against 0.5 on the development articles;
	 * weights that have not seen the held-out ones lose as much there.
	 */
	sourceLeast: 0.4,
};

/** An attribution as it is decided, in tokens. */
export interface DecodedClaim {
	readonly draft: Draft;
	readonly kind: AttributionKind;
	readonly content: readonly TokenRange[];
	readonly source: TokenRange | null;
}

/** {@link decodeTokens}, as spans of the text and with the confidence of each claim. */
export function decodeClaims(analysed: AnalysedText, readings: readonly CueReading[]): AttributionClaim[] {
	return decodeTokens(analysed, readings).map((decoded) => toClaim(analysed, decoded));
}

/**
 * Decides who says what, all of it together: from what the tagger reads off each possible cue, and from the quotation
 * marks, which tell exactly where quoted words begin and end.
 *
 * Cues that are certain enough come first, the surest before the others; a token is one attribution's content at most,
 * and a cue inside somebody's words belongs to those words. Then every quoted stretch gets an attribution: the one
 * that has part of it, a layout that names the speaker, the cue that explains it best, or none ("unclaimed").
 *
 * @returns Claims in the order of their content.
 */
export function decodeTokens(analysed: AnalysedText, readings: readonly CueReading[]): DecodedClaim[] {
	const contents = new ContentMap(analysed.tokens.length);
	const drafts = new Map(readings.map((reading) => [reading, draftOf(reading)]));
	for (const { draft, content } of findInsertedCues(analysed)) {
		for (const range of content) contents.give(range, draft);
	}
	placeSureCues(drafts, contents);
	const stretches = stretchTokens(analysed);
	const mentionAt = indexMentions(analysed);
	placeQuotations(analysed, stretches, mentionAt, drafts, contents);
	endContentWithQuotation(analysed, contents);
	giveToInnerSpeaker(analysed, stretches, mentionAt, contents);
	giveStatementToInnerSpeaker(analysed, drafts, mentionAt, contents);
	return [...contents.contents()].map(([draft, content]) => {
		const kind = kindOf(analysed, content);
		return { draft, kind, content, source: draft.source ?? sourceOfQuotation(draft, kind, contents) };
	});
}

/** Quoted words are somebody's for certain, so the likeliest source will do. */
function sourceOfQuotation({ reading }: Draft, kind: AttributionKind, contents: ContentMap): TokenRange | null {
	if (!reading || kind === 'reported') return null;
	return likeliestSource(reading, (token) => contents.ownerOf(token) === undefined);
}

function draftOf(reading: CueReading): Draft {
	const cue = { first: reading.first, end: reading.last + 1 };
	return { evidence: 'cue', reading, cue, source: sourceOnPath(reading) };
}

function placeSureCues(drafts: ReadonlyMap<CueReading, Draft>, contents: ContentMap): void {
	const sure = [...drafts]
		.filter(([{ probability }]) => probability >= DECODER.cueLeast)
		.map(([reading, draft]) => ({ draft, content: contentOnPath(reading), reading }))
		.filter(({ content }) => content.length > 0)
		.map((candidate) => ({ ...candidate, rank: rankOf(candidate.reading, candidate.content) }))
		.sort((a, b) => b.rank - a.rank);
	for (const { draft, content, reading } of sure) {
		const free = content.filter((token) => contents.ownerOf(token) === undefined);
		if (free.length * 2 < content.length || contents.ownerOf(reading.first) !== undefined) continue;
		contents.giveFree(free, draft);
	}
}

function contentOnPath({ path, start }: CueReading): number[] {
	const content: number[] = [];
	path.forEach((label, i) => {
		if (label === CONTENT_BEGIN || label === CONTENT_INSIDE) content.push(start + i);
	});
	return content;
}

function rankOf({ probability, content, start }: CueReading, tokens: readonly number[]): number {
	const mean = tokens.reduce((sum, token) => sum + (content[token - start] ?? 0), 0) / tokens.length;
	return probability * (0.3 + 0.7 * mean);
}

/** @returns What finds the name that a token belongs to. */
function indexMentions({ tokens }: AnalysedText): (token: number) => Mention | undefined {
	const mentions = new Map<number, Mention>();
	for (const mention of findMentions(tokens)) {
		for (let token = mention.first; token < mention.end; token++) mentions.set(token, mention);
	}
	return (token) => mentions.get(token);
}

function placeQuotations(
	analysed: AnalysedText,
	stretches: readonly StretchTokens[],
	mentionAt: (token: number) => Mention | undefined,
	drafts: ReadonlyMap<CueReading, Draft>,
	contents: ContentMap,
): void {
	const readings = [...drafts.keys()];
	let nearby = 0;
	let previous: StretchTokens | null = null;
	for (const stretch of stretches) {
		const before = previous;
		previous = stretch;
		if (stretch.words < DECODER.quotationWordsMin) continue;
		const outer = { first: stretch.outerFirst, end: stretch.outerEnd };
		const marked = findMarkedSpeech(analysed, stretch, mentionAt);
		if (marked) {
			contents.give(marked.content, marked.draft);
			continue;
		}
		const most = contents.mostIn({ first: stretch.first, end: stretch.end });
		if (most && most.share >= DECODER.stretchShareMin) {
			contents.give(outer, most.draft);
			continue;
		}
		while (nearby < readings.length && unitEnd(readings[nearby]) <= stretch.first) nearby++;
		const best = bestExplanation(readings, nearby, stretch);
		if (best.score < DECODER.explainsTitleLeast && looksLikeTitle(analysed, stretch)) continue;
		const draft = best.reading && best.score >= DECODER.explainsLeast ? drafts.get(best.reading) : undefined;
		// A quotation that goes on in the next paragraph repeats the opening mark, not the cue.
		const speaking = stretch.stretch.continues && before ? contents.ownerOf(before.first) : undefined;
		if (speaking && best.score < DECODER.explainsContinuedLeast) {
			contents.give(outer, speaking);
		} else if (draft && best.reading) {
			contents.giveFree(contentOnPath(best.reading), draft);
			contents.give(outer, draft);
		} else if (stretch.words >= DECODER.unclaimedWordsMin) {
			contents.give(outer, { evidence: 'unclaimed', reading: null, cue: null, source: null });
		}
	}
}

/**
 * `“We are pleased,” the mayor said, …` – a quotation that starts its attribution and ends in a comma or like a sentence
 * ends it too. What follows the comma without a mark is the reporter's in 98 of 100 cases of the training articles.
 */
function endContentWithQuotation(analysed: AnalysedText, contents: ContentMap): void {
	const { tokens } = analysed;
	for (const { stretch, end, outerFirst, outerEnd, words } of stretchTokens(analysed)) {
		if (words < DECODER.quotationWordsMin || !stretch.opened || !/^[,.!?]$/.test(tokens[end - 1]?.word ?? '')) continue;
		const draft = contents.ownerOf(end - 1);
		if (!draft || contents.ownerOf(outerFirst - 1) === draft) continue;
		for (let i = outerEnd; contents.ownerOf(i) === draft && tokens[i]?.stretch === -1; i++) contents.free(i);
	}
}

const unitEnd = (reading: CueReading | undefined): number => (reading ? reading.start + reading.path.length : 0);

/** The cue of the same unit whose content the stretch is likeliest to be. Readings are in text order. */
function bestExplanation(
	readings: readonly CueReading[],
	from: number,
	{ first, end }: StretchTokens,
): { readonly reading: CueReading | null; readonly score: number } {
	let best: CueReading | null = null;
	let most = 0;
	for (let i = from; i < readings.length; i++) {
		const reading = readings[i];
		if (!reading || reading.start > first) break;
		if (unitEnd(reading) < end || (reading.first >= first && reading.last < end)) continue;
		let sum = 0;
		for (let token = first; token < end; token++) sum += reading.content[token - reading.start] ?? 0;
		const score = (sum / (end - first)) * Math.sqrt(reading.probability);
		if (score > most) {
			most = score;
			best = reading;
		}
	}
	return { reading: best, score: most };
}

function toClaim(analysed: AnalysedText, decoded: DecodedClaim): AttributionClaim {
	const { draft, kind, content, source } = decoded;
	const spans = (ranges: readonly TokenRange[]) =>
		ranges.map(({ first, end }) => tokenSpan(analysed.tokens, first, end));
	const confidence = claimConfidence(analysed, decoded);
	const doubtful = kind !== 'reported' && confidence < DECODER.sourceLeast;
	return {
		kind,
		content: content.map((range) => wordsOf(analysed, range)),
		cue: draft.cue ? spans([draft.cue]) : [],
		source: source && !doubtful ? spans([source]) : [],
		confidence,
		evidence: draft.evidence,
	};
}

/** Content that is all of a quoted stretch is given without its marks. */
function wordsOf({ tokens, stretches }: AnalysedText, { first, end }: TokenRange): Span {
	const span = tokenSpan(tokens, first, end);
	const stretch = stretches[Math.max(tokens[first]?.stretch ?? -1, tokens[first + 1]?.stretch ?? -1)];
	if (stretch?.outer.start !== span.start || stretch.outer.end !== span.end) return span;
	return { start: stretch.start, end: stretch.end };
}

/** Almost all in marks counts as all: an `and` between two quoted stretches does not make a quotation a report. */
const DIRECT_SHARE = 0.97;

function kindOf({ tokens }: AnalysedText, content: readonly TokenRange[]): AttributionKind {
	let [words, quoted] = [0, 0];
	for (const { first, end } of content) {
		for (let i = first; i < end; i++) {
			const token = tokens[i];
			if (!token || !isWord(token.word)) continue;
			words++;
			if (token.stretch >= 0) quoted++;
		}
	}
	if (quoted === 0) return 'reported';
	return quoted >= words * DIRECT_SHARE ? 'direct' : 'mixed';
}
