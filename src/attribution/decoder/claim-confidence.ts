import type { AnalysedText } from '../analysed-text.js';
import type { Draft, TokenRange } from './draft.js';

/** What a layout tells is right this often, and a quotation that nothing claims. */
const MARKED = 0.95;
const UNCLAIMED = 0.2;

/**
 * How likely it is that the content is somebody's and the source names whose: from the probabilities of the cue, of
 * the content (of its quoted words alone, if there are any) and of the source.
 */
export function claimConfidence(
	{ tokens }: AnalysedText,
	{ reading, evidence }: Draft,
	content: readonly TokenRange[],
	source: TokenRange | null,
): number {
	if (!reading) return evidence === 'unclaimed' ? UNCLAIMED : MARKED;
	const all = content.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i));
	const quoted = all.filter((token) => (tokens[token]?.stretch ?? -1) >= 0);
	const contentMean = mean(quoted.length > 0 ? quoted : all, (token) => reading.content[token - reading.start] ?? 0.4);
	if (!source) return reading.probability ** 0.25 * contentMean;
	const words = Array.from({ length: source.end - source.first }, (_, i) => source.first + i);
	const sourceMean = mean(words, (token) => reading.source[token - reading.start] ?? 0);
	return reading.probability ** 0.25 * contentMean * sourceMean;
}

function mean(tokens: readonly number[], probability: (token: number) => number): number {
	return tokens.reduce((sum, token) => sum + probability(token), 0) / Math.max(1, tokens.length);
}
