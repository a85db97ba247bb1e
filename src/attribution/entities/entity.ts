import type { Gender } from './gender.js';
import type { Mention } from './mention.js';
import type { MentionPlace } from './mention-place.js';

/** Whether a name is a person's: `maybe` for a single word of which the article tells nothing more. */
export type Personhood = 'yes' | 'maybe' | 'no';

/** One bearer of a name in the article, with every place that names it. */
export interface Entity {
	/** As fully as the article prints it, without titles. */
	readonly name: string;
	/** The name's words as names are compared. */
	readonly keys: readonly string[];
	readonly person: Personhood;
	readonly gender: Gender | null;
	/** How surely: 0 unknown, about 3 by the given name, more by titles. */
	readonly genderEvidence: number;
	/** In text order, never empty. */
	readonly mentions: readonly EntityMention[];
	/** True when every mention is the first word of its sentence, which has a capital whatever it is. */
	readonly onlyOpens: boolean;
	/** Role or office as printed; `null` when the article gives none. */
	readonly description: string | null;
	/** Other ways in which the article prints the name. */
	readonly aliases: readonly string[];
}

/** A mention that is known to name one entity. */
export interface EntityMention extends Mention, MentionPlace {
	/** True when another person of the article bears the same name, so that the choice is a guess. */
	readonly ambiguous: boolean;
}
