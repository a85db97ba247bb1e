import type { AnalysedText, PlacedToken } from '../analysed-text.js';
import type { Mention } from '../entities/mention.js';
import { isSpeechWord } from '../is-speech.js';
import type { ContentMap, Draft, TokenRange } from './draft.js';
import type { StretchTokens } from './stretch-tokens.js';

/** Words by which one source passes on what another has said. */
const PASSES_ON = new Set(['according', 'reported', 'reports']);

/**
 * Gives a quotation that one source passes on to whom it quotes: in `“We will go,” Moe said, according to the Sun` the
 * words are Moe's. The tagger gives them to the Sun, as its corpus does. What else that source says stays with it.
 *
 * @param mentionAt - The name that a token belongs to.
 */
export function giveToInnerSpeaker(
	{ tokens }: AnalysedText,
	stretches: readonly StretchTokens[],
	mentionAt: (token: number) => Mention | undefined,
	contents: ContentMap,
): void {
	const inner = new Map<Draft, Draft & Said>();
	for (const { first, outerFirst, outerEnd } of stretches) {
		const passing = contents.ownerOf(first);
		if (!passing?.cue || !PASSES_ON.has(tokens[passing.cue.first]?.lower ?? '')) continue;
		const said = saidAt(tokens, outerEnd, mentionAt);
		const draft = said ? { evidence: 'cue' as const, reading: null, ...said } : inner.get(passing);
		if (!draft || draft.source.first === passing.source?.first) continue;
		inner.set(passing, draft);
		contents.give({ first: outerFirst, end: outerEnd }, draft);
	}
}

interface Said {
	readonly source: TokenRange;
	readonly cue: TokenRange;
}

/** `Moe said`, `said Moe` or `the mayor said` right after a quotation. */
function saidAt(
	tokens: readonly PlacedToken[],
	at: number,
	mentionAt: (token: number) => Mention | undefined,
): Said | null {
	const isCue = (i: number) => tokens[i]?.tag === 'VERB' && isSpeechWord(tokens[i]?.lower ?? '');
	const source = sourceAt(isCue(at) ? at + 1 : at);
	const cue = isCue(at) ? at : (source?.end ?? at);
	return source && isCue(cue) ? { source, cue: { first: cue, end: cue + 1 } } : null;

	function sourceAt(first: number): TokenRange | null {
		const name = mentionAt(first);
		if (name?.first === first) return { first, end: name.end };
		const noun = tokens[first]?.lower === 'the' && tokens[first + 1]?.tag === 'NOUN';
		return noun ? { first, end: first + 2 } : null;
	}
}
