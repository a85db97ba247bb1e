import type { TermPair } from './align-terms.js';
import { SURE } from './compare-polarity.js';
import type { FoundDifference } from './difference.js';
import type { ReadText } from './read-text.js';
import type { Term } from './terms.js';
import { cosine, isDictionaryWord } from './word-relations.js';

/** From here on a word of the sentence is taken by one of the claim. */
const SHARED = 0.5;
/** Words of one field ("federal", "state"), by their vectors; chosen by hand. */
const ONE_FIELD_MIN = 0.5;
/** How sure it is that one stands for the other; it depends on what else is shared. */
const STRENGTH = 0.4;
/** Words like "the" and "of" between a word and its neighbour. */
const BETWEEN_MAX = 2;

/**
 * Finds a word of the claim that the sentence lacks, beside a word of both, where the sentence has another word of
 * the same field in its place: "the farm committee" against "the transport committee". Adds it to `differences`.
 */
export function compareSlots(
	claim: ReadText,
	sentence: ReadText,
	pairs: readonly TermPair[],
	missing: readonly number[],
	differences: FoundDifference[],
) {
	const counterparts = new Map(pairs.map((pair) => [pair.claimed, pair]));
	const taken = new Set(pairs.filter(({ relation }) => relation.strength >= SHARED).map(({ printed }) => printed));
	let most = 0;
	for (const index of missing) {
		const ours = claim.terms[index];
		if (!ours || !isDictionaryWord(ours.base)) continue;
		for (const step of [1, -1]) {
			const neighbour = findNeighbour(claim.terms, index, step);
			const pair = neighbour === null ? undefined : counterparts.get(neighbour);
			if (!pair || pair.relation.strength < SURE) continue;
			const place = findNeighbour(sentence.terms, pair.printed, -step);
			const theirs = place === null || taken.has(place) ? undefined : sentence.terms[place];
			if (!theirs || !isDictionaryWord(theirs.base)) continue;
			const near = cosine(ours.base, theirs.base);
			if (near < ONE_FIELD_MIN) continue;
			if (most === 0) differences.push({ kind: 'word', claim: ours, article: theirs, strength: STRENGTH });
			most = Math.max(most, near);
		}
	}
	return { slotConflict: most };
}

/** The next word with a meaning of its own on one side. */
function findNeighbour(terms: readonly Term[], index: number, step: number): number | null {
	for (let at = index + step; Math.abs(at - index) <= BETWEEN_MAX + 1; at += step) {
		const term = terms[at];
		if (!term) return null;
		if (term.weight > 0) return at;
	}
	return null;
}
