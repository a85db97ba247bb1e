import { MONTHS } from '../text/months.js';

/** What the form of a sentence tells about the questions that it may answer; one bit each. */
export const FORM = {
	date: 1 << 0,
	money: 1 << 1,
	reason: 1 << 2,
	place: 1 << 3,
	question: 1 << 4,
	pronounFirst: 1 << 5,
	negation: 1 << 6,
	firstPerson: 1 << 7,
	quoteMarks: 1 << 8,
	digits: 1 << 9,
	definition: 1 << 10,
	/** Says again what the title says, as the headline does where it is also the text's first line. */
	title: 1 << 11,
	/** The text's first sentence, and it says what the title names: "X is a …". */
	definesTitle: 1 << 12,
	fullStop: 1 << 13,
} as const;

export type Form = keyof typeof FORM;

// "on March 3", "last year", "in 1998", "Monday", "9 a.m."; not "he may go".
const DATE = new RegExp(
	[
		String.raw`\b(?:${MONTHS.join('|')}|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b`,
		String.raw`\b(?:yesterday|today|tonight|tomorrow|morning|afternoon|evening|decades?|centur(?:y|ies)|(?:last|next|this|past|same|earlier|previous) (?:\w+ )?(?:week|weekend|month|year|night|fall|spring|summer|winter)|(?:days?|weeks?|months?|years?|hours?|minutes?) (?:ago|later|before|after|earlier)|1[0-9]\d\d|20\d\d)\b|\d(?:th|st|nd|rd)\b|\b[ap]\.m\.`,
	].join('|'),
	'i',
);

// Each accepts a trait's usual words: a few false alarms cost less than a parser.
const TESTS: readonly (readonly [Form, RegExp])[] = [
	['date', DATE],
	// "$5", "5 percent", "€3bn"; not "five people".
	['money', /[$€£¥%]|\b(?:dollars?|euros?|pounds?|rubles?|percent|cents?|percentage)\b/i],
	// "because of it", "in order to", "to avoid"; not "he left".
	[
		'reason',
		/\b(?:because|since|due to|so that|in order|reasons?|caus\w+|therefore|results?|resulted|thanks to|for fear|to (?:avoid|prevent|keep|help|protect|make|show|get|stop|ensure|allow)|after|amid|over|led to|owing)\b/i,
	],
	// "in Paris", "at the White House"; not "in time".
	['place', /\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Oo]utside|[Tt]o|[Oo]n|[Aa]cross) (?:the )?\p{Lu}\p{Ll}+/u],
	// "Is it?", also before a closing mark; not "It is."
	['question', /\?["”'’]*\s*$/],
	// "He said", "That is"; not "Her Majesty’s" alone, which is rare enough.
	['pronounFirst', /^\P{L}*(?:he|she|they|it|this|that|these|those|his|her|their|its|there)\b/iu],
	// "did not", "never", "refused"; not "nothing" inside "for nothing", which it takes too.
	[
		'negation',
		/\b(?:not|no|never|none|nobody|nothing|neither|nor|without|den(?:y|ied|ies)|refus\w+|reject\w*|fail\w*|false|wrong|unlikely|hardly|cannot)\b|n['’]t\b/i,
	],
	// "I think", "our"; not "US".
	['firstPerson', /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us)\b/],
	['quoteMarks', /["“”]|''/],
	['digits', /\d/],
	// "X is a …", "X was the …", "X, a …"; not "he was there".
	[
		'definition',
		/^(?:[^,.;]{2,60}?\b(?:is|are|was|were|refers to|means)\b|[^,.;]{2,40}\([^)]*\),?[^.;]{0,60}?\b(?:is|are|was|were)\b)\s+(?:an?|the|one|any|\w+ly|used|known|located)\b/i,
	],
	['fullStop', /[.!?…]["”'’)\]]*\s*$/],
];

/** @returns The {@link FORM} bits of a sentence that its own words show. */
export function sentenceForm(text: string): number {
	let bits = 0;
	for (const [form, test] of TESTS) if (test.test(text)) bits |= FORM[form];
	return bits;
}
