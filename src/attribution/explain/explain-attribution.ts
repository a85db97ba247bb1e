import type { Attribution, SpeakerBasis } from '../attribution.js';

const BASES: Readonly<Record<SpeakerBasis, string>> = {
	name: 'the source is a name',
	'shared-name': 'several people here bear that name; this one fits best',
	pronoun: 'the source is a pronoun; this person fits best',
	role: 'the source is a role; this person fits it best',
	relative: 'the source stands for the name before it',
	words: 'the source has no name and is shown as printed',
	none: 'nobody is named here, or not surely enough',
	correction: 'corrected by an editor',
};

/** @returns Why an attribution has its speaker, in a few words for people. */
export const explainBasis = ({ basis }: Pick<Attribution, 'basis'>): string => BASES[basis];

/** @returns `quoted directly`, `quoted in part` or `reported by the article`. */
export const explainKind = ({ kind }: Pick<Attribution, 'kind'>): string =>
	({ direct: 'quoted directly', mixed: 'quoted in part', reported: 'reported by the article' })[kind];
