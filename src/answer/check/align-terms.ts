import type { Term } from './terms.js';
import { type Relation, relate } from './word-relations.js';

/** A word of the claim with the word of the sentence that stands for it. */
export interface TermPair {
	/** Index of the claim's term. */
	readonly claimed: number;
	/** Index of the sentence's term. */
	readonly printed: number;
	readonly relation: Relation;
}

/** A word beside another pair's words is likelier the one that is meant than the same word elsewhere. */
const NEIGHBOUR_BONUS = 0.12;
const NEIGHBOURHOOD = 3;

/**
 * Finds for each word of the claim that has a meaning of its own the word of the sentence that comes nearest to it.
 * Words without any are left out of the result.
 */
export function alignTerms(
	claim: readonly Term[],
	printed: readonly Term[],
	isName: (term: Term) => boolean,
): TermPair[] {
	const options = claim.map((term) => (term.weight > 0 ? listOptions(term, printed, isName(term)) : []));
	const anchors = options.map((list) => (list.length === 1 ? (list[0] as Option).printed : null));
	return options.flatMap((list, claimed) => {
		let best: Option | null = null;
		let most = 0;
		for (const option of list) {
			const beside = anchors.some(
				(anchor, other) =>
					anchor !== null &&
					other !== claimed &&
					Math.abs(other - claimed) <= NEIGHBOURHOOD &&
					Math.abs(anchor - option.printed) <= NEIGHBOURHOOD,
			);
			const score = option.relation.strength + (beside ? NEIGHBOUR_BONUS : 0);
			if (score > most) {
				best = option;
				most = score;
			}
		}
		return best ? [{ claimed, printed: best.printed, relation: best.relation }] : [];
	});
}

interface Option {
	readonly printed: number;
	readonly relation: Relation;
}

function listOptions(term: Term, printed: readonly Term[], name: boolean): Option[] {
	return printed.flatMap((other, index) => {
		if (other.weight === 0 && other.text !== term.text) return [];
		const relation = relate(term.base, other.base, name || other.capital);
		return relation.strength > 0 ? [{ printed: index, relation }] : [];
	});
}
