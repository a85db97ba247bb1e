import type { Span } from '../../text/span.js';
import type { Term } from './terms.js';

const NEGATORS = new Set(
	(
		'not no never none nobody nothing neither nor without cannot cant dont doesnt didnt wont wouldnt isnt arent wasnt ' +
		'werent hasnt havent hadnt couldnt shouldnt mustnt aint hardly rarely seldom unlikely unable refuse deny ' +
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
		if (negatesNothing(term, terms[index + 1])) continue;
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

const AFTER_NOT = new Set('only just merely simply necessarily until'.split(' '));
const AFTER_NO = new Set('doubt wonder matter sooner'.split(' '));
const AFTER_FAIL = new Set(['to', 'in']);

/** "not only … but also", "not until Monday", "no doubt", "a failed state". */
function negatesNothing({ text, base }: Term, next: Term | undefined): boolean {
	if (text === 'not') return AFTER_NOT.has(next?.text ?? '');
	if (text === 'no') return AFTER_NO.has(next?.text ?? '');
	return base === 'fail' && !AFTER_FAIL.has(next?.text ?? '');
}

export function isNegator(term: Term): boolean {
	return NEGATORS.has(term.text) || NEGATORS.has(term.base);
}

/** How many words may stand between a negation and the word that it denies ("not yet been built"). */
const HEAD_REACH = 3;

/** These stand for the one who does it and deny a verb further on: "nobody at the mill was charged". */
const DENIED_SUBJECTS = new Set('nobody nothing none noone neither nor'.split(' '));
/** "nobody at the mill": what follows these is where, not what is denied. */
const WHERE = new Set('at of in on from among'.split(' '));

/**
 * For each negation the words that it may deny, nearest first: those with a meaning of their own within its reach.
 * A name is never denied ("rejected Northport's offer"), nor is saying ("did not say when").
 */
export function findDenied(
	terms: readonly Term[],
	negations: readonly (Span | null)[],
): { negator: Term; head: number | null; others: readonly number[] }[] {
	return terms.flatMap((negator, index) => {
		if (!isNegator(negator)) return [];
		const reached: number[] = [];
		for (let at = index + 1; at < terms.length && at <= index + REACH; at++) {
			const here = terms[at];
			if (here && here.weight > 0 && negations[at]) reached.push(at);
		}
		const isSubject = DENIED_SUBJECTS.has(negator.text);
		if (isSubject && WHERE.has(terms[index + 1]?.text ?? '')) reached.shift();
		const [first] = reached;
		const isHead = first !== undefined && first <= index + HEAD_REACH && !isSubject && isDeniable(terms[first]);
		const head = isHead ? first : null;
		return [{ negator, head, others: reached.filter((at) => at !== head && isDeniable(terms[at])) }];
	});
}

function isDeniable(term: Term | undefined): boolean {
	return term !== undefined && !term.capital && term.base !== 'say' && term.base !== 'tell';
}

const HALF_NEGATIVE = new Set(
	(
		'avoid reluctant dislike hate stop prevent block oppose against keep lose miss skip dodge evade ignore narrowly ' +
		'dispute doubt without trouble wrong yet outside instead rather failure refrain abstain forgo reverse reversal ' +
		'short scarce empty end quit cancel withdraw retract exclude bar'
	).split(' '),
);

/** True for words that deny without being a negation: against one of these, "does not" may well be right. */
export function isHalfNegative(term: Term): boolean {
	return HALF_NEGATIVE.has(term.base);
}
