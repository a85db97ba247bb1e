import type { Candidates } from '../candidates.js';
import type { Scan } from '../scan.js';
import { ArticleView } from './article-view.js';
import { FEATURES } from './feature-names.js';
import { copyLevels, raise } from './levels.js';
import { measureContext, measureLocal } from './measure-context.js';
import { measureForm } from './measure-form.js';
import { measureSpeaker } from './measure-speaker.js';
import type { Shares } from './shares.js';
import { SpeakerTerms } from './speaker-terms.js';
import type { Levels, Subject } from './subject.js';
import { WordMeasures } from './word-measures.js';

/** Measures candidates for one question. */
export class FeatureReader {
	readonly #words: WordMeasures;
	readonly #speakers: SpeakerTerms;
	readonly #views = new Map<number, ArticleView>();
	readonly #articleCovers: readonly number[];
	// Of the candidate that is read, used again for the next one.
	readonly #own: Float32Array;
	readonly #named: Float32Array;
	readonly #near: Float32Array;
	readonly #inParagraph: Float32Array;
	readonly #scratch: Float32Array;

	/** @param chosen - Places of all candidates that will be compared: some measures are shares of the best among them. */
	constructor(
		readonly scan: Scan,
		readonly candidates: Candidates,
		chosen: Uint32Array,
		readonly shares: Shares,
	) {
		const bestScore = chosen.reduce((best, place) => Math.max(best, candidates.scores[place] ?? 0), 1e-9);
		this.#words = new WordMeasures(scan, bestScore);
		this.#speakers = new SpeakerTerms(scan);
		this.#own = new Float32Array(scan.query.terms.length);
		this.#named = new Float32Array(scan.query.terms.length);
		this.#near = new Float32Array(scan.query.terms.length);
		this.#inParagraph = new Float32Array(scan.query.terms.length);
		this.#scratch = new Float32Array(scan.query.terms.length);
		for (const place of chosen) this.#view(scan.library.sentences.articleOf[candidates.sentences[place] ?? 0] ?? 0);
		this.#articleCovers = [...this.#views.values()].map(({ coverage }) => coverage).sort((a, b) => b - a);
	}

	/**
	 * @param place - Of the candidate.
	 * @param row - Receives the numbers.
	 * @returns One number for each of {@link FEATURES}.
	 */
	read(place: number, row: Float32Array = new Float32Array(FEATURES.length)): Float32Array {
		const sentence = this.candidates.sentences[place] ?? 0;
		const view = this.#view(this.scan.library.sentences.articleOf[sentence] ?? 0);
		const levels = this.#levels(view, sentence);
		const subject: Subject = {
			scan: this.scan,
			shares: this.shares,
			score: this.candidates.scores[place] ?? 0,
			passageShare: this.candidates.passages[place] ?? 0,
			articleShare: this.candidates.articles[place] ?? 0,
			sentence,
			view,
			levels,
		};
		this.#words.measure(row, subject);
		measureContext(row, subject, this.#articleCovers);
		measureLocal(row, subject);
		measureForm(row, subject);
		measureSpeaker(row, subject, this.#speakers);
		return row;
	}

	/** Gives its room back; not to be used after it. */
	release(): void {
		this.#words.release();
	}

	#view(article: number): ArticleView {
		let view = this.#views.get(article);
		if (!view) {
			view = new ArticleView(this.scan, article);
			this.#views.set(article, view);
		}
		return view;
	}

	#levels(view: ArticleView, sentence: number): Levels {
		const own = this.scan.copyLevels(this.#own, sentence);
		const named = view.raiseNameParts(copyLevels(this.#named, own), sentence);
		const near = copyLevels(this.#near, named);
		if (sentence > view.first) this.scan.raiseLevels(near, sentence - 1);
		if (sentence + 1 < view.end) this.scan.raiseLevels(near, sentence + 1);
		const inParagraph = raise(copyLevels(this.#inParagraph, named), view.paragraph(sentence).weight);
		return { own, named, near, inParagraph, scratch: this.#scratch };
	}
}
