import type { AnalysedText, PlacedToken } from '../analysed-text.js';
import type { Mention } from '../entities/mention.js';
import { isSpeechWord } from '../is-speech.js';
import { CONTENT_BEGIN, CONTENT_INSIDE } from '../tagger/chain.js';
import type { CueReading } from '../tagger/read-cues.js';
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
		const before = saidBefore(tokens, outerFirst, mentionAt);
		const said =
			saidAt(tokens, outerEnd, mentionAt) ?? (before && contents.ownerOf(before.cue.first) === passing ? before : null);
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

/** How far before its verb the name of who spoke may stand, in tokens: `Moe, who was late, shrugged and said, “…”`. */
const SUBJECT_REACH = 12;

/** `Moe said, “…”`, `Moe shrugged and said: “…”`: the verb right before a quotation, and the first name of the clause. */
function saidBefore(
	tokens: readonly PlacedToken[],
	quotation: number,
	mentionAt: (token: number) => Mention | undefined,
): Said | null {
	const cue = /^[,:]$/.test(tokens[quotation - 1]?.word ?? '') ? quotation - 2 : quotation - 1;
	const verb = tokens[cue];
	if (verb?.tag !== 'VERB' || verb.stretch >= 0 || !isSpeechWord(verb.lower)) return null;
	let name: Mention | undefined;
	for (let i = cue - 1; i > cue - SUBJECT_REACH && tokens[i]?.sentence === verb.sentence; i--) {
		if (tokens[i]?.stretch === -1) name = mentionAt(i) ?? name;
	}
	return name ? { source: { first: name.first, end: name.end }, cue: { first: cue, end: cue + 1 } } : null;
}

/**
 * Gives a statement that one source passes on to whom it reports of: in `According to the Sun, Moe said that he would go`
 * the words are Moe's. Where the verb does not follow the name, the tagger's reading of it tells, which lost against
 * that of the outer cue.
 *
 * @param mentionAt - The name that a token belongs to.
 */
export function giveStatementToInnerSpeaker(
	{ tokens }: AnalysedText,
	drafts: ReadonlyMap<CueReading, Draft>,
	mentionAt: (token: number) => Mention | undefined,
	contents: ContentMap,
): void {
	const passesOn = (draft: Draft | undefined): draft is Draft & { cue: TokenRange } =>
		draft?.cue != null && PASSES_ON.has(tokens[draft.cue.first]?.lower ?? '');
	for (const passing of [...contents.contents().keys()].filter(passesOn)) {
		const sentence = sentenceAround(tokens, passing.cue.first);
		const said = firstSaid(tokens, sentence, passing, mentionAt);
		if (!said) continue;
		const inner = { evidence: 'cue' as const, reading: null, ...said };
		for (let i = said.cue.end; i < sentence.end; i++) if (contents.ownerOf(i) === passing) give(i, inner);
	}
	for (const [reading, draft] of drafts) {
		const passing = contents.ownerOf(reading.first);
		if (!passesOn(passing) || passing === draft || reading.probability < INNER_LEAST || !draft.source) continue;
		const inner = contents.ownerOf(draft.source.first) === passing && mentionAt(draft.source.end - 1);
		if (!inner || !isSpoken(tokens[reading.first])) continue;
		reading.path.forEach((label, i) => {
			const content = label === CONTENT_BEGIN || label === CONTENT_INSIDE;
			if (content && contents.ownerOf(reading.start + i) === passing) give(reading.start + i, draft);
		});
	}

	function give(token: number, draft: Draft): void {
		contents.give({ first: token, end: token + 1 }, draft);
	}
}

/** Least probability of a cue inside what another source passes on. */
const INNER_LEAST = 0.3;

const isSpoken = (token: PlacedToken | undefined): boolean =>
	token?.tag === 'VERB' && token.stretch === -1 && isSpeechWord(token.lower);

/** The first name of a sentence that a verb of saying follows; not that of the source which passes it on. */
function firstSaid(
	tokens: readonly PlacedToken[],
	{ first, end }: TokenRange,
	{ source, cue }: Draft,
	mentionAt: (token: number) => Mention | undefined,
): Said | null {
	for (let i = first; i < end; i++) {
		const name = mentionAt(i);
		if (!name) continue;
		i = name.end;
		if (!isSpoken(tokens[i]) || i === cue?.first || mentionAt(source?.first ?? -1) === name) continue;
		return { source: { first: name.first, end: name.end }, cue: { first: i, end: i + 1 } };
	}
	return null;
}

function sentenceAround(tokens: readonly PlacedToken[], at: number): TokenRange {
	let [first, end] = [at, at + 1];
	while (tokens[first - 1]?.sentence === tokens[at]?.sentence) first--;
	while (tokens[end]?.sentence === tokens[at]?.sentence) end++;
	return { first, end };
}
