import type { ClaimCheck, Difference } from '../answer/check.js';
import type { ArticleExcerpt, QuoteChange, Verification } from '../answer/verify.js';
import type { Library } from '../search/library.js';
import { dealPages, renderSentences } from './answer-pages.js';
import { clipMarkup, escapeClipped } from './clip-markup.js';
import { BODY_MAX } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import { BOLD, markChanges, markSpans, STRUCK } from './mark-changes.js';
import { blockQuote, quoteMarkup, renderWhere, renderWho } from './render-sentence.js';
import { type ShownSentence, showPlaces, showResults } from './shown-sentence.js';

/** One verdict: what it says, and the sentences it stands on. */
export interface Verdict {
	readonly content: string;
	readonly evidence: readonly ShownSentence[];
}

/** Code units of markup: the words that a verdict is about, a name, and the words of one difference on either side. */
const TOPIC_MAX = 120;
const NAME_MAX = 100;
const CHANGE_MAX = 120;
/** Claimed and printed words are set under each other; longer ones are told apart by what differs alone. */
const WORDS_MAX = 500;
/** More differences than this are another text. */
const CHANGES_MAX = 6;

/** A part of a verdict, in its place; of those that can be spared, the highest goes first when room is short. */
interface Part {
	readonly text: string;
	/** Absent: it stays in any case. */
	readonly spare?: number;
}

/** What became of words that somebody is said to have said: the verdict first, then what shows it. */
export function renderVerification(
	t: Translate,
	library: Library,
	{ words, claimedSpeaker }: { readonly words: string; readonly claimedSpeaker: string | null },
	verification: Verification,
): Verdict {
	const { status, span, nearest, changes } = verification;
	// “We will stay,” she said: the comma is the sentence's, not hers.
	const topic = escapeClipped(words.replace(/[,;\s]+$/, ''), TOPIC_MAX);
	const found = findShown(library, span ?? nearest);
	const shown = found && nameSpeaker(found, verification);
	const evidence = shown ? [shown] : [];
	if (!shown || !span || status === 'not-found') {
		return { content: withNearest(t, t('check.not-found', { topic }), t('check.nearest'), evidence), evidence };
	}
	const altered = status === 'altered';
	const printed = withStop(shown, span, words);
	const rest = findRest(shown, verification);
	const parts: Part[] = [
		{ text: altered ? t('check.altered', { topic, count: changes.length }) : t(`check.${status}`, { topic }) },
		...renderOtherSpeaker(t, claimedSpeaker, verification),
		...(altered ? renderWords(t, words, printed) : [{ text: clipQuote(printed), spare: 1 }]),
		...(altered ? renderChanges(t, changes) : []),
		{ text: renderSource(t, shown) },
		...(rest === null ? [] : [{ text: `${t('check.goes-on')}\n${clipQuote(rest)}`, spare: 3 }]),
	];
	return { content: joinParts(parts), evidence };
}

/** Whether the articles say what a claim says: the verdict and who gives the words it stands on, then the sentences. */
export function renderClaim(t: Translate, library: Library, claim: string, checked: ClaimCheck): Verdict {
	const topic = escapeClipped(claim, TOPIC_MAX);
	const all = showResults(library, checked.evidence);
	const [first] = all;
	if (checked.verdict === 'not-covered' || !first) {
		const evidence = dealPages(t, all)[0] ?? [];
		return { content: withNearest(t, t('check.not-covered', { topic }), t('check.nearest-claim'), evidence), evidence };
	}
	const name = escapeClipped(first.result.speaker?.name ?? '', NAME_MAX);
	const verdict = t(`check.${checked.verdict}.${whoseWords(first)}`, { topic, name });
	const content =
		checked.verdict === 'supported'
			? `${verdict}\n${renderSentences(t, [first])}`
			: joinParts([{ text: verdict }, ...renderConflict(t, claim, first, checked.differences)]);
	return { content, evidence: [first] };
}

/** Claim and sentence under each other with what differs marked, then the same in words, then who and where. */
function renderConflict(t: Translate, claim: string, shown: ShownSentence, differences: readonly Difference[]): Part[] {
	const { start: from, text } = shown.result;
	const theirs = differences.map(({ article: { start, end } }) => ({ start: start - from, end: end - from }));
	const ours = differences.map((difference) => difference.claim);
	const words = setUnderEachOther(t, markSpans(claim, ours, STRUCK), markSpans(text, theirs, BOLD));
	const changes = differences.map((difference) => ({
		kind: 'replaced' as const,
		claimed: difference.claim.text,
		printed: difference.article.text,
	}));
	return [{ text: words, spare: 4 }, ...renderChanges(t, changes), { text: renderSource(t, shown) }];
}

