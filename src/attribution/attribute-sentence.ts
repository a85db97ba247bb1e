import { overlapLength, type Span } from '../text/span.js';
import type { AttributedArticle, Attribution, SentenceAttribution } from './attribution.js';

/** Part of a sentence that has to be somebody's words for the whole sentence to be shown as theirs. */
const SHARE_MIN = 0.5;

/**
 * Says whose words a sentence is: the attribution whose content covers most of its characters, if that is half of them
 * or more. White space does not count.
 */
export function attributeSentence(attributed: AttributedArticle, sentence: Span): SentenceAttribution {
	const { article, attributions, speakers } = attributed;
	const all = inkOf(article.text, sentence);
	let best: Attribution | null = null;
	let most = 0;
	for (const attribution of attributions) {
		const first = attribution.content[0];
		if (!first || first.start >= sentence.end) continue;
		const ink = attribution.content.reduce((sum, span) => {
			if (overlapLength(span, sentence) === 0) return sum;
			const shared = { start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) };
			return sum + inkOf(article.text, shared);
		}, 0);
		if (ink > most) {
			most = ink;
			best = attribution;
		}
	}
	if (best === null || most < SHARE_MIN * all) return { kind: 'narration', attribution: null, speaker: null };
	const speaker = speakers.find(({ name }) => name === best.speaker) ?? null;
	return { kind: best.kind, attribution: best, speaker };
}

const inkOf = (text: string, { start, end }: Span): number => text.slice(start, end).replace(/\s+/g, '').length;
