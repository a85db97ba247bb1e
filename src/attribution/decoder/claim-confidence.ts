import type { AnalysedText } from '../analysed-text.js';
import type { DecodedClaim } from './decode-claims.js';
import type { TokenRange } from './draft.js';

/** What a layout or a rule tells is right this often, and a quotation that nothing claims. */
const MARKED = 0.95;
const UNCLAIMED = 0.2;

/** Weights of a constant and of the log odds of cue, content and source. */
type Weights = readonly [constant: number, cue: number, content: number, source: number];

/** Logistic regression on the claims found in the held-out articles (training/attribution/calibrate-claims.mjs). */
const QUOTED: Weights = [-0.72, 0.45, 0.25, 0.14];
const REPORTED: Weights = [-1.6, 0.5, 0.22, 0.22];

/**
 * How likely it is that the content is somebody's and the source names whose: from the probabilities of the cue, of
 * the content (of its quoted words alone, if there are any) and of the source.
 */
export function claimConfidence(analysed: AnalysedText, decoded: DecodedClaim): number {
	if (!decoded.draft.reading) return decoded.draft.evidence === 'unclaimed' ? UNCLAIMED : MARKED;
	const [constant, ...weights] = decoded.kind === 'reported' ? REPORTED : QUOTED;
	const signs = confidenceSigns(analysed, decoded);
	const sum = signs.reduce((total, sign, i) => total + sign * (weights[i] ?? 0), constant);
	return 1 / (1 + Math.exp(-sum));
}

/** Log odds of the cue, of the content and of the source; none for a claim that no cue was read for. */
export function confidenceSigns({ tokens }: AnalysedText, { draft, content, source }: DecodedClaim): number[] {
	const { reading } = draft;
	if (!reading) return [];
	const all = content.flatMap(listTokens);
	const quoted = all.filter((token) => (tokens[token]?.stretch ?? -1) >= 0);
	const contentMean = mean(quoted.length > 0 ? quoted : all, (token) => reading.content[token - reading.start] ?? 0.4);
	// Where no source is found, the text has none as surely as no word of it could be one.
	const sourceMean = source
		? mean(listTokens(source), (token) => reading.source[token - reading.start] ?? 0)
		: 1 - Math.max(...reading.source);
	return [reading.probability, contentMean, sourceMean].map(logOdds);
}

const listTokens = ({ first, end }: TokenRange): number[] => Array.from({ length: end - first }, (_, i) => first + i);

function mean(tokens: readonly number[], probability: (token: number) => number): number {
	return tokens.reduce((sum, token) => sum + probability(token), 0) / Math.max(1, tokens.length);
}

/** Cut off at one in a thousand either way. */
function logOdds(probability: number): number {
	const p = Math.max(0.001, Math.min(0.999, probability));
	return Math.log(p / (1 - p));
}
