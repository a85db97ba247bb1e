import type { AnalysedText, PlacedToken } from '../analysed-text.js';
import { isWord } from '../is-word.js';
import { type ChainReading, readChain } from './chain.js';
import { findUnits, readFeatures, type TokenFeatures, type Unit } from './features.js';
import { CUE_LABELS, type CuePlace, createRoleReader, encode, readCues, type TokenRows } from './network.js';
import { type TaggerWeights, taggerWeights } from './weights.js';

/** A possible cue and what is read off for it; `path`, `content` and `source` go from token `start` to `start + n`. */
export interface CueReading extends ChainReading {
	/** First and last token of the cue. */
	readonly first: number;
	readonly last: number;
	/** That these words are a cue, 0 to 1. */
	readonly probability: number;
	/** First token of the unit that was read. */
	readonly start: number;
}

/** Cues less probable than this are not looked into: half as much finds no more and takes a sixth longer. */
const CUE_LEAST = 0.16;
/** So many cues of a unit are looked into, the most probable ones: no paragraph by a journalist has as many. */
const CUES_MAX = 16;

/**
 * Finds everything that might be a cue, and for each what it would have as content and as source.
 *
 * Paragraphs are read one by one; time and memory grow with the length of the text alone.
 */
export function findCues(analysed: AnalysedText, weights: TaggerWeights = taggerWeights()): CueReading[] {
	const features = readFeatures(analysed);
	return findUnits(analysed.tokens).flatMap((unit) => readUnit(analysed, features, unit, weights));
}

function readUnit(
	{ tokens }: AnalysedText,
	features: readonly TokenFeatures[],
	{ first: start, end }: Unit,
	weights: TaggerWeights,
): CueReading[] {
	const own = tokens.slice(start, end);
	// Nothing but marks: nobody says anything.
	if (!own.some(({ word }) => isWord(word))) return [];
	encode(weights, lookUp(features.slice(start, end), own, weights));
	const cues = cueRuns(readCues(weights, own.length));
	if (cues.length === 0) return [];
	const roles = createRoleReader(weights, own.length);
	return cues.map(({ first, last, probability }) => {
		const scores = roles(placeOf(own, first, last, weights.relations));
		return { first: start + first, last: start + last, probability, start, ...readChain(scores, weights.transitions) };
	});
}

function lookUp(
	features: readonly TokenFeatures[],
	tokens: AnalysedText['tokens'],
	{ index, vectorIndex }: TaggerWeights,
): TokenRows[] {
	const base = tokens[0]?.sentence ?? 0;
	return features.map(({ word, lemma, tag, shape, mark }, i) => {
		const sentence = tokens[i]?.sentence ?? base;
		const starts = i === 0 || sentence !== tokens[i - 1]?.sentence;
		return {
			vector: vectorIndex.get(word) ?? 0,
			embeddings: [
				index.words.get(word) ?? 0,
				index.lemmas.get(lemma) ?? 0,
				index.suffixes.get(word.slice(-3)) ?? 0,
				tag,
				shape,
				mark,
				starts ? 1 : 0,
				Math.min(sentence - base, 4),
			],
		};
	});
}

interface CueRun {
	readonly first: number;
	readonly last: number;
	readonly probability: number;
}

/** Runs of cue words: each begins where a beginning is likely enough and goes on while going on is the likeliest. */
function cueRuns(probabilities: Float32Array): CueRun[] {
	const length = probabilities.length / CUE_LABELS;
	const outside = (t: number) => probabilities[t * CUE_LABELS] ?? 0;
	const begin = (t: number) => probabilities[t * CUE_LABELS + 1] ?? 0;
	const inside = (t: number) => probabilities[t * CUE_LABELS + 2] ?? 0;
	const runs: CueRun[] = [];
	for (let first = 0; first < length; ) {
		const begins = begin(first) > CUE_LEAST && begin(first) >= inside(first) / 2;
		if (!begins && inside(first) <= 0.5) {
			first++;
			continue;
		}
		let end = first + 1;
		while (end < length && inside(end) > Math.max(outside(end), begin(end))) end++;
		runs.push({ first, last: end - 1, probability: begin(first) + (begins ? 0 : inside(first)) });
		first = end;
	}
	if (runs.length <= CUES_MAX) return runs;
	const least = runs.map((run) => run.probability).sort((a, b) => b - a)[CUES_MAX] ?? 0;
	return runs.filter((run) => run.probability > least);
}

/** Distances grow coarser away from the cue; the same steps are in `training/attribution/data.py`. */
const DISTANCE_STEPS = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70];
const SENTENCES_AWAY_MAX = 2;

/** How each token lies to the cue: distance, then sentences away, then whether both are in one quoted stretch. */
function placeOf(tokens: AnalysedText['tokens'], first: number, last: number, relations: number): CuePlace {
	const { sentence, stretch } = tokens[first] as PlacedToken;
	const places = new Uint16Array(tokens.length);
	tokens.forEach((token, t) => {
		const distance = t < first ? t - first : Math.max(0, t - last);
		const away = Math.max(-SENTENCES_AWAY_MAX, Math.min(SENTENCES_AWAY_MAX, token.sentence - sentence));
		const shared = token.stretch >= 0 && token.stretch === stretch ? 1 : 0;
		places[t] = bucket(distance) * relations + (away + SENTENCES_AWAY_MAX) * 2 + shared;
	});
	return { first, last, places };
}

/** The step of every distance up to the last one. */
const BUCKETS = Array.from(
	{ length: (DISTANCE_STEPS.at(-1) ?? 0) + 1 },
	(_, distance) => DISTANCE_STEPS.filter((step) => distance >= step).length,
);

function bucket(distance: number): number {
	const size = BUCKETS[Math.abs(distance)] ?? DISTANCE_STEPS.length;
	return distance >= 0 ? size : DISTANCE_STEPS.length + size;
}
