import type { Span } from '../text/span.js';
import type { AttributedArticle, Attribution, SentenceAttribution } from './attribution.js';
import { readLexicon } from './lexicon.js';
import { findSpokenParts, type SpokenPart } from './spoken-parts.js';

const NARRATION: SentenceAttribution = { kind: 'narration', attribution: null, speaker: null };

/**
 * Narration scores 0; who scores this much is heard in the sentence. Somebody's sentences and narration are then told
 * apart about equally well: 89.7 and 91.2 of 100, with weights from other articles.
 */
export const SPOKEN_LEAST = -0.2;

/**
 * Says whose words a sentence is: those of the source that scores most by a log-linear model over
 * {@link findSpokenParts}; narration when nobody scores enough.
 *
 * A quotation from a source without a name is given with the source's words ("a senior official"); what the article
 * reports of such a source in its own words has no speaker, the sentence itself says whose it is.
 */
export function attributeSentence(attributed: AttributedArticle, sentence: Span): SentenceAttribution {
	let heard: SpokenPart | null = null;
	let most = SPOKEN_LEAST;
	for (const part of findSpokenParts(attributed, sentence)) {
		const score = scoreOf(part);
		if (score >= most) [heard, most] = [part, score];
	}
	return describeSentence(attributed, heard?.main ?? null);
}

/** @returns What a reader is told of a sentence whose attribution is known; `null` for narration. */
export function describeSentence(attributed: AttributedArticle, main: Attribution | null): SentenceAttribution {
	if (!main) return NARRATION;
	const { kind, speaker: name } = main;
	const speaker = isNamed(main) ? (attributed.speakers.find((speaker) => speaker.name === name) ?? null) : null;
	return { kind, attribution: main, speaker };
}

/** False for somebody without a name whom the article reports in its own words. */
export const isNamed = ({ kind, basis }: Attribution): boolean => kind === 'direct' || basis !== 'words';

let weights: Readonly<Record<string, number>> | undefined;

/** Weights by `training/attribution/train-sentences.mjs`, from sentences whose speaker was named by hand. */
function scoreOf({ signs, corrected }: SpokenPart): number {
	if (corrected) return Number.POSITIVE_INFINITY;
	weights ??= JSON.parse(readLexicon('sentence-weights.json').toString('utf8')) as Record<string, number>;
	let score = 0;
	for (const sign of Object.keys(signs)) score += (signs[sign] ?? 0) * (weights[sign] ?? 0);
	return score;
}
