import { describeSentence } from '../attribution/attribute-sentence.js';
import type { Library } from '../search/library.js';
import type { RankedSentence } from '../search/ranker.js';
import { findSentence } from '../search/sentence-table.js';
import { sliceSpan } from '../text/span.js';
import type { Result } from './answer.js';

/** The only place where a sentence becomes something to show: its words are cut from the article, never composed. */
export function buildResult(library: Library, { sentence, score }: Pick<RankedSentence, 'sentence' | 'score'>): Result {
	const { attributed, span } = findSentence(library.articles, library.sentences, sentence);
	const { article } = attributed;
	const place = library.sentences.attribution[sentence] ?? -1;
	const { kind, attribution, speaker } = describeSentence(attributed, attributed.attributions[place] ?? null);
	const cue = attribution?.cue[0];
	return {
		article: article.id,
		start: span.start,
		end: span.end,
		text: sliceSpan(article.text, span),
		kind,
		speaker: speaker && { name: speaker.name, description: speaker.description },
		cue: cue ? { start: cue.start, end: cue.end, text: sliceSpan(article.text, cue) } : null,
		confidence: attribution?.confidence ?? 1,
		paragraph: span.paragraph + 1,
		score,
	};
}
