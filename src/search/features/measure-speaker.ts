import { KINDS } from '../sentence-table.js';
import { FEATURE } from './feature-names.js';
import type { SpeakerTerms } from './speaker-terms.js';
import type { Subject } from './subject.js';

/** Whose words the sentence holds, and whether the question asks for theirs. */
export function measureSpeaker(row: Float32Array, { scan, shares, sentence, levels }: Subject, speakers: SpeakerTerms) {
	const { kind, speaker } = scan.library.sentences;
	const { classes } = scan.query;
	const name = KINDS[kind[sentence] ?? 0];
	const number = speaker[sentence] ?? -1;
	const asked = speakers.terms(number);
	const isAsked = asked.some((level) => level > 0);
	const said = classes.has('said');
	row[FEATURE.direct] = name === 'direct' ? 1 : name === 'mixed' ? 0.5 : 0;
	row[FEATURE.reported] = name === 'reported' ? 1 : 0;
	row[FEATURE.speakerNamed] = number >= 0 ? 1 : 0;
	row[FEATURE.speakerAsked] = shares.nameTotal > 0 ? shares.of(asked, 'names') : 0;
	row[FEATURE.speakerAskedSaid] = isAsked && said ? 1 : 0;
	row[FEATURE.speakerOther] = number >= 0 && !isAsked && shares.nameTotal > 0 && said ? 1 : 0;
	row[FEATURE.speakerCover] = shares.ofHigher(levels.named, asked);
	row[FEATURE.whoSaid] = said && classes.has('who') && number >= 0 ? 1 : 0;
}
