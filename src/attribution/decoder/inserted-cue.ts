import type { AnalysedText, PlacedToken } from '../analysed-text.js';
import type { Draft, TokenRange } from './draft.js';

/** An attribution set into the sentence that it attributes: `The talks, as stated by the envoy, will go on.` */
export interface InsertedCue {
	readonly draft: Draft;
	readonly content: readonly TokenRange[];
}

const PARTICIPLES = new Set(
	'announced argued claimed confirmed declared described emphasized emphasised explained indicated mentioned noted outlined put quoted recounted reported said stated told underlined'.split(
		' ',
	),
);
const ENDS_SOURCE = /^[,.;:]$/;
/** Longest source, in tokens, that stands between the two commas. */
const SOURCE_TOKENS_MAX = 25;

/** Finds every `…, as stated by SOURCE, …` outside quotation marks, one a sentence. The content is the sentence around it. */
export function findInsertedCues({ tokens }: AnalysedText): InsertedCue[] {
	const found: InsertedCue[] = [];
	for (let first = 0, end = 0; first < tokens.length; first = end) {
		while (tokens[end]?.sentence === tokens[first]?.sentence) end++;
		const inserted = findInserted(tokens, { first, end });
		if (inserted) found.push(inserted);
	}
	return found;
}

function findInserted(tokens: readonly PlacedToken[], sentence: TokenRange): InsertedCue | null {
	for (let as = sentence.first + 1; as + 3 < sentence.end; as++) {
		if (tokens[as]?.lower !== 'as' || tokens[as - 1]?.word !== ',' || tokens[as + 2]?.lower !== 'by') continue;
		if (!PARTICIPLES.has(tokens[as + 1]?.lower ?? '') || tokens[as]?.stretch !== -1) continue;
		const first = as + 3;
		let end = first;
		while (end < sentence.end && end - first <= SOURCE_TOKENS_MAX && !ENDS_SOURCE.test(tokens[end]?.word ?? '')) end++;
		if (end === first || end - first > SOURCE_TOKENS_MAX) continue;
		const stop = tokens[sentence.end - 1]?.word === '.' ? sentence.end - 1 : sentence.end;
		const content = [
			{ first: sentence.first, end: as - 1 },
			{ first: end + 1, end: stop },
		].filter((range) => range.end > range.first);
		if (content.length === 0) continue;
		return {
			draft: { evidence: 'cue', reading: null, cue: { first: as, end: first }, source: { first, end } },
			content,
		};
	}
	return null;
}
