/** The terms that a stem stands for, and how well. */
export interface TermEntry {
	readonly terms: readonly number[];
	readonly weights: readonly number[];
}

/** Which terms of one question each stem of a library stands for. */
export class TermLookup {
	/** One more than the place of the stem's entry; 0 when it stands for no term. */
	readonly #placeOf: Uint16Array;
	readonly #entries: { terms: number[]; weights: number[] }[] = [];

	/** @param stems - How many stems the library has. */
	constructor(stems: number) {
		this.#placeOf = new Uint16Array(stems);
	}

	get isEmpty(): boolean {
		return this.#entries.length === 0;
	}

	add(stem: number, term: number, weight: number): void {
		let place = this.#placeOf[stem] ?? 0;
		if (place === 0) {
			place = this.#entries.push({ terms: [], weights: [] });
			this.#placeOf[stem] = place;
		}
		const entry = this.#entries[place - 1];
		entry?.terms.push(term);
		entry?.weights.push(weight);
	}

	get(stem: number): TermEntry | undefined {
		const place = this.#placeOf[stem] ?? 0;
		return place === 0 ? undefined : this.#entries[place - 1];
	}
}
