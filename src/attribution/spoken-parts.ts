import { findQuotedStretches, type QuotedStretch } from '../text/find-quoted-stretches.js';
import { createLetterCounter } from '../text/letter-counter.js';
import { overlapLength, type Span } from '../text/span.js';
import { indexSpans, type SpanIndex } from '../text/span-index.js';
import type { AttributedArticle, Attribution } from './attribution.js';
import { countAll, measureSigns, type Neighbour, type Scene } from './sentence-signs.js';

/** What one source has to do with a sentence. */
export interface SpokenPart {
	/** The attribution of that source which has most of the sentence. */
	readonly main: Attribution;
	/** An editor gave words of the sentence to this source. */
	readonly corrected: boolean;
	/** What is measured of it, by name: see {@link measureSigns}. */
	readonly signs: Readonly<Record<string, number>>;
}

/**
 * Finds everybody who has words in a sentence, with all that bears on whether it is theirs. `The talks failed, Moe
 * said, adding that “nobody listened”` is Moe's, in two attributions.
 *
 * @returns One part for each speaker, and one for each attribution whose speaker is not known.
 */
export function findSpokenParts(attributed: AttributedArticle, sentence: Span): SpokenPart[] {
	const { contents, quotations } = indexOf(attributed);
	const bySource = new Map<string | Attribution, Attribution[]>();
	for (const attribution of new Set(contents.meeting(sentence).map((content) => content.attribution))) {
		const source = attribution.speaker ?? attribution;
		const known = bySource.get(source);
		if (known) known.push(attribution);
		else bySource.set(source, [attribution]);
	}
	if (bySource.size === 0) return [];
	const beside = (step: 1 | -1): Neighbour | null => findNeighbour(attributed, sentence, step);
	const scene: Scene = {
		text: attributed.article.text,
		sentence,
		quotations,
		opens: quotations.meeting(sentence)[0]?.outer.start === sentence.start,
		before: beside(-1),
		after: beside(1),
		lettersOf: createLetterCounter(attributed.article.text, sentence),
	};
	return [...bySource.values()].map((attributions): SpokenPart => {
		const sizes = attributions.map(({ content }) => countAll(scene, content));
		const main = attributions[sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size)))] as Attribution;
		const corrected = attributions.some(({ basis }) => basis === 'correction');
		return { main, corrected, signs: measureSigns(scene, main, attributions) };
	});
}

/** @returns The sentence before or after; `null` where there is none, and for what is no sentence of the article. */
function findNeighbour(attributed: AttributedArticle, sentence: Span, step: 1 | -1): Neighbour | null {
	const { contents, places } = indexOf(attributed);
	const place = places.get(sentence.start) ?? Number.NaN;
	const other = attributed.sentences[place + step];
	if (!other) return null;
	const shares = contents.meeting(other).map((content) => ({
		attribution: content.attribution,
		share: overlapLength(content, other) / Math.max(1, other.end - other.start),
	}));
	return { sameParagraph: other.paragraph === attributed.sentences[place]?.paragraph, shares };
}

interface ArticleIndex {
	readonly contents: SpanIndex<Span & { readonly attribution: Attribution }>;
	readonly quotations: SpanIndex<QuotedStretch>;
	/** Which sentence starts where. */
	readonly places: ReadonlyMap<number, number>;
}

/** An article is indexed once, not for every sentence; nothing keeps it alive for that. */
const indexes = new WeakMap<AttributedArticle, ArticleIndex>();

function indexOf(attributed: AttributedArticle): ArticleIndex {
	let index = indexes.get(attributed);
	if (!index) {
		const { article, attributions, sentences } = attributed;
		index = {
			contents: indexSpans(
				attributions.flatMap((attribution) => attribution.content.map((span) => ({ ...span, attribution }))),
			),
			quotations: indexSpans(findQuotedStretches(article.text, article.paragraphs)),
			places: new Map(sentences.map(({ start }, i) => [start, i])),
		};
		indexes.set(attributed, index);
	}
	return index;
}
