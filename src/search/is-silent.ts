import { SpeakerTerms } from './features/speaker-terms.js';
import type { Scan } from './scan.js';

/** True when the question asks for the words of somebody it names, and the article gives none of theirs. */
export function isSilent(scan: Scan, article: number): boolean {
	const { askedSpeaker } = scan.query;
	if (askedSpeaker.length === 0) return false;
	const { articleStart, speaker } = scan.library.sentences;
	const speakers = new Set(speaker.subarray(articleStart[article], articleStart[article + 1]));
	const names = new SpeakerTerms(scan);
	for (const number of speakers) {
		const named = names.terms(number);
		if (askedSpeaker.some((term) => (named[term] ?? 0) > 0)) return false;
	}
	return true;
}
