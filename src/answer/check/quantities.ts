import { readMonth } from '../../text/months.js';
import type { Span } from '../../text/span.js';

/** A number in a text as the range of values that it leaves open: "more than 30" is everything above 30. */
export interface Quantity extends Span {
	readonly low: number;
	readonly high: number;
	/** A `duration` is in days. */
	readonly kind: 'count' | 'percent' | 'money' | 'year' | 'date' | 'ordinal' | 'times' | 'duration';
	/** The words right behind it, lower case: what is counted. */
	readonly counted: readonly string[];
}

/** Numbers with their sign and unit ("$3.5m", "1,000", "12th", "45%"), or a word; never a lone mark, nor the
 * number of a name ("COVID-19"). */
const PIECE =
	/(?<![\p{L}\d]-?)[$€£]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:st|nd|rd|th|k|m|bn|mn)?(?![\p{L}\d])%?|\p{L}+(?:['’]\p{L}+)?|%/gu;
const SMALL =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' ',
	);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
	decade: 10,
	decades: 10,
	dozen: 12,
	hundred: 100,
	thousand: 1e3,
	k: 1e3,
	grand: 1e3,
	million: 1e6,
	millions: 1e6,
	mil: 1e6,
	m: 1e6,
	mn: 1e6,
	crore: 1e7,
	billion: 1e9,
	bn: 1e9,
	trillion: 1e12,
};
const TIMES = new Set(['times', 'twice', 'double', 'doubled']);
/** Units of time in days. */
const DAYS: Readonly<Record<string, number>> & { readonly year: number } = {
	minute: 1 / 1440,
	hour: 1 / 24,
	day: 1,
	week: 7,
	month: 30.4,
	year: 365,
};
const PERCENT = /^(?:%|percent|pct|percentage)$/;
const MONEY = /^(?:dollars?|bucks|euros?|pounds|rubles?|cents?|usd)$/;

// What stands before a number and opens the range upwards or downwards, or blurs it.
const ABOVE =
	/(?:more than|over|above|greater than|at least|exceed\w*|north of|beyond|after|since|surpass\w*)(?: the)?$/;
const BELOW =
	/(?:less than|fewer than|under|below|lower than|at most|up to|no more than|before|until|within)(?: the)?$/;
const ABOUT = /(?:about|around|roughly|approximately|some|nearly|almost|close to|an estimated|like|circa)$/;
/** How far from a rounded number the exact one may lie: "about 40" for 43. */
const BLUR = 0.1;
/** "sixty-odd" is below 70. */
const ODD = 0.15;

interface Piece extends Span {
	readonly text: string;
}

/** Reads the numbers of a text, in digits or words, in order. "one" alone is too often a pronoun and is left out. */
export function readQuantities(text: string): Quantity[] {
	const pieces = [...text.matchAll(PIECE)].map(
		(match): Piece => ({ start: match.index, end: match.index + match[0].length, text: match[0].toLowerCase() }),
	);
	const found: Quantity[] = [];
	for (let at = 0; at < pieces.length; ) {
		const number = readDate(pieces, at) ?? readFraction(pieces, at) ?? readNumber(pieces, at);
		if (!number) at++;
		else {
			found.push(number.quantity);
			at = number.next;
		}
	}
	return found;
}

/**
 * "June 3, 2019", "3 June", "June 2019", "June 3rd": as year, month and day in one number, so that before and after
 * work; the parts that are not given are left open, and a year that is not given counts as none.
 */
