import { SOURCE_BEGIN } from '../tagger/chain.js';
import type { CueReading } from '../tagger/read-cues.js';
import type { TokenRange } from './draft.js';

/** A quotation takes the likeliest source from this probability on, even where the best path has none. */
const LIKELY_SOURCE_LEAST = 0.12;

/** @returns The longest run of source words on the best path, or `null`. */
export function sourceOnPath({ path, start }: CueReading): TokenRange | null {
	let best: TokenRange | null = null;
	for (let i = 0; i < path.length; i++) {
		if ((path[i] ?? 0) < SOURCE_BEGIN) continue;
		const first = i;
		while ((path[i + 1] ?? 0) >= SOURCE_BEGIN) i++;
		if (best === null || i + 1 - first > best.end - best.first) best = { first: start + first, end: start + i + 1 };
	}
	return best;
}

/**
 * The likeliest word to be the source, with the neighbours that are at least half as likely.
 *
 * @param isFree - False for words that are somebody's content: they cannot name who speaks.
 */
export function likeliestSource({ source, start }: CueReading, isFree: (token: number) => boolean): TokenRange | null {
	let best = -1;
	for (let i = 0; i < source.length; i++) {
		if ((source[i] ?? 0) > Math.max(LIKELY_SOURCE_LEAST, source[best] ?? 0) && isFree(start + i)) best = i;
	}
	if (best < 0) return null;
	const joins = (i: number) => (source[i] ?? 0) > (source[best] ?? 0) / 2 && isFree(start + i);
	let first = best;
	while (joins(first - 1)) first--;
	let end = best + 1;
	while (joins(end)) end++;
	return { first: start + first, end: start + end };
}
