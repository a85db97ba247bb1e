import type { Span } from '../../text/span.js';
import type { Word } from './word-stream.js';

/** One place where the claimed words and the printed words differ; either side may be empty, not both. */
export interface WordChange {
	/** Indices into the claimed words, end excluded. */
	readonly claimed: Span;
	/** Indices into the printed words, end excluded. */
	readonly printed: Span;
}

/** The best fit of a claimed wording into a longer printed text. */
export interface Alignment {
	/** The printed words it was fitted to, as indices, end excluded. */
	readonly printed: Span;
	/** Index pairs of the words that are the same, in order. */
	readonly same: readonly (readonly [claimed: number, printed: number])[];
	/** What was not the same, in order. Fair edits (brackets, a marked ellipsis) are not among them. */
	readonly changes: readonly WordChange[];
	/** 0 when nothing differs; a changed word costs about 1. */
	readonly cost: number;
}

// Leaving out many words at once is one edit: the first costs as much as a changed word, each further one little.
const OMIT_FIRST = 1;
const OMIT_NEXT = 0.15;
/** An omission that the claim marks, by an ellipsis or a bracket, is free but for choosing the nearest continuation. */
const MARKED = 0.01;
/** A short word ("of", "the", "a") is weaker evidence for the place than a long one. */
const SHORT_WORD = 0.6;
/** A replacement is likelier than an addition beside an omission, but not across the end of a sentence. */
const REPLACE = 0.95;
const REPLACE_ACROSS_STOP = 1.05;
/** "move" for "moved": words that begin alike belong opposite each other. */
const REPLACE_ALIKE = 0.6;
const ALIKE_LETTERS = 4;

const SAME = 1;
const REPLACED = 2;
const ADDED = 3;
const OMITTED = 4;

/**
 * Fits the claimed words into the printed ones at the least cost: every claimed word is used, and the printed text
 * may go on freely on both sides. Of equally good places the first is taken.
 *
 * @returns `null` when either side has no words.
 */
export function alignWords(claimed: readonly Word[], printed: readonly Word[]): Alignment | null {
	if (claimed.length === 0 || printed.length === 0) return null;
	const width = printed.length + 1;
	const steps = new Uint8Array((claimed.length + 1) * width);
	// Whether the best way of ending in an omission at this cell goes on with an omission already begun.
	const goesOn = new Uint8Array(steps.length);
	let above = new Float64Array(width);
	let current = new Float64Array(width);
	const bracketed = Uint8Array.from(printed, (word) => (word.bracketed ? 1 : 0));
	for (const [index, word] of claimed.entries()) {
		const row = index + 1;
		const next = claimed[row];
		const addCost = word.bracketed ? 0 : weightOf(word);
		const marked = word.bracketed || next?.bracketed === true || next?.after === 'ellipsis';
		const first = marked ? MARKED : OMIT_FIRST;
		const further = marked ? MARKED : OMIT_NEXT;
		const costs = oppositeCosts(word, printed);
		let omitted = Number.POSITIVE_INFINITY;
		current[0] = (above[0] as number) + addCost;
		steps[row * width] = ADDED;
		for (let column = 0; column < printed.length; column++) {
			const cell = row * width + column + 1;
			const cost = costs[column] as number;
			let best = (above[column] as number) + cost;
			let step = cost === 0 ? SAME : REPLACED;
			const added = (above[column + 1] as number) + addCost;
			if (added < best) {
				best = added;
				step = ADDED;
			}
			// After the last claimed word nothing is left out: the printed text goes on freely.
			if (next) {
				const free = bracketed[column] === 1;
				const begun = (current[column] as number) + (free ? 0 : first);
				const longer = omitted + (free ? 0 : further);
				omitted = begun;
				if (longer < begun) {
					omitted = longer;
					goesOn[cell] = 1;
				}
				if (omitted < best) {
					best = omitted;
					step = OMITTED;
				}
			}
			current[column + 1] = best;
			steps[cell] = step;
		}
		[above, current] = [current, above];
	}
	const cost = above.reduce((least, value) => Math.min(least, value));
	return trace(claimed, printed, { steps, goesOn, end: above.indexOf(cost), cost });
}

function weightOf(word: Word): number {
	return word.text.length <= 3 ? SHORT_WORD : 1;
}

/** What it costs to set `claimed` opposite each of the printed words: 0 for the same word. */
function oppositeCosts(claimed: Word, printed: readonly Word[]): Float64Array {
	const { text, bracketed, after } = claimed;
	const weight = weightOf(claimed);
	const stem = text.length >= ALIKE_LETTERS ? text.slice(0, ALIKE_LETTERS) : null;
	const costs = new Float64Array(printed.length);
	for (let column = 0; column < printed.length; column++) {
		const other = printed[column] as Word;
		if (other.text === text) continue;
		if (bracketed) costs[column] = MARKED;
		else if (stem !== null && other.text.startsWith(stem)) costs[column] = REPLACE_ALIKE;
		else costs[column] = weight * (other.after === 'stop' && after !== 'stop' ? REPLACE_ACROSS_STOP : REPLACE);
	}
	return costs;
}

interface Table {
	readonly steps: Uint8Array;
	readonly goesOn: Uint8Array;
	/** The printed words, counted from the start, at which the best fit ends. */
	readonly end: number;
	readonly cost: number;
}

/** Walks back from the end of the best fit and gathers the words that are the same and the runs that are not. */
function trace(claimed: readonly Word[], printed: readonly Word[], { steps, goesOn, end, cost }: Table): Alignment {
	const width = printed.length + 1;
	const same: [number, number][] = [];
	const changes: WordChange[] = [];
	let row = claimed.length;
	let column = end;
	// Where the run of differences that is being read ends; it begins where the walk stands.
	let runEnd = { row, column };
	const closeRun = () => {
		const change = { claimed: { start: row, end: runEnd.row }, printed: { start: column, end: runEnd.column } };
		const empty = row === runEnd.row && column === runEnd.column;
		if (!empty && !isFair(change, claimed, printed)) changes.push(change);
	};
	while (row > 0) {
		const cell = row * width + column;
		if (steps[cell] === SAME) {
			closeRun();
			row--;
			column--;
			same.push([row, column]);
			runEnd = { row, column };
		} else if (steps[cell] === REPLACED) {
			row--;
			column--;
		} else if (steps[cell] === ADDED) row--;
		else {
			while (goesOn[row * width + column] === 1) column--;
			column--;
		}
	}
	closeRun();
	return { printed: { start: column, end }, same: same.reverse(), changes: changes.reverse(), cost };
}

/**
 * True for what an honest quoter may do: put an editor's words in brackets or leave the printed ones out, and leave
 * words out where an ellipsis says so.
 */
function isFair(change: WordChange, claimed: readonly Word[], printed: readonly Word[]): boolean {
	const ours = claimed.slice(change.claimed.start, change.claimed.end);
	const theirs = printed.slice(change.printed.start, change.printed.end);
	if (ours.length > 0) return ours.every((word) => word.bracketed);
	const next = claimed[change.claimed.end];
	const marked = next?.after === 'ellipsis' || next?.bracketed || claimed[change.claimed.start - 1]?.bracketed;
	return marked === true || theirs.every((word) => word.bracketed);
}
