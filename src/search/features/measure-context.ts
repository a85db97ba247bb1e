import { saturate } from '../scan.js';
import { sentenceLength } from '../sentence-table.js';
import { FEATURE } from './feature-names.js';
import { copyLevels } from './levels.js';
import type { Subject } from './subject.js';

/** Names from an earlier sentence still count so much in the next, and again so much in the one after. */
const CARRIED = 0.75;
const CARRIED_SENTENCES = 4;

/**
 * How well the sentence's neighbours, paragraph, title and article meet the question.
 *
 * @param covers - How much of the question each article holds, most first.
 */
export function measureContext(row: Float32Array, subject: Subject, covers: readonly number[]): void {
	const { scan, shares, sentence, view, levels } = subject;
	const share = (other: number) => {
		return other < view.first || other >= view.end ? 0 : shares.of(scan.copyLevels(levels.scratch, other));
	};
	row[FEATURE.passage] = subject.passageShare;
	row[FEATURE.context] = shares.of(levels.near);
	row[FEATURE.paragraph] = shares.of(levels.inParagraph);
	row[FEATURE.title] = shares.ofHigher(view.title, levels.named);
	row[FEATURE.lead] = share(view.first);
	row[FEATURE.before] = share(sentence - 1);
	row[FEATURE.before2] = share(sentence - 2);
	row[FEATURE.after] = share(sentence + 1);
	const carried = carry(subject);
	row[FEATURE.carriedNames] = shares.of(carried, 'names');
	row[FEATURE.carriedOthers] = shares.of(carried, 'others');
	row[FEATURE.carriedAll] = shares.of(carried);
	const [best = 0, second = 0] = covers;
	row[FEATURE.articleShare] = subject.articleShare;
	row[FEATURE.articleCover] = view.coverage;
	row[FEATURE.articleFirst] = view.coverage >= best ? 1 : 0;
	row[FEATURE.articleGap] = view.coverage - (view.coverage >= best ? second : best);
}

/** @returns By term, how well it is met here or, fading, in the sentences before. */
function carry({ scan, sentence, view, levels: { named, scratch } }: Subject): Float32Array {
	const carried = copyLevels(scratch, named);
	let factor = CARRIED;
	for (let other = sentence - 1; other >= Math.max(view.first, sentence - CARRIED_SENTENCES); other--) {
		scan.raiseLevels(carried, other, factor);
		factor *= CARRIED;
	}
	return carried;
}

/** The same with each word as rare as it is in this article: what all of it is about tells its sentences not apart. */
export function measureLocal(row: Float32Array, { scan, sentence, view, levels }: Subject): void {
	const { sentences } = scan.library;
	const length = sentenceLength(sentences, sentence) / sentences.meanLength;
	const sums = { all: 0, own: 0, named: 0, near: 0, inParagraph: 0, bm: 0 };
	let missing = 0;
	for (let term = 0; term < levels.own.length; term++) {
		const rarity = view.rarity[term] ?? 0;
		const own = levels.own[term] ?? 0;
		sums.all += rarity;
		sums.own += own * rarity;
		sums.named += (levels.named[term] ?? 0) * rarity;
		sums.near += (levels.near[term] ?? 0) * rarity;
		sums.inParagraph += (levels.inParagraph[term] ?? 0) * rarity;
		if (own > 0) sums.bm += own * rarity * saturate(scan.count(sentence, term), length);
		else if ((view.has[term] ?? 0) === 1) missing = Math.max(missing, rarity);
	}
	const all = sums.all || 1;
	row[FEATURE.localCover] = sums.own / all;
	row[FEATURE.localNames] = sums.named / all;
	row[FEATURE.localContext] = sums.near / all;
	row[FEATURE.localParagraph] = sums.inParagraph / all;
	row[FEATURE.localMissing] = missing / 4;
	row[FEATURE.localBm] = sums.bm / all;
}
