import type { Span } from '../../text/span.js';
import type { Term } from './terms.js';

const NEGATORS = new Set(
	(
		'not no never none nobody nothing neither nor without cannot cant dont doesnt didnt wont wouldnt isnt arent wasnt ' +
		'werent hasnt havent hadnt couldnt shouldnt mustnt aint hardly barely rarely seldom unlikely unable refuse deny ' +
		'fail reject decline lack absent false nowhere noone'
	).split(' '),
);
/** How many words a negation reaches over, unless a comma or "but" ends it. */
const REACH = 6;

/** For each term the span of the negation that it stands under; `null` where it stands under none or under two. */
export function findNegations(text: string, terms: readonly Term[]): (Span | null)[] {
	const negations: (Span | null)[] = terms.map(() => null);
	for (const [index, term] of terms.entries()) {
		if (!NEGATORS.has(term.text) && !NEGATORS.has(term.base)) continue;
		// "not only … but also" negates nothing.
		if (terms[index + 1]?.text === 'only') continue;
		for (let at = index + 1; at < terms.length && at <= index + REACH; at++) {
			const here = terms[at];
			const previous = terms[at - 1];
			if (!here || !previous || /[,;:.!?—()"“”]/.test(text.slice(previous.end, here.start)) || here.text === 'but')
				break;
			negations[at] = negations[at] ? null : { start: term.start, end: term.end };
		}
	}
	return negations;
}

export function isNegator(term: Term): boolean {
	return NEGATORS.has(term.text) || NEGATORS.has(term.base);
}

/** How many words may stand between a negation and the word that it denies ("not yet been built"). */
const HEAD_REACH = 3;

/** For each negation the index of the word that it denies first of all: the next word with a meaning of its own. */
export function findDeniedHeads(
	terms: readonly Term[],
	negations: readonly (Span | null)[],
): { head: number; negator: Term }[] {
	return terms.flatMap((term, index) => {
		if (!isNegator(term)) return [];
		for (let at = index + 1; at < terms.length && at <= index + HEAD_REACH; at++) {
			const here = terms[at];
			if (here && here.weight > 0 && negations[at]) return [{ head: at, negator: term }];
		}
		return [];
	});
}

const HALF_NEGATIVE = new Set(
	'avoid reluctant dislike hate stop prevent block oppose against keep lose miss skip dodge ignore narrowly dispute doubt without trouble wrong'.split(
		' ',
	),
);

/** True for words that deny without being a negation: against one of these, "does not" may well be right. */
export function isHalfNegative(term: Term): boolean {
	return HALF_NEGATIVE.has(term.base);
}
