import { type AnalysedText, type PlacedToken, tokenSpan, tokensWithin } from '../analysed-text.js';
import type { AttributionKind } from '../attribution.js';
import type { AttributionClaim } from '../claim.js';
import { type Cue, findCues } from './cue.js';
import { findSourceOfCue, type TokenRange } from './source-of-cue.js';

/** Fewer quoted words than this are a title or a scare quote, unless a cue stands right beside them. */
const QUOTED_WORDS_MIN = 3;

interface Draft {
	readonly cue: Cue | null;
	readonly source: TokenRange | null;
	readonly content: TokenRange[];
}

/** First stage by rules: quotations with the cue that stands nearest, and reported speech with an explicit cue. */
export function findClaimsByRules(analysed: AnalysedText): AttributionClaim[] {
	const { tokens, stretches } = analysed;
	const drafts: Draft[] = [];
	let first = 0;
	let nextStretch = 0;
	while (first < tokens.length) {
		let end = first + 1;
		while (end < tokens.length && tokens[end]?.paragraph === tokens[first]?.paragraph) end++;
		const cues = findCues(tokens, first, end);
		const used = new Map<Cue, Draft>();
		while ((stretches[nextStretch]?.start ?? Number.POSITIVE_INFINITY) < (tokens[end - 1]?.end ?? 0)) {
			const stretch = stretches[nextStretch++];
			if (stretch) addQuotation(stretch, cues, used);
		}
		for (const cue of cues) {
			const content = used.has(cue) ? null : reportedContent(tokens, cue);
			if (content) drafts.push({ cue, source: content.source, content: [content.range] });
		}
		first = end;
	}
	const claims = drafts
		.map((draft) => toClaim(analysed, draft))
		.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
	let covered = 0;
	return claims.filter(({ content }) => {
		if ((content[0]?.start ?? 0) < covered) return false;
		covered = content.at(-1)?.end ?? covered;
		return true;
	});

	function addQuotation(stretch: (typeof stretches)[number], cues: readonly Cue[], used: Map<Cue, Draft>): void {
		const range = tokensWithin(tokens, stretch);
		const last = drafts.at(-1);
		// A quotation that goes on in the next paragraph repeats the opening mark, not the cue.
		if (stretch.continues && last) {
			last.content.push(range);
			return;
		}
		const cue = nearestCue(tokens, cues, range);
		const words = tokens.slice(range.first, range.end).filter(({ word }) => /[\p{L}\p{N}]/u.test(word)).length;
		if (words < QUOTED_WORDS_MIN && !(cue && distance(cue, range) <= 3)) return;
		const open = cue && used.get(cue);
		if (open) {
			open.content.push(range);
			return;
		}
		const inverted = cue !== null && cue.first >= range.end && cue.first - range.end <= 3;
		const draft: Draft = { cue, source: cue && findSourceOfCue(tokens, cue, inverted), content: [range] };
		if (cue) used.set(cue, draft);
		drafts.push(draft);
	}
}

const distance = (cue: Cue, range: TokenRange): number =>
	cue.end <= range.first ? range.first - cue.end : Math.max(0, cue.first - range.end);

/** The cue of the same sentence if there is one, best right after the quotation; else the nearest of the paragraph. */
function nearestCue(tokens: readonly PlacedToken[], cues: readonly Cue[], range: TokenRange): Cue | null {
	const sentences = [tokens[range.first]?.sentence, tokens[range.end - 1]?.sentence];
	const score = (cue: Cue): number =>
		-distance(cue, range) +
		(sentences.includes(tokens[cue.first]?.sentence) ? 15 : 0) +
		(cue.first >= range.end && distance(cue, range) <= 4 ? 10 : 0);
	return cues.reduce<Cue | null>((best, cue) => (best === null || score(cue) > score(best) ? cue : best), null);
}

/** `X said that …`, `…, X said.`, `According to X, …`: the rest of the sentence beside the cue and its source. */
function reportedContent(tokens: readonly PlacedToken[], cue: Cue): { range: TokenRange; source: TokenRange } | null {
	const sentence = tokens[cue.first]?.sentence;
	let from = cue.first;
	while (from > 0 && tokens[from - 1]?.sentence === sentence) from--;
	let to = cue.end;
	while (to < tokens.length && tokens[to]?.sentence === sentence) to++;
	if (tokens[to - 1]?.word === '.') to--;
	const source = findSourceOfCue(tokens, cue, false);
	if (!source) return null;
	const afterwards = Math.max(cue.end, source.end);
	const ahead = Math.min(cue.first, source.first);
	const range =
		to - afterwards > ahead - from
			? { first: skip(tokens, afterwards, to), end: to }
			: { first: from, end: tokens[ahead - 1]?.word === ',' ? ahead - 1 : ahead };
	const quoted = tokens.slice(range.first, range.end).some(({ stretch }) => stretch >= 0);
	return range.end - range.first >= 3 && !quoted ? { range, source } : null;
}

/** Leaves out the `that`, the comma and the addressee: `told reporters that | …`. */
function skip(tokens: readonly PlacedToken[], first: number, end: number): number {
	const that = tokens.slice(first, Math.min(end, first + 4)).findIndex(({ lower }) => lower === 'that');
	if (that >= 0) return first + that + 1;
	return tokens[first]?.word === ',' ? first + 1 : first;
}

function toClaim({ tokens }: AnalysedText, { cue, source, content }: Draft): AttributionClaim {
	const spans = content.map((range) => tokenSpan(tokens, range.first, range.end));
	return {
		kind: kindOf(tokens, content),
		content: spans,
		cue: cue ? [tokenSpan(tokens, cue.first, cue.end)] : [],
		source: source ? [tokenSpan(tokens, source.first, source.end)] : [],
		confidence: source ? 0.75 : 0.3,
		evidence: cue ? 'cue' : 'unclaimed',
	};
}

function kindOf(tokens: readonly PlacedToken[], content: readonly TokenRange[]): AttributionKind {
	const words = content
		.flatMap(({ first, end }) => tokens.slice(first, end))
		.filter(({ word }) => /[\p{L}\p{N}]/u.test(word));
	const quoted = words.filter(({ stretch }) => stretch >= 0).length;
	if (quoted === 0) return 'reported';
	return quoted >= words.length * 0.97 ? 'direct' : 'mixed';
}
