/**
 * What is measured of every sentence that was found, quickly, to choose the few that are worth a second look. The names
 * are the columns of the training data and the keys of the trained weights; those that are features too mean the same.
 */
export const LOOKS = [
	'bmRaw',
	'coverAny',
	'context',
	'title',
	'passage',
	'articleShare',
	'meaning',
	'mapped',
	'length',
	'isTitle',
	'direct',
	'reported',
	'speakerNamed',
	'date',
	'money',
	'reason',
	'place',
	'digits',
] as const;

/** Column of each. */
export const LOOK = Object.fromEntries(LOOKS.map((name, column) => [name, column])) as Readonly<
	Record<(typeof LOOKS)[number], number>
>;
