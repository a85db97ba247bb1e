import type { AnalysedText } from './analysed-text.js';
import type { AttributionClaim } from './claim.js';
import { decodeClaims } from './decoder/decode-claims.js';
import { findCues } from './tagger/read-cues.js';

/**
 * First stage of attribution: finds what is somebody's words, quoted or reported, with the cue and the source that
 * belong to it. The tagger reads every paragraph, the decoder decides over the whole text.
 *
 * @returns Claims in the order of their content, which no two of them share.
 */
export function findClaims(analysed: AnalysedText): AttributionClaim[] {
	return decodeClaims(analysed, findCues(analysed));
}
