import { sliceSpan } from '../text/span.js';
import type { Attribution } from './attribution.js';
import { readLexicon } from './lexicon.js';

/**
 * True for what somebody said or wrote: a quotation, or reported speech with a cue of saying, such as `Moe said` or `Moe
 * voiced doubts`. What somebody hopes, or what a mood shows, is the reporter's to tell.
 */
export function isSpeech(text: string, { kind, cue }: Pick<Attribution, 'kind' | 'cue'>): boolean {
	if (kind !== 'reported' || cue.length === 0) return true;
	return cue.some((span) =>
		sliceSpan(text, span)
			.toLowerCase()
			.split(/[^a-z]+/)
			.some(isSpeechWord),
	);
}

/** A form of a verb or noun of saying. */
export const isSpeechWord = (lower: string): boolean => speechCues().has(lower);

let words: ReadonlySet<string> | undefined;

function speechCues(): ReadonlySet<string> {
	words ??= new Set(readLexicon('speech-cues.txt').toString('utf8').split(/\s+/));
	return words;
}
