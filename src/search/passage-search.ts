import { compareScores } from './best-numbers.js';
import type { Library } from './library.js';
import type { Query } from './query.js';
import type { SentenceTable } from './sentence-table.js';

/**
 * Postings that may be read for one question; the rarest terms come first. Measured at 20,000 sentences: 4,000 find no
 * more answers, 800 find two in a hundred fewer.
 */
const POSTINGS_MAX = 1_500;
/** So many passages of stems are kept, 12 bytes each. */
const KEPT_MAX = 200_000;

/** The passages that questions' words find. */
export interface FoundPassages {
	/** Their numbers, the best first. */
	readonly passages: readonly number[];
	/** By passage number; 0 where nothing was found. */
	readonly scores: Float64Array;
}

/** The passages that hold one stem, and how MiniSearch scores each for it alone. */
interface StemPassages {
	readonly numbers: Uint32Array;
	readonly scores: Float64Array;
}

interface Kept {
	readonly byStem: Map<number, StemPassages>;
	size: number;
}

const keptOf = new WeakMap<Library, Kept>();

/**
 * Finds the passages that hold a term of the question, scored as MiniSearch scores all of the terms together: the sum of
 * what it gives for each, times how many are held. Questions share most of their words, above all the frequent ones, so
 * it is asked stem by stem, and what it says is kept.
 *
 * @param isWanted - Passages with none of these sentences are left out; `null` for none.
 */
export function findPassages(
	library: Library,
	query: Query,
	isWanted: ((sentence: number) => boolean) | null,
): FoundPassages {
	const scores = new Float64Array(library.sentences.passageStart.length);
	const held = new Uint8Array(scores.length);
	const found: number[] = [];
	for (const [stem, weight] of chooseStems(library, query)) {
		const { numbers, scores: own } = searchStem(library, stem);
		for (let i = 0; i < numbers.length; i++) {
			const passage = numbers[i] ?? 0;
			if (held[passage] === 0) found.push(passage);
			held[passage] = (held[passage] ?? 0) + 1;
			scores[passage] = (scores[passage] ?? 0) + weight * (own[i] ?? 0);
		}
	}
	for (const passage of found) {
		const isLeftOut = isWanted !== null && !holdsWanted(library.sentences, passage, isWanted);
		scores[passage] = isLeftOut ? 0 : (scores[passage] ?? 0) * (held[passage] ?? 0);
	}
	const passages = isWanted === null ? found : found.filter((passage) => (scores[passage] ?? 0) > 0);
	passages.sort((a, b) => compareScores(scores[b] ?? 0, scores[a] ?? 0) || a - b);
	return { passages, scores };
}

function holdsWanted(
	{ passageStart }: SentenceTable,
	passage: number,
	isWanted: (sentence: number) => boolean,
): boolean {
	for (let i = passageStart[passage] ?? 0; i < (passageStart[passage + 1] ?? 0); i++) if (isWanted(i)) return true;
	return false;
}

/** @returns Stem numbers with their weights. */
function chooseStems({ vocabulary }: Library, query: Query): Map<number, number> {
	const weights = new Map<number, number>();
	const terms = query.terms.filter(({ isKnown }) => isKnown).sort((a, b) => b.rarity - a.rarity);
	let postings = 0;
	for (const [i, { alternatives }] of terms.entries()) {
		let cost = 0;
		for (const stem of alternatives.keys()) cost += vocabulary.sentencesWith[stem] ?? 0;
		// A frequent word adds little to two rare ones, and would cost most of the time.
		if (i >= 2 && postings + cost > POSTINGS_MAX) continue;
		postings += cost;
		for (const [stem, weight] of alternatives) weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
	}
	return weights;
}

function searchStem(library: Library, stem: number): StemPassages {
	let kept = keptOf.get(library);
	if (!kept) {
		kept = { byStem: new Map(), size: 0 };
		keptOf.set(library, kept);
	}
	let passages = kept.byStem.get(stem);
	if (!passages) {
		const found = library.passages.search(library.vocabulary.stems[stem] ?? '');
		passages = {
			numbers: Uint32Array.from(found, ({ id }) => id as number),
			scores: Float64Array.from(found, ({ score }) => score),
		};
		if (kept.size + found.length > KEPT_MAX) {
			kept.byStem.clear();
			kept.size = 0;
		}
		kept.byStem.set(stem, passages);
		kept.size += found.length;
	}
	return passages;
}
