/** What a table works with. */
interface Room {
	/** By number, its place plus 1; 0 for none. */
	readonly slots: Uint32Array;
	/** By place, its number. */
	numbers: Uint32Array;
}

/** Room that tables have given back, by what they number. */
const spare = new WeakMap<readonly string[], Room>();

/**
 * Gives a few of a library's many words or stems, those that one question meets, places of their own: 0 for the first,
 * 1 for the next. What a question makes of them stands in arrays by place. An array of them all is read in less time
 * than a hash table, and made for the first question only.
 */
export class PlaceTable {
	readonly #room: Room;
	#size = 0;

	/** @param all - What is numbered: the words or the stems of a vocabulary. */
	constructor(readonly all: readonly string[]) {
		this.#room = spare.get(all) ?? { slots: new Uint32Array(all.length), numbers: new Uint32Array(256) };
		spare.delete(all);
	}

	/** How many numbers have a place. */
	get size(): number {
		return this.#size;
	}

	/** @returns The number's place; -1 for none. */
	find(number: number): number {
		return (this.#room.slots[number] ?? 0) - 1;
	}

	/** @returns The number's place, the next one when it had none. */
	add(number: number): number {
		const room = this.#room;
		const known = room.slots[number] ?? 0;
		if (known > 0) return known - 1;
		if (this.#size === room.numbers.length) {
			const longer = new Uint32Array(2 * this.#size);
			longer.set(room.numbers);
			room.numbers = longer;
		}
		room.numbers[this.#size] = number;
		room.slots[number] = ++this.#size;
		return this.#size - 1;
	}

	/** Gives the room back for the next question's table; this one is not to be used after it. */
	release(): void {
		const { slots, numbers } = this.#room;
		for (let place = 0; place < this.#size; place++) slots[numbers[place] ?? 0] = 0;
		spare.set(this.all, this.#room);
	}
}
