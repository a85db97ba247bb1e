import type { Quantity } from './quantities.js';

/** How a claimed number stands to a printed one: it follows, it cannot hold, or neither. */
export function compareQuantities(claimed: Quantity, printed: Quantity): 'agrees' | 'conflicts' | 'open' {
	if (claimed.kind === 'date' && hasYear(claimed) !== hasYear(printed)) {
		return compareQuantities(withoutYear(claimed), withoutYear(printed));
	}
	if (printed.low >= claimed.low && printed.high <= claimed.high) return 'agrees';
	if (isDay(claimed) && isSameBound(claimed, printed)) return 'open';
	if (printed.low > claimed.high || printed.high < claimed.low) {
		const near = Math.abs(midOf(printed) - midOf(claimed)) <= ROUNDING * Math.abs(midOf(claimed));
		const rounds = claimed.kind === 'duration' || (!isDay(claimed) && isRound(claimed));
		return near && rounds ? 'agrees' : 'conflicts';
	}
	// "At least 38" is not said of 380.
	if (!isDay(claimed) && printed.high === Number.POSITIVE_INFINITY && claimed.high < Number.POSITIVE_INFINITY) {
		return claimed.low > BEYOND * printed.low ? 'conflicts' : 'open';
	}
	return 'open';
}

const YEAR = 10_000;

function hasYear(date: Quantity): boolean {
	return midOf(date) >= YEAR;
}

function withoutYear(date: Quantity): Quantity {
	const cut = (value: number) => (Number.isFinite(value) ? value % YEAR : value);
	return { ...date, low: cut(date.low), high: cut(date.high) };
}

/** "55 thousand" for 54,900: a claim may round to two figures. */
const ROUNDING = 0.02;

/** What is more than so many times a lower bound is not what the bound means. */
const BEYOND = 2;

function isRound({ low, high }: Quantity): boolean {
	return low === high && low >= 100 && low % 10 ** (Math.floor(Math.log10(low)) - 1) === 0;
}

function isDay({ kind }: Quantity): boolean {
	return kind === 'date' || kind === 'year';
}

/** "until June 7" against "on June 7": both name one day, and which side of it is meant is open. */
function isSameBound(one: Quantity, other: Quantity): boolean {
	const isOpen = ({ low, high }: Quantity) => !Number.isFinite(low) || !Number.isFinite(high);
	return (isOpen(one) || isOpen(other)) && Math.abs(midOf(one) - midOf(other)) < 1e-6 * Math.abs(midOf(one));
}

export function midOf({ low, high }: Quantity): number {
	if (!Number.isFinite(low)) return high;
	return Number.isFinite(high) ? (low + high) / 2 : low;
}
