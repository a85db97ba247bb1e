import type { Span } from '../text/span.js';
import type { AttributedArticle, Attribution, SentenceAttribution } from './attribution.js';
import { readLexicon } from './lexicon.js';
import { findSpokenParts, type SpokenPart } from './spoken-parts.js';

const NARRATION: SentenceAttribution = { kind: 'narration', attribution: null, speaker: null };

/** Least probability that a sentence is somebody's: where somebody's sentences and narration are told apart as well. */
const SPOKEN_MIN = 0.35;

/**
 * Says whose words a sentence is: those of the source for whom a logistic model over {@link findSpokenParts} is surest;
 * narration when it is sure of nobody.
 *
 * A quotation from a source without a name is given with the source's words ("a senior official"); what the article
 * reports of such a source in its own words has no speaker, the sentence itself says whose it is.
 */
export function attributeSentence(attributed: AttributedArticle, sentence: Span): SentenceAttribution {
	let main: Attribution | null = null;
	let most = SPOKEN_MIN;
	for (const part of findSpokenParts(attributed, sentence)) {
		const probability = probabilityOf(part);
		if (probability >= most) [main, most] = [part.main, probability];
	}
	return describeSentence(attributed, main);
}

/** @returns What a reader is told of a sentence whose attribution is known; `null` for narration. */
export function describeSentence(attributed: AttributedArticle, main: Attribution | null): SentenceAttribution {
	if (!main) return NARRATION;
	const { kind, basis, speaker: name } = main;
	const named = kind === 'direct' || basis !== 'words';
	const speaker = named ? (attributed.speakers.find((speaker) => speaker.name === name) ?? null) : null;
	return { kind, attribution: main, speaker };
}

type Weights = Readonly<Record<SpokenPart['manner'], Record<string, number>>>;

let weights: Weights | undefined;

function probabilityOf({ manner, signs, corrected }: SpokenPart): number {
	if (corrected) return 1;
	weights ??= readWeights();
	const own = weights[manner];
	let sum = 0;
	for (const sign of Object.keys(signs)) sum += (signs[sign] ?? 0) * (own[sign] ?? 0);
	return 1 / (1 + Math.exp(-sum));
}

/** Weights by `training/attribution/train-sentences.mjs`, from sentences whose speaker was named by hand. */
function readWeights(): Weights {
	const read: Weights = { quoted: {}, reported: {} };
	const named = JSON.parse(readLexicon('sentence-weights.json').toString('utf8')) as Record<string, number>;
	for (const [name, weight] of Object.entries(named)) {
		const [manner, sign] = name.split(' ') as [SpokenPart['manner'], string];
		read[manner][sign] = weight;
	}
	return read;
}
