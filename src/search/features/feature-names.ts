/**
 * What is measured of a candidate for a question. The names are the columns of the training data and the keys of the
 * trained weights; shares are of the question's rarity, so that a rare word counts for more.
 */
export const FEATURES = [
	// the sentence's own words
	'bm',
	'bmRaw',
	'cover',
	'coverAny',
	'coverNames',
	'namesExact',
	'names',
	'others',
	'prefix',
	'missing',
	'rarestHit',
	'hits',
	'numbers',
	'bigrams',
	'nearness',
	'stop',
	'head',
	// its surroundings
	'passage',
	'context',
	'paragraph',
	'title',
	'lead',
	'before',
	'before2',
	'after',
	'carriedNames',
	'carriedOthers',
	'carriedAll',
	// the same with rarity in the article
	'localCover',
	'localNames',
	'localContext',
	'localParagraph',
	'localMissing',
	'localBm',
	// its article
	'articleShare',
	'articleCover',
	'articleFirst',
	'articleGap',
	// form and length
	'isTitle',
	'definesTitle',
	'length',
	'short',
	'quoteMarks',
	'question',
	'pronounFirst',
	'firstPerson',
	'negation',
	'fullStop',
	// what it could answer
	'newNames',
	'newNumbers',
	'digits',
	'date',
	'money',
	'reason',
	'place',
	'definition',
	'typeMatch',
	// whose words it is
	'direct',
	'reported',
	'speakerNamed',
	'speakerAsked',
	'speakerAskedSaid',
	'speakerOther',
	'speakerCover',
	'whoSaid',
] as const;

export type FeatureName = (typeof FEATURES)[number];

/** Column of each feature. */
export const FEATURE = Object.fromEntries(FEATURES.map((name, column) => [name, column])) as Readonly<
	Record<FeatureName, number>
>;
