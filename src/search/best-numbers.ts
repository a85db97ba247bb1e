/** Orders scores, the lowest first. What it gives is a small whole number, which needs no room, unlike their difference. */
export function compareScores(a: number, b: number): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Keeps the numbers with the highest scores of many that are offered in ascending order; of equals, the first. */
export class BestNumbers {
	/** Twice as many as are kept, so that the lowest are seldom thrown out. */
	readonly #numbers: Uint32Array;
	readonly #scores: Float64Array;
	#count = 0;
	/** What a number has to score more than. */
	#least = Number.NEGATIVE_INFINITY;

	constructor(readonly most: number) {
		this.#numbers = new Uint32Array(2 * most);
		this.#scores = new Float64Array(2 * most);
	}

	offer(number: number, score: number): void {
		if (score <= this.#least) return;
		if (this.#count === this.#numbers.length) this.#throwOut();
		if (score <= this.#least) return;
		this.#numbers[this.#count] = number;
		this.#scores[this.#count++] = score;
	}

	/** @returns The best first. */
	list(): number[] {
		if (this.#count > this.most) this.#throwOut();
		const scores = this.#scores;
		const places: number[] = [];
		for (let place = 0; place < this.#count; place++) places.push(place);
		places.sort((a, b) => compareScores(scores[b] ?? 0, scores[a] ?? 0) || a - b);
		return places.map((place) => this.#numbers[place] ?? 0);
	}

	/** Leaves as many as are wanted, in the order in which they were offered. */
	#throwOut(): void {
		const sorted = this.#scores.slice(0, this.#count).sort();
		const first = this.#count - this.most;
		const least = sorted[first] ?? 0;
		// Of those that score exactly so, some have room beside the higher ones.
		let equals = sorted.length - first;
		for (const score of sorted) if (score > least) equals--;
		let kept = 0;
		for (let i = 0; i < this.#count; i++) {
			const score = this.#scores[i] ?? 0;
			if (score < least || (score === least && equals-- <= 0)) continue;
			this.#numbers[kept] = this.#numbers[i] ?? 0;
			this.#scores[kept++] = score;
		}
		this.#count = kept;
		this.#least = least;
	}
}
