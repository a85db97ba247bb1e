import type { AttributedArticle, AttributionKind, Speaker } from '../../src/attribution/attribution.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';
import { splitSentences } from '../../src/text/split-sentences.js';

/** Somebody's words in an invented article: the parts of the content, each a piece of the text. */
export interface Said {
	readonly by: string | null;
	readonly words: readonly string[];
	readonly kind?: AttributionKind;
}

/** An article with its attributions given by hand, so that these tests do not depend on finding them. */
export function inventArticle(
	id: string,
	text: string,
	said: readonly Said[] = [],
	speakers: readonly Speaker[] = [],
): AttributedArticle {
	const paragraphs = splitParagraphs(text, 'newline');
	const known = new Map(speakers.map((speaker) => [speaker.name, speaker]));
	for (const { by } of said) if (by && !known.has(by)) known.set(by, { name: by, description: null, aliases: [] });
	return {
		article: { id, title: id, text, paragraphs },
		sentences: splitSentences(text, paragraphs),
		attributions: said.map(({ by, words, kind = 'direct' }) => ({
			kind,
			content: words.map((part) => {
				const start = text.indexOf(part);
				if (start < 0) throw new Error(`not in the article: ${part}`);
				return { start, end: start + part.length };
			}),
			cue: [],
			source: [],
			speaker: by,
			confidence: 1,
			basis: 'name' as const,
		})),
		speakers: [...known.values()],
	};
}
