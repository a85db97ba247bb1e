import type { AnalysedText, PlacedToken } from '../analysed-text.js';
import type { Mention } from '../entities/mention.js';
import type { Draft, TokenRange } from './draft.js';
import type { StretchTokens } from './stretch-tokens.js';

/** A quotation whose speaker the layout tells, with the tokens that are its content. */
export interface MarkedSpeech {
	readonly draft: Draft;
	readonly content: TokenRange;
}

/** A dash before a signature: `—`, `--`; not the hyphen inside a word. */
const DASH = /^(?:[―—–~-]|--)$/;
const QUOTATION_MARK = /^(?:["“”„«»'‘’]|''|``|’’)$/;

/**
 * Reads the layouts that name a speaker without a word of saying: a transcript's `“SMITH: We will.”` and
 * `SMITH: “We will.”` at the start of a paragraph, and a signature, `“We will.” — Ann Smith`.
 *
 * @param mentionAt - The name that a token belongs to.
 */
export function findMarkedSpeech(
	{ tokens }: AnalysedText,
	stretch: StretchTokens,
	mentionAt: (token: number) => Mention | undefined,
): MarkedSpeech | null {
	return transcriptInside() ?? transcriptBefore() ?? signature();

	function transcriptInside(): MarkedSpeech | null {
		const name = mentionAt(stretch.first);
		if (name?.first !== stretch.first || tokens[name.end]?.word !== ':' || name.end + 2 >= stretch.end) return null;
		if (!name.words.every((word) => word.length > 1 && word === word.toUpperCase())) return null;
		const content = { first: name.end + 1, end: stretch.end };
		return { draft: draftOf('transcript', name, name.end), content };
	}

	function transcriptBefore(): MarkedSpeech | null {
		const colon = stretch.outerFirst - 1;
		const name = mentionAt(colon - 1);
		if (tokens[colon]?.word !== ':' || name?.end !== colon) return null;
		const paragraph = tokens[stretch.first]?.paragraph;
		if (tokens[colon]?.paragraph !== paragraph || startsInParagraph(tokens, name.first) === false) return null;
		return { draft: draftOf('transcript', name, colon), content: outerRange() };
	}

	function signature(): MarkedSpeech | null {
		let dash = stretch.outerEnd;
		while (QUOTATION_MARK.test(tokens[dash]?.word ?? '')) dash++;
		if (!DASH.test(tokens[dash]?.word ?? '')) return null;
		const name = mentionAt(dash + 1);
		if (name?.first !== dash + 1) return null;
		const next = tokens[name.end];
		const ends = next?.paragraph !== tokens[name.first]?.paragraph || /^[,.(]$/.test(next?.word ?? '');
		const finished =
			/[.!?]/.test(tokens[stretch.end - 1]?.word ?? '') ||
			tokens[dash]?.paragraph !== tokens[stretch.end - 1]?.paragraph;
		return ends && finished ? { draft: draftOf('signature', name, dash), content: outerRange() } : null;
	}

	function outerRange(): TokenRange {
		return { first: stretch.outerFirst, end: stretch.outerEnd };
	}
}

function draftOf(evidence: 'transcript' | 'signature', { first, end }: Mention, mark: number): Draft {
	return { evidence, reading: null, cue: { first: mark, end: mark + 1 }, source: { first, end } };
}

function startsInParagraph(tokens: readonly PlacedToken[], first: number): boolean {
	return tokens[first - 1]?.paragraph !== tokens[first]?.paragraph;
}
