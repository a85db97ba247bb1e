import type { Correction } from '../article/correction.js';
import { type Span, sliceSpan, spanContains, spansOverlap } from '../text/span.js';
import type { AnalysedText } from './analysed-text.js';
import type { Attribution, Speaker } from './attribution.js';
import type { NamedAttributions } from './naming/name-speakers.js';

/**
 * Puts an editor's corrections over what was found out. Words that the editor gives to somebody become an attribution
 * of their own, certain and without a cue; words that are nobody's leave every attribution.
 */
export function applyCorrections(
	analysed: AnalysedText,
	{ attributions, speakers }: NamedAttributions,
	corrections: readonly Correction[],
): NamedAttributions {
	if (corrections.length === 0) return { attributions, speakers };
	const spans = corrections.map(({ span }) => span);
	const kept = attributions.flatMap((attribution): Attribution[] => {
		const content = attribution.content.flatMap((span) => withoutSpans(analysed.text, span, spans));
		if (content.length === 0) return [];
		return [{ ...attribution, content }];
	});
	const added = corrections.flatMap(({ span, speaker }): Attribution[] => {
		if (speaker === null) return [];
		const kind = kindOf(analysed, span);
		return [{ kind, content: [span], cue: [], source: [], speaker, confidence: 1, basis: 'correction' }];
	});
	const all = [...kept, ...added].sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
	return { attributions: all, speakers: speakersOf(all, speakers) };
}

/** @returns The pieces of a span that are left without the words of others, each with a word in it. */
function withoutSpans(text: string, span: Span, taken: readonly Span[]): Span[] {
	return taken.reduce<Span[]>(
		(rest, cut) =>
			rest.flatMap((piece) => {
				if (!spansOverlap(piece, cut)) return [piece];
				const before = { start: piece.start, end: Math.min(piece.end, cut.start) };
				const after = { start: Math.max(piece.start, cut.end), end: piece.end };
				return [before, after].filter((rest) => /[\p{L}\p{N}]/u.test(sliceSpan(text, rest)));
			}),
		[span],
	);
}

function kindOf({ tokens }: AnalysedText, span: Span): Attribution['kind'] {
	const words = tokens.filter((token) => spanContains(span, token) && /[\p{L}\p{N}]/u.test(token.word));
	const quoted = words.filter(({ stretch }) => stretch >= 0).length;
	if (quoted === 0) return 'reported';
	return quoted === words.length ? 'direct' : 'mixed';
}

function speakersOf(attributions: readonly Attribution[], known: readonly Speaker[]): Speaker[] {
	const byName = new Map(known.map((speaker) => [speaker.name, speaker]));
	const names = new Set(attributions.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])));
	return [...names].map((name) => byName.get(name) ?? { name, description: null, aliases: [] });
}
