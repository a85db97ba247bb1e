import type { Article } from '../article/article.js';
import type { Sentence } from '../text/sentence.js';
import type { Span } from '../text/span.js';

/**
 * How a source's words stand in the article: all between quotation marks, partly, or reported in the article's own
 * words.
 */
export type AttributionKind = 'direct' | 'mixed' | 'reported';

/**
 * How the speaker was found: the source is a name (`name`) or one that several people bear (`shared-name`), a pronoun,
 * a role (`the senator`), `who` or `which` after a name (`relative`), words that name nobody and are shown as printed
 * (`words`); the quotation goes on with that of the paragraph before (`continued`); nobody is named (`none`); or an
 * editor said so (`correction`).
 */
export type SpeakerBasis =
	| 'name'
	| 'shared-name'
	| 'pronoun'
	| 'role'
	| 'relative'
	| 'words'
	| 'continued'
	| 'none'
	| 'correction';

/** Content, the source it comes from, and the cue that links the two. Span lists are in text order. */
export interface Attribution {
	readonly kind: AttributionKind;
	/** What was said. Several spans where the cue interrupts it: “We will,” she said, “go on.” */
	readonly content: readonly Span[];
	/** The words of saying, such as `told reporters`; empty where the article has none. */
	readonly cue: readonly Span[];
	/** The words that name who speaks, such as `the minister`; empty where the article has none. */
	readonly source: readonly Span[];
	/** Canonical name of one of the article's speakers, never a pronoun; `null` when the article does not name one. */
	readonly speaker: string | null;
	/** Probability, 0 to 1, that the speaker is right; below {@link CONFIDENT} a reader is told "appears to be". */
	readonly confidence: number;
	readonly basis: SpeakerBasis;
}

/** From this confidence on, a name is shown without reservation. */
export const CONFIDENT = 0.7;

/** Somebody, or some organisation, whose words the article gives. */
export interface Speaker {
	/** As fully as the article prints it; for a source without a name, its words as printed ("a senior official"). */
	readonly name: string;
	/** Role or office as printed, such as `Ukrainian President`; `null` when the article gives none. */
	readonly description: string | null;
	/** Other names and descriptions that the article uses, without pronouns. */
	readonly aliases: readonly string[];
}

/** An article with all that is found out about it, once, when it is read. Plain data: it can be stored and sent. */
export interface AttributedArticle {
	readonly article: Article;
	/** In order, without overlap; each lies within its paragraph, and together they hold all its words. */
	readonly sentences: readonly Sentence[];
	/** In the order of their content. */
	readonly attributions: readonly Attribution[];
	/** Every speaker of `attributions`, in order of first appearance. */
	readonly speakers: readonly Speaker[];
}

/** What a reader is told about one sentence: whose words it is. */
export interface SentenceAttribution {
	readonly kind: AttributionKind | 'narration';
	/** The attribution that covers most of the sentence; `null` for narration. */
	readonly attribution: Attribution | null;
	/** The speaker of that attribution; `null` for narration and where the article names nobody. */
	readonly speaker: Speaker | null;
}
