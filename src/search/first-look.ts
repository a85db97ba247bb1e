import { BestNumbers } from './best-numbers.js';
import type { Candidates } from './candidates.js';
import { readTitle } from './features/article-view.js';
import { LOOK, LOOKS } from './features/look-names.js';
import type { Shares } from './features/shares.js';
import type { Likeness } from './likeness.js';
import { dot, type Scope, weightsFor } from './ranking-weights.js';
import type { Scan } from './scan.js';
import { FORM } from './sentence-form.js';
import { KINDS, sentenceLength } from './sentence-table.js';

const FORMS = [
	[LOOK.isTitle, FORM.title],
	[LOOK.date, FORM.date],
	[LOOK.money, FORM.money],
	[LOOK.reason, FORM.reason],
	[LOOK.place, FORM.place],
	[LOOK.digits, FORM.digits],
] as const;

const DIRECT = KINDS.indexOf('direct');
const REPORTED = KINDS.indexOf('reported');

// Used again from question to question: making them anew takes longer.
const row = new Float32Array(LOOKS.length);
let scores = new Float64Array(128);
/** For as many as were wanted last. */
let best = new BestNumbers(0);

/**
 * Chooses the candidates that are worth a second look, by the trained weights of `data/lexicon/answer-ranker.json`.
 *
 * @returns Their places among the candidates, the best first, `most` at most.
 */
export function takeFirstLook(look: FirstLook, candidates: Candidates, scope: Scope, most: number): Uint32Array {
	const weights = weightsFor('first', scope, look.scan.query.classes);
	const count = candidates.sentences.length;
	if (scores.length < count) scores = new Float64Array(2 * count);
	for (let place = 0; place < count; place++) {
		look.measure(row, candidates, place);
		scores[place] = dot(weights, row);
	}
	if (best.most !== most) best = new BestNumbers(most);
	best.offerRun(0, scores, count);
	return best.take();
}

/** Measures candidates for one question, as quickly as that can be done. */
export class FirstLook {
	/** Of the sentence that is measured, used again for the next one. */
	readonly #levels: Float32Array;
	/** By article, how well its title meets each term. */
	readonly #titles = new Map<number, Float32Array>();

	constructor(
		readonly scan: Scan,
		readonly shares: Shares,
		readonly likeness: Likeness,
	) {
		this.#levels = new Float32Array(scan.query.terms.length);
	}

	/** Writes a number for each of {@link LOOKS}. */
	measure(row: Float32Array, { sentences: numbers, scores, passages, articles }: Candidates, place: number): void {
		const { sentences } = this.scan.library;
		const sentence = numbers[place] ?? 0;
		const kind = sentences.kind[sentence] ?? 0;
		row[LOOK.bmRaw] = (scores[place] ?? 0) / 20;
		const levels = this.scan.copyLevels(this.#levels, sentence);
		row[LOOK.coverAny] = this.shares.of(levels);
		row[LOOK.title] = this.shares.ofHigher(this.#title(sentence), levels);
		row[LOOK.context] = this.shares.of(this.#raiseToNear(levels, sentence));
		row[LOOK.passage] = passages[place] ?? 0;
		row[LOOK.articleShare] = articles[place] ?? 0;
		this.likeness.writeMeans(row, LOOK.meaning, LOOK.mapped, sentence);
		row[LOOK.length] = Math.log((sentenceLength(sentences, sentence) + 1) / (sentences.meanLength + 1));
		row[LOOK.direct] = kind === DIRECT ? 1 : 0;
		row[LOOK.reported] = kind === REPORTED ? 1 : 0;
		row[LOOK.speakerNamed] = (sentences.speaker[sentence] ?? -1) >= 0 ? 1 : 0;
		const form = sentences.form[sentence] ?? 0;
		for (const [column, bit] of FORMS) row[column] = form & bit ? 1 : 0;
	}

	#title(sentence: number): Float32Array {
		const article = this.scan.library.sentences.articleOf[sentence] ?? 0;
		let title = this.#titles.get(article);
		if (!title) {
			title = readTitle(this.scan, article);
			this.#titles.set(article, title);
		}
		return title;
	}

	/** Lifts the sentence's levels to those of the ones beside it. */
	#raiseToNear(levels: Float32Array, sentence: number): Float32Array {
		const { articleStart, articleOf } = this.scan.library.sentences;
		const article = articleOf[sentence] ?? 0;
		if (sentence > (articleStart[article] ?? 0)) this.scan.raiseLevels(levels, sentence - 1);
		if (sentence + 1 < (articleStart[article + 1] ?? 0)) this.scan.raiseLevels(levels, sentence + 1);
		return levels;
	}
}
