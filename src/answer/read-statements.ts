import { attribute } from '../attribution/attribute.js';
import { findQuotedStretches } from '../text/find-quoted-stretches.js';
import { type Span, sliceSpan, spansOverlap } from '../text/span.js';
import { splitParagraphs } from '../text/split-paragraphs.js';

/** Something in a text that can be held against the articles. */
export type Statement =
	/** Words said to be somebody's, to be verified; the speaker as the text names them. */
	| { readonly kind: 'quotation'; readonly words: string; readonly claimedSpeaker: string | null }
	/** A sentence to be checked. */
	| { readonly kind: 'claim'; readonly words: string };

/** Fewer words between quotation marks are a title or a doubt, not what somebody said. */
const QUOTATION_WORDS_MIN = 3;

/** A question claims nothing: `Is it over?”`. */
const QUESTION = /\?[\s\p{P}]*$/u;

/** Fewer words state nothing. */
const CLAIM_WORDS_MIN = 3;

/** `Ada Moreau`, `Moreau`, `Ludwig van Beethoven`: words with a capital, small ones between them allowed. */
const NAME = /\p{Lu}[\p{L}’'.-]*(?:\s+(?:(?:van|von|de|der|den|bin|al|la|du)\s+)*\p{Lu}[\p{L}’'.-]*)*/u;

/** `Moreau:`, `– Moreau`, `(Ada Moreau)`, as people put a name to a quotation without a verb. */
const BARE_NAME = new RegExp(`^[\\s–—(-]*(${NAME.source})[\\s:.)]*$`, 'u');

/**
 * Reads a text as a message or a claim is written: the quotations in it, each with whom the text says they are from, and
 * the other sentences, questions aside.
 *
 * @returns In the order of the text; an empty list when it states nothing.
 */
export function readStatements(text: string): Statement[] {
	const paragraphs = splitParagraphs(text, 'newline');
	const { sentences, attributions } = attribute(text, paragraphs);
	const stretches = findQuotedStretches(text, paragraphs);
	const quotations = stretches.filter((stretch) => countWords(sliceSpan(text, stretch)) >= QUOTATION_WORDS_MIN);
	const quoted = quotations.map((stretch) => {
		const said = attributions.find(({ content }) => content.some((span) => spansOverlap(span, stretch)));
		const claimedSpeaker = said?.speaker ?? findBareName(text, stretch.outer);
		return {
			start: stretch.start,
			statement: { kind: 'quotation', words: sliceSpan(text, stretch), claimedSpeaker } as const,
		};
	});
	const claims = sentences
		.filter((sentence) => !quotations.some(({ outer }) => spansOverlap(outer, sentence)))
		.map((sentence) => ({
			start: sentence.start,
			statement: { kind: 'claim', words: sliceSpan(text, sentence) } as const,
		}))
		.filter(({ statement }) => countWords(statement.words) >= CLAIM_WORDS_MIN && !QUESTION.test(statement.words));
	return [...quoted, ...claims].sort((a, b) => a.start - b.start).map(({ statement }) => statement);
}

/** The name that stands alone before or after a quotation on its line. */
function findBareName(text: string, outer: Span): string | null {
	const before = text.slice(text.lastIndexOf('\n', outer.start) + 1, outer.start);
	const end = text.indexOf('\n', outer.end);
	const after = text.slice(outer.end, end === -1 ? undefined : end);
	return BARE_NAME.exec(before)?.[1] ?? BARE_NAME.exec(after)?.[1] ?? null;
}

function countWords(text: string): number {
	return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
