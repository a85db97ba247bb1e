import type { Query } from '../query.js';

/** All of a question, its names, or its other words. */
type Part = 'all' | 'names' | 'others';

/** Tells how much of a question is met: shares of its rarity, so that a rare word counts for more. */
export class Shares {
	/** Rarity of the question's names together. */
	readonly nameTotal: number;
	readonly #names: Uint8Array;
	readonly #rarity: Float32Array;
	readonly #total: number;

	constructor({ terms, total }: Query) {
		this.#names = Uint8Array.from(terms, ({ isName }) => (isName ? 1 : 0));
		this.#rarity = Float32Array.from(terms, ({ rarity }) => rarity);
		this.#total = total;
		this.nameTotal = terms.reduce((sum, { isName, rarity }) => sum + (isName ? rarity : 0), 0);
	}

	/**
	 * @param levels - By term, how well it is met, 0 to 1.
	 * @returns Share of the whole question, or of its names or its other words; one half where it has none of these.
	 */
	of(levels: ArrayLike<number>, part: Part = 'all'): number {
		let sum = 0;
		for (let term = 0; term < this.#rarity.length; term++) {
			if (this.#isIn(part, term)) sum += (levels[term] ?? 0) * (this.#rarity[term] ?? 0);
		}
		return this.#shareOf(sum, part);
	}

	/** @returns As {@link of}, of the higher of two levels for each term. */
	ofHigher(levels: ArrayLike<number>, others: ArrayLike<number>, part: Part = 'all'): number {
		let sum = 0;
		for (let term = 0; term < this.#rarity.length; term++) {
			if (this.#isIn(part, term)) sum += Math.max(levels[term] ?? 0, others[term] ?? 0) * (this.#rarity[term] ?? 0);
		}
		return this.#shareOf(sum, part);
	}

	#isIn(part: Part, term: number): boolean {
		return part === 'all' || (this.#names[term] === 1) === (part === 'names');
	}

	#shareOf(sum: number, part: Part): number {
		const total = part === 'all' ? this.#total : part === 'names' ? this.nameTotal : this.#total - this.nameTotal;
		return total > 1e-6 ? sum / total : 0.5;
	}
}