function renderWords(t: Translate, claimed: string, printed: string): Part[] {
	if (claimed.length > WORDS_MAX || printed.length > WORDS_MAX) return [];
	const marked = markChanges(claimed, printed);
	return [{ text: setUnderEachOther(t, marked.claimed, marked.printed), spare: 4 }];
}

function setUnderEachOther(t: Translate, claimed: string, printed: string): string {
	return [t('check.claimed'), quoteMarkup(claimed), t('check.printed'), quoteMarkup(printed)].join('\n');
}

/** Every difference in words, the first of them the last to be spared. */
function renderChanges(t: Translate, changes: readonly QuoteChange[]): Part[] {
	const lines = changes.slice(0, CHANGES_MAX).map(({ kind, claimed, printed }, index) => {
		const words = { claimed: escapeClipped(claimed, CHANGE_MAX), printed: escapeClipped(printed, CHANGE_MAX) };
		return { text: `- ${t(`check.${kind}`, words)}`, spare: index === 0 ? 1 : 2 };
	});
	const left = changes.length - lines.length;
	return left > 0 ? [...lines, { text: `- ${t('check.more-changes', { count: left })}`, spare: 2 }] : lines;
}

function renderOtherSpeaker(t: Translate, claimed: string | null, { speakerMatches, speaker }: Verification): Part[] {
	if (speakerMatches || speaker === null || claimed === null) return [];
	const names = { name: escapeClipped(speaker.name, NAME_MAX), claimed: escapeClipped(claimed, NAME_MAX) };
	return [{ text: t('check.other-speaker', names) }];
}

function renderSource(t: Translate, { result, attributed }: ShownSentence): string {
	return `— ${renderWho(t, result)}\n${renderWhere(t, attributed.article, result)}`;
}

function withNearest(t: Translate, verdict: string, label: string, evidence: readonly ShownSentence[]): string {
	return evidence.length > 0 ? [verdict, label, renderSentences(t, evidence)].join('\n') : verdict;
}

function clipQuote(text: string): string {
	return clipMarkup(text, WORDS_MAX, blockQuote).markup;
}

function joinParts(parts: readonly Part[]): string {
	const content = parts.map(({ text }) => text).join('\n');
	const spare = Math.max(0, ...parts.map((part) => part.spare ?? 0));
	return content.length <= BODY_MAX || spare === 0 ? content : joinParts(parts.filter((part) => part.spare !== spare));
}

/** Who asserts the sentence: the article, somebody by name, or somebody whom it does not name. */
function whoseWords({ result: { kind, speaker } }: ShownSentence): 'article' | 'speaker' | 'somebody' {
	if (kind === 'narration') return 'article';
	return speaker ? 'speaker' : 'somebody';
}

/** The sentence that holds the excerpt's start. */
function findShown(library: Library, excerpt: ArticleExcerpt | null): ShownSentence | null {
	const attributed = library.articles[library.articleNumbers.get(excerpt?.article ?? '') ?? -1];
	if (!attributed || !excerpt) return null;
	const sentence = attributed.sentences.findIndex(({ end }) => end > excerpt.start);
	return showPlaces(library, [{ attributed, sentence: Math.max(sentence, 0) }])[0] ?? null;
}

/** The printed words, with the stop after them when the claimed ones have it too: “… and the U.S.” */
function withStop({ attributed }: ShownSentence, { start, end, text }: ArticleExcerpt, claimed: string): string {
	const stop = /[.!?]$/.exec(claimed.trimEnd())?.[0];
	return stop !== undefined && attributed.article.text[end] === stop
		? attributed.article.text.slice(start, end + 1)
		: text;
}

/** What the speaker goes on to say in the sentence; not the words of the article that only name the speaker. */
function findRest({ attributed }: ShownSentence, { span, goesOn }: Verification): string | null {
	if (!goesOn || !span) return null;
	const said = attributed.attributions
		.flatMap(({ content }) => content)
		.find(({ start, end }) => start < span.end && span.end <= end);
	const rest = said ? attributed.article.text.slice(goesOn.start, said.end) : goesOn.text;
	return /[\p{L}\p{N}]/u.test(rest) ? rest : null;
}

/** A sentence may hold words of more than one source: who is named is whose words were asked about. */
function nameSpeaker(shown: ShownSentence, { speaker }: Verification): ShownSentence {
	if (speaker === null || shown.result.speaker?.name === speaker.name) return shown;
	const kind = shown.result.kind === 'narration' ? 'direct' : shown.result.kind;
	return { ...shown, result: { ...shown.result, kind, speaker } };
}
