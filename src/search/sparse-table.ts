/**
 * Gives a few of a library's many stems or words, those that one question meets, places of their own: 0 for the first,
 * 1 for the next. A hash table by number, made in less time than an array of them all and read in less than a `Map`; what
 * a question makes of them stands in arrays by place.
 */
export class SparseTable {
	/** By hash: a number plus 1, 0 for none, and behind it its place. */
	#slots: Uint32Array;
	#size = 0;

	/** @param slots - A power of two, twice the numbers that are expected; more are found room for. */
	constructor(slots: number) {
		this.#slots = new Uint32Array(2 * slots);
	}

	/** How many numbers have a place. */
	get size(): number {
		return this.#size;
	}

	/** @returns The number's place; -1 for none. */
	find(number: number): number {
		const slots = this.#slots;
		const slot = slotOf(slots, number);
		return slots[slot] === 0 ? -1 : (slots[slot + 1] ?? 0);
	}

	/** @returns The number's place, the next one when it had none. */
	add(number: number): number {
		let slot = slotOf(this.#slots, number);
		if (this.#slots[slot] !== 0) return this.#slots[slot + 1] ?? 0;
		// A table that is at most half full answers most questions at the first slot.
		if (4 * (this.#size + 1) > this.#slots.length) {
			this.#grow();
			slot = slotOf(this.#slots, number);
		}
		this.#slots[slot] = number + 1;
		this.#slots[slot + 1] = this.#size;
		return this.#size++;
	}

	#grow(): void {
		const old = this.#slots;
		this.#slots = new Uint32Array(4 * old.length);
		for (let from = 0; from < old.length; from += 2) {
			const held = old[from] ?? 0;
			if (held === 0) continue;
			const slot = slotOf(this.#slots, held - 1);
			this.#slots[slot] = held;
			this.#slots[slot + 1] = old[from + 1] ?? 0;
		}
	}
}

/** @returns Where the number stands or would stand. */
function slotOf(slots: Uint32Array, number: number): number {
	const mask = slots.length - 1;
	let slot = (Math.imul(number, GOLDEN) >>> 14) & mask & ~1;
	for (;;) {
		const held = slots[slot];
		if (held === 0 || held === number + 1) return slot;
		slot = (slot + 2) & mask;
	}
}

/** 2 ** 32 divided by the golden ratio: multiplied by it, neighbouring numbers come to lie far apart (Knuth). */
const GOLDEN = 0x9e3779b1;
