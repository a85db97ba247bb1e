/** Overwrites levels with others, of which there are as many or more. */
export function copyLevels(levels: Float32Array, others: Float32Array): Float32Array {
	// A dozen numbers are copied in less time than `set` takes to begin.
	for (let term = 0; term < levels.length; term++) levels[term] = others[term] ?? 0;
	return levels;
}

/** Lifts each level to the other list's where that is higher; the other may be longer. */
export function raise(levels: Float32Array, others: Float32Array): Float32Array {
	for (let term = 0; term < levels.length; term++) {
		const other = others[term] ?? 0;
		if (other > (levels[term] ?? 0)) levels[term] = other;
	}
	return levels;
}

/**
 * How many neighbours in the question are neighbours in the sentence too, and how near they stand, a share each.
 *
 * @param places - By term, the tokens that meet it.
 * @param counts - How many of them count.
 */
export function comparePlaces(
	places: readonly (readonly number[])[],
	counts: Uint32Array,
): { readonly bigrams: number; readonly nearness: number } {
	let bigrams = 0;
	let nearness = 0;
	for (let term = 0; term + 1 < places.length; term++) {
		const [own, next] = [places[term] ?? [], places[term + 1] ?? []];
		let least = Number.POSITIVE_INFINITY;
		for (let i = 0; i < (counts[term] ?? 0); i++) {
			for (let k = 0; k < (counts[term + 1] ?? 0); k++) {
				const far = Math.abs((own[i] ?? 0) - (next[k] ?? 0));
				if (far > 0 && far < least) least = far;
			}
		}
		if (least <= 2) bigrams++;
		nearness += 1 / least;
	}
	const pairs = Math.max(1, places.length - 1);
	return { bigrams: bigrams / pairs, nearness: nearness / pairs };
}
