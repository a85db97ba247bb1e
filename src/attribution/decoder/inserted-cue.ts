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
/** Longest source, in tokens, that stands between the two commas. */
const SOURCE_TOKENS_MAX = 25;

/** Finds every `…, as stated by SOURCE, …` outside quotation marks. The content is the sentence around it. */
export function findInsertedCues({ tokens }: AnalysedText): InsertedCue[] {
	const found: InsertedCue[] = [];
	for (let i = 1; i + 3 < tokens.length; i++) {
		if (tokens[i]?.lower !== 'as' || tokens[i - 1]?.word !== ',' || tokens[i + 2]?.lower !== 'by') continue;
		if (!PARTICIPLES.has(tokens[i + 1]?.lower ?? '') || tokens[i]?.stretch !== -1) continue;
		const inserted = readInserted(tokens, i);
		if (inserted) found.push(inserted);
	}
	return found;
}

function readInserted(tokens: readonly PlacedToken[], as: number): InsertedCue | null {
	const sentence = tokens[as]?.sentence;
	const first = as + 3;
	let end = first;
	while (tokens[end]?.sentence === sentence && !/^[,.;:]$/.test(tokens[end]?.word ?? '')) end++;
	if (end === first || end - first > SOURCE_TOKENS_MAX) return null;
	let start = as - 1;
	while (tokens[start - 1]?.sentence === sentence) start--;
	let stop = end;
	while (tokens[stop]?.sentence === sentence) stop++;
	const content = [
		{ first: start, end: as - 1 },
		{ first: end + 1, end: tokens[stop - 1]?.word === '.' ? stop - 1 : stop },
	].filter((range) => range.end > range.first);
	if (content.length === 0) return null;
	const cue = { first: as, end: first };
	return { draft: { evidence: 'cue', reading: null, cue, source: { first, end } }, content };
}
