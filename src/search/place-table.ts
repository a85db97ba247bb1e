/** Arrays that tables have given back, by what they number; all zeros. */
const spare = new WeakMap<readonly string[], Uint32Array>();

/**
 * Gives a few of a library's many words or stems, those that one question meets, places of their own: 0 for the first,
 * 1 for the next. What a question makes of them stands in arrays by place. An array of them all is read in less time
 * than a hash table, and made for the first question only.
 */
export class PlaceTable {
	/** By number, its place plus 1; 0 for none. */
	readonly #slots: Uint32Array;
	readonly #numbers: number[] = [];

	/** @param all - What is numbered: the words or the stems of a vocabulary. */
	constructor(readonly all: readonly string[]) {
		this.#slots = spare.get(all) ?? new Uint32Array(all.length);
		spare.delete(all);
	}

	/** How many numbers have a place. */
	get size(): number {
		return this.#numbers.length;
	}

	/** @returns The number's place; -1 for none. */
	find(number: number): number {
		return (this.#slots[number] ?? 0) - 1;
	}

	/** @returns The number's place, the next one when it had none. */
	add(number: number): number {
		const known = this.#slots[number] ?? 0;
		if (known > 0) return known - 1;
		this.#slots[number] = this.#numbers.push(number);
		return this.#numbers.length - 1;
	}

	/** Gives the array back for the next question's table; this one is not to be used after it. */
	release(): void {
		for (const number of this.#numbers) this.#slots[number] = 0;
		spare.set(this.all, this.#slots);
	}
}
