import type { PlacedToken } from '../analysed-text.js';
import type { Cue } from './cue.js';

/** Token indices, `end` excluded. */
export interface TokenRange {
	readonly first: number;
	readonly end: number;
}

/** Furthest that the head of a source stands from its cue, in tokens: an apposition between them is shorter. */
const REACH = 30;

/**
 * Finds the noun phrase that a cue takes its words from: the one after `to` or `by`; for a verb, the one after it when
 * `“…,” said Price` leaves no subject before it, else the nearest one before it.
 */
export function findSourceOfCue(tokens: readonly PlacedToken[], cue: Cue, inverted: boolean): TokenRange | null {
	if (cue.source === 'after') return phraseAfter(tokens, cue.end, cue);
	return (inverted ? phraseAfter(tokens, cue.end, cue) : null) ?? phraseBefore(tokens, cue);
}

function phraseAfter(tokens: readonly PlacedToken[], from: number, cue: Cue): TokenRange | null {
	let end = from;
	while (end < from + 12 && isWithin(tokens, end, cue) && (isNominal(tokens, end) || isInside(tokens, end))) end++;
	while (end > from && !isNominal(tokens, end - 1)) end--;
	const pronoun = tokens[from]?.tag === 'PRON';
	return end > from ? { first: from, end: pronoun ? from + 1 : end } : null;
}

function phraseBefore(tokens: readonly PlacedToken[], cue: Cue): TokenRange | null {
	let head = cue.first - 1;
	// "Price, who leads the union, said" – what stands between the commas is not the subject.
	if (tokens[head]?.word === ',') head = openingComma(tokens, head) - 1;
	while (head > cue.first - REACH && isWithin(tokens, head, cue) && !isHead(tokens, head)) head--;
	if (!isWithin(tokens, head, cue) || !isHead(tokens, head)) return null;
	let first = head;
	if (tokens[head]?.tag !== 'PRON') {
		while (
			first > head - 12 &&
			isWithin(tokens, first - 1, cue) &&
			(isNominal(tokens, first - 1) || isInside(tokens, first - 1))
		)
			first--;
		while (first < head && !isNominal(tokens, first)) first++;
	}
	return { first, end: head + 1 };
}

function openingComma(tokens: readonly PlacedToken[], closing: number): number {
	for (let i = closing - 1; i > closing - REACH; i--) {
		if (tokens[i]?.sentence !== tokens[closing]?.sentence) break;
		if (tokens[i]?.word === ',') return i;
	}
	return closing;
}

function isWithin(tokens: readonly PlacedToken[], i: number, cue: Cue): boolean {
	const token = tokens[i];
	return token !== undefined && token.stretch === -1 && token.sentence === tokens[cue.first]?.sentence;
}

const isNominal = (tokens: readonly PlacedToken[], i: number): boolean =>
	/^(?:NOUN|PROPN|PRON|ADJ|NUM|DET)$/.test(tokens[i]?.tag ?? '');
const isHead = (tokens: readonly PlacedToken[], i: number): boolean =>
	/^(?:NOUN|PROPN|PRON)$/.test(tokens[i]?.tag ?? '') && !isPossessive(tokens, i);
const isPossessive = (tokens: readonly PlacedToken[], i: number): boolean => /^['’]s?$/.test(tokens[i + 1]?.word ?? '');
const isInside = (tokens: readonly PlacedToken[], i: number): boolean =>
	/^(?:-|\.|&|['’]s?|of)$/.test(tokens[i]?.word ?? '');