function readDate(pieces: readonly Piece[], at: number): { quantity: Quantity; next: number } | null {
	const isDay = (piece: Piece | undefined) => /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(piece?.text ?? '');
	const isYear = (piece: Piece | undefined) => /^(?:1[5-9]|20)\d\d$/.test(piece?.text ?? '');
	const dayFirst = isDay(pieces[at]) && readMonth(pieces[at + 1]?.text ?? '') !== null;
	const monthAt = dayFirst ? at + 1 : at;
	const month = readMonth(pieces[monthAt]?.text ?? '');
	if (month === null) return null;
	const dayAt = dayFirst ? at : isDay(pieces[at + 1]) ? at + 1 : null;
	const afterDay = Math.max(monthAt, dayAt ?? 0) + 1;
	const yearAt = isYear(pieces[afterDay]) ? afterDay : null;
	// "may" and "march" alone are verbs.
	if (dayAt === null && yearAt === null) return null;
	const year = yearAt === null ? 0 : Number(pieces[yearAt]?.text);
	const day = dayAt === null ? null : Number.parseInt(pieces[dayAt]?.text ?? '', 10);
	const base = year * 10_000 + month * 100;
	const next = (yearAt ?? afterDay - 1) + 1;
	const range = readRange(pieces, at, base + (day ?? 0), '');
	const open = day === null && range.low === range.high ? { low: base, high: base + 31 } : range;
	const [first, last] = [pieces[at], pieces[next - 1]];
	if (!first || !last) return null;
	return { quantity: { start: first.start, end: last.end, kind: 'date', counted: [], ...open }, next };
}

const PARTS: Readonly<Record<string, number>> = {
	half: 2,
	halves: 2,
	third: 3,
	thirds: 3,
	quarter: 4,
	quarters: 4,
	fifth: 5,
	fifths: 5,
	tenth: 10,
	tenths: 10,
};
/** How far a fraction in words may be from the exact share. */
const FRACTION_BLUR = 0.05;
/** "nine in ten", "45 out of 100". */
const WHOLE_MAX = 100;

/** "half of", "a third of", "two-thirds", "one in five": as percentage. */
function readFraction(pieces: readonly Piece[], at: number): { quantity: Quantity; next: number } | null {
	const text = (index: number) => pieces[index]?.text ?? '';
	const whole = (index: number) => {
		const spelt = SMALL.indexOf(text(index));
		return spelt > 0 ? spelt : /^\d{1,3}$/.test(text(index)) ? Number(text(index)) : 0;
	};
	const count = whole(at);
	const inAt = text(at + 1) === 'in' ? at + 2 : text(at + 1) === 'out' && text(at + 2) === 'of' ? at + 3 : 0;
	const of = inAt > 0 ? whole(inAt) : 0;
	let share = 0;
	let next = at + 2;
	if (count > 0 && of > count && of <= WHOLE_MAX) {
		share = count / of;
		next = inAt + 1;
	} else if (count > 0 && PARTS[text(at + 1)] && (count > 1 || text(at + 2) === 'of')) {
		share = count / (PARTS[text(at + 1)] ?? 1);
	} else if (text(at) === 'a' && PARTS[text(at + 1)] && text(at + 2) === 'of') {
		share = 1 / (PARTS[text(at + 1)] ?? 1);
	} else if (text(at) === 'half' && text(at + 1) === 'of') {
		share = 1 / 2;
		next = at + 1;
	}
	const [first, last] = [pieces[at], pieces[next - 1]];
	if (share === 0 || !first || !last) return null;
	const exact = readRange(pieces, at, 100 * share, '');
	const range =
		exact.low === exact.high ? { low: exact.low * (1 - FRACTION_BLUR), high: exact.high * (1 + FRACTION_BLUR) } : exact;
	return { quantity: { start: first.start, end: last.end, kind: 'percent', counted: [], ...range }, next };
}

