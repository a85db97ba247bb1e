/** Orders scores, the lowest first. What it gives is a small whole number, which needs no room, unlike their difference. */
export function compareScores(a: number, b: number): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Keeps the numbers with the highest scores of many; of equals, the lowest. */
export class BestNumbers {
	/**
	 * A heap: the worst of those kept comes first, and before each stands one that is worse. One more entry holds what is
	 * on its way.
	 */
	readonly #numbers: Uint32Array;
	readonly #scores: Float64Array;
	#count = 0;

	constructor(readonly most: number) {
		this.#numbers = new Uint32Array(most + 1);
		this.#scores = new Float64Array(most + 1);
	}

	/** Offers numbers with their scores, which stand in a list by number. */
	offerEach(numbers: readonly number[], scores: Float64Array): void {
		for (let i = 0; i < numbers.length; i++) this.#offer(numbers[i] ?? 0, scores, numbers[i] ?? 0);
	}

	/**
	 * Offers numbers that follow each other, the first one with the first score. Lists spare each score a place of its own
	 * in memory, which a number that is handed on takes.
	 */
	offerRun(first: number, scores: Float64Array, count: number): void {
		for (let i = 0; i < count; i++) this.#offer(first + i, scores, i);
	}

	/** A score of minus infinity is never kept. */
	#offer(number: number, from: Float64Array, place: number): void {
		const [numbers, scores, most] = [this.#numbers, this.#scores, this.most];
		const score = from[place] ?? 0;
		const isFull = this.#count === most;
		if (isFull ? !isWorse(scores[0] ?? 0, numbers[0] ?? 0, score, number) : score === Number.NEGATIVE_INFINITY) return;
		numbers[most] = number;
		scores[most] = score;
		if (isFull) this.#sink(most);
		else this.#rise(this.#count++);
	}

	/** @returns The best first; what was kept is taken out. */
	take(): Uint32Array {
		const list = new Uint32Array(this.#count);
		while (this.#count > 0) {
			const last = --this.#count;
			list[last] = this.#numbers[0] ?? 0;
			this.#sink(last);
		}
		return list;
	}

	/** Lets what is on its way rise from the end to its place. */
	#rise(end: number): void {
		const [numbers, scores] = [this.#numbers, this.#scores];
		const number = numbers[this.most] ?? 0;
		const score = scores[this.most] ?? 0;
		let place = end;
		while (place > 0) {
			const parent = (place - 1) >> 1;
			if (!isWorse(score, number, scores[parent] ?? 0, numbers[parent] ?? 0)) break;
			numbers[place] = numbers[parent] ?? 0;
			scores[place] = scores[parent] ?? 0;
			place = parent;
		}
		numbers[place] = number;
		scores[place] = score;
	}

	/** Puts the entry at `from` in the place of the worst and lets it sink to its own. */
	#sink(from: number): void {
		const [numbers, scores, count] = [this.#numbers, this.#scores, this.#count];
		const number = numbers[from] ?? 0;
		const score = scores[from] ?? 0;
		let place = 0;
		for (;;) {
			let child = 2 * place + 1;
			if (child >= count) break;
			const other = child + 1;
			if (other < count && isWorse(scores[other] ?? 0, numbers[other] ?? 0, scores[child] ?? 0, numbers[child] ?? 0)) {
				child = other;
			}
			if (!isWorse(scores[child] ?? 0, numbers[child] ?? 0, score, number)) break;
			numbers[place] = numbers[child] ?? 0;
			scores[place] = scores[child] ?? 0;
			place = child;
		}
		numbers[place] = number;
		scores[place] = score;
	}
}

function isWorse(score: number, number: number, otherScore: number, otherNumber: number): boolean {
	return score < otherScore || (score === otherScore && number > otherNumber);
}
