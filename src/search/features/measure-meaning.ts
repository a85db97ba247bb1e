import type { Likeness } from '../likeness.js';
import { FEATURE } from './feature-names.js';
import type { Subject } from './subject.js';

/** How near sentence and question are in meaning, where their words differ. */
export function measureMeaning(
	row: Float32Array,
	{ shares, sentence, view, levels }: Subject,
	likeness: Likeness,
): void {
	const { soft, own, named, near } = levels;
	const paragraph = view.paragraph(sentence);
	let best = 0;
	for (let term = 0; term < own.length; term++) {
		if ((own[term] ?? 0) === 0) best = Math.max(best, soft[term] ?? 0);
	}
	row[FEATURE.soft] = shares.ofHigher(named, soft);
	row[FEATURE.softOthers] = shares.ofHigher(own, soft, 'others');
	row[FEATURE.softContext] = shares.ofHigher(near, soft);
	row[FEATURE.softBest] = best;
	row[FEATURE.focus] = soft[own.length] ?? 0;
	row[FEATURE.meaning] = likeness.meaning(sentence);
	row[FEATURE.meaningParagraph] = likeness.meaningOf(paragraph);
	row[FEATURE.meaningBefore] = sentence > view.first ? likeness.meaning(sentence - 1) : 0;
	row[FEATURE.meaningAfter] = sentence + 1 < view.end ? likeness.meaning(sentence + 1) : 0;
}