function readNumber(pieces: readonly Piece[], at: number): { quantity: Quantity; next: number } | null {
	const first = pieces[at];
	if (!first) return null;
	const digits = /^([$€£]?)(\d[\d,]*(?:\.\d+)?)(st|nd|rd|th|k|m|bn|mn)?(%?)$/.exec(first.text);
	let next = at + 1;
	let value: number;
	let kind: Quantity['kind'] = 'count';
	if (digits) {
		value = Number(digits[2]?.replace(/,/g, ''));
		if (digits[1]) kind = 'money';
		if (digits[4]) kind = 'percent';
		const suffix = digits[3];
		if (suffix && suffix in SCALES) value *= SCALES[suffix] ?? 1;
		else if (suffix) kind = 'ordinal';
	} else if (ORDINALS.includes(first.text)) {
		value = ORDINALS.indexOf(first.text) + 1;
		kind = 'ordinal';
	} else {
		const spelt = readSpelt(pieces, at);
		if (!spelt) return null;
		value = spelt.value;
		next = spelt.next;
	}
	for (
		let scale = SCALES[pieces[next]?.text ?? ''];
		scale && kind !== 'ordinal';
		scale = SCALES[pieces[next]?.text ?? '']
	) {
		value *= scale;
		next++;
	}
	const after = pieces[next]?.text ?? '';
	if (kind === 'count' && PERCENT.test(after)) kind = 'percent';
	else if (kind === 'count' && MONEY.test(after)) kind = 'money';
	if (kind === 'count' && digits && !first.text.includes(',') && value >= 1500 && value <= 2100) kind = 'year';
	if (kind === 'count' && (TIMES.has(after) || TIMES.has(first.text))) kind = 'times';
	const unit = kind === 'count' ? DAYS[after.replace(/s$/, '')] : undefined;
	if (unit !== undefined || (kind === 'count' && /^decades?$/.test(pieces[next - 1]?.text ?? ''))) {
		value *= unit ?? DAYS.year;
		kind = 'duration';
		if (unit !== undefined) next++;
	}
	const last = pieces[next - 1] ?? first;
	const counted = pieces.slice(next, next + 4).map((piece) => piece.text);
	const range = readRange(
		pieces,
		at,
		value,
		pieces
			.slice(next, next + 2)
			.map((piece) => piece.text)
			.join(' '),
	);
	return { quantity: { start: first.start, end: last.end, kind, counted, ...range }, next };
}

/** Between a part and its whole. */
const FILLING = new Set(['a', 'of']);

/** "twenty-five", "two", "a dozen", "half"; not "one", and not "second" (a unit of time as often as a rank). */
function readSpelt(pieces: readonly Piece[], at: number): { value: number; next: number } | null {
	const text = pieces[at]?.text ?? '';
	const next = pieces[at + 1]?.text ?? '';
	const tens = TENS.indexOf(text);
	if (tens >= 0) {
		const ones = SMALL.indexOf(next);
		return ones > 0 && ones < 10
			? { value: (tens + 2) * 10 + ones, next: at + 2 }
			: { value: (tens + 2) * 10, next: at + 1 };
	}
	const small = SMALL.indexOf(text);
	if (small > 1 || (small === 1 && next in SCALES)) return { value: small, next: at + 1 };
	if (text === 'dozen' || ((text === 'a' || text === 'an') && next in SCALES && next !== 'm' && next !== 'k')) {
		return { value: 1, next: text === 'dozen' ? at : at + 1 };
	}
	// "half a dozen", "a half-million", "a quarter of a million"
	const part = text === 'half' ? 0.5 : text === 'quarter' ? 0.25 : 0;
	const scaleAt = [1, 2, 3].find((step) => !FILLING.has(pieces[at + step]?.text ?? '')) ?? 1;
	if (part > 0 && (pieces[at + scaleAt]?.text ?? '') in SCALES) return { value: part, next: at + scaleAt };
	return text === 'twice' || text === 'double' || text === 'doubled' ? { value: 2, next: at + 1 } : null;
}

function readRange(pieces: readonly Piece[], at: number, value: number, after: string): { low: number; high: number } {
	const before = pieces
		.slice(Math.max(0, at - 3), at)
		.map((piece) => piece.text)
		.join(' ');
	const infinity = Number.POSITIVE_INFINITY;
	if (/^or (?:more|higher|later)/.test(after)) return { low: value, high: infinity };
	if (/^or (?:less|fewer|lower)/.test(after)) return { low: -infinity, high: value };
	if (/at least(?: the)?$/.test(before)) return { low: value, high: infinity };
	if (/(?:at most|up to|no more than)(?: the)?$/.test(before)) return { low: -infinity, high: value };
	if (/^(?:some|something|odd)\b/.test(after)) return { low: value, high: value * (1 + ODD) };
	// The bound itself is left out: "more than 30" does not hold of 30.
	if (ABOVE.test(before)) return { low: value + Number.EPSILON * Math.abs(value) * 4, high: infinity };
	if (BELOW.test(before)) return { low: -infinity, high: value - Number.EPSILON * Math.abs(value) * 4 };
	if (ABOUT.test(before)) return { low: value * (1 - BLUR), high: value * (1 + BLUR) };
	return { low: value, high: value };
}
