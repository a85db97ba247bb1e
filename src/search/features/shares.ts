import type { Query, Term } from '../query.js';

/** All of a question, its names, or its other words. */
type Part = 'all' | 'names' | 'others';

/** Tells how much of a question is met: shares of its rarity, so that a rare word counts for more. */
export class Shares {
	/** Rarity of the question's names together. */
	readonly nameTotal: number;
	/** Rarity of each term; 0 for terms that are not of the part. */
	readonly #rarity: Readonly<Record<Part, Float32Array>>;
	readonly #totals: Readonly<Record<Part, number>>;

	constructor({ terms, total }: Query) {
		const rarityWhere = (is: (term: Term) => boolean) => {
			return new Float32Array(terms.map((term) => (is(term) ? term.rarity : 0)));
		};
		this.#rarity = {
			all: rarityWhere(() => true),
			names: rarityWhere(({ isName }) => isName),
			others: rarityWhere(({ isName }) => !isName),
		};
		this.nameTotal = terms.reduce((sum, { isName, rarity }) => sum + (isName ? rarity : 0), 0);
		this.#totals = { all: total, names: this.nameTotal, others: total - this.nameTotal };
	}

	/**
	 * @param levels - By term, how well it is met, 0 to 1.
	 * @returns Share of the whole question, or of its names or its other words; one half where it has none of these.
	 */
	of(levels: ArrayLike<number>, part: Part = 'all'): number {
		const rarity = this.#rarity[part];
		let sum = 0;
		for (let term = 0; term < rarity.length; term++) sum += (levels[term] ?? 0) * (rarity[term] ?? 0);
		return shareOf(sum, this.#totals[part]);
	}

	/** @returns As {@link of}, of the higher of two levels for each term. */
	ofHigher(levels: ArrayLike<number>, others: ArrayLike<number>, part: Part = 'all'): number {
		const rarity = this.#rarity[part];
		let sum = 0;
		for (let term = 0; term < rarity.length; term++) {
			sum += Math.max(levels[term] ?? 0, others[term] ?? 0) * (rarity[term] ?? 0);
		}
		return shareOf(sum, this.#totals[part]);
	}
}

function shareOf(sum: number, total: number): number {
	return total > 1e-6 ? sum / total : 0.5;
}
