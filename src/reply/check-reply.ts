import type { ClaimCheck, Difference } from '../answer/check.js';
import type { ArticleExcerpt, QuoteChange, Verification } from '../answer/verify.js';
import type { Library } from '../search/library.js';
import { renderSentences } from './answer-pages.js';
import { clip } from './clip.js';
import { escapeInline } from './escape-text.js';
import type { Translate } from './locales/catalogue.js';
import { BOLD, markChanges, markSpans, STRUCK } from './mark-changes.js';
import { blockQuote, quoteMarkup, renderWhere, renderWho } from './render-sentence.js';
import { type ShownSentence, showPlaces, showResults } from './shown-sentence.js';

/** One verdict: what it says, and the sentences it stands on. */
export interface Verdict {
	readonly content: string;
	readonly evidence: readonly ShownSentence[];
}

/** The words that a verdict is about are named in its first line, this many at most. */
const TOPIC_MAX = 120;
/** Claimed and printed words are set under each other; longer ones are listed only by what differs. */
const WORDS_MAX = 500;
/** More differences than this are another text. */
const CHANGES_MAX = 6;

/** What became of words that somebody is said to have said: the verdict first, then what shows it. */
export function renderVerification(
	t: Translate,
	library: Library,
	{ words, claimedSpeaker }: { readonly words: string; readonly claimedSpeaker: string | null },
	verification: Verification,
): Verdict {
	const { status, span, nearest, changes } = verification;
	const topic = escapeInline(clip(words, TOPIC_MAX));
	const where = findShown(library, span ?? nearest);
	const evidence = where ? [nameSpeaker(where, verification)] : [];
	const lines: string[] = [];
	if (status === 'not-found') {
		lines.push(t('check.not-found', { topic }));
		if (evidence.length > 0) lines.push(t('check.nearest'), renderSentences(t, evidence));
		return { content: lines.join('\n'), evidence };
	}
	const printed = span?.text ?? '';
	lines.push(
		status === 'altered' ? t('check.altered', { topic, count: changes.length }) : t(`check.${status}`, { topic }),
	);
	if (status === 'altered') lines.push(...renderChanges(t, words, printed, changes));
	if (status !== 'altered') lines.push(blockQuote(clip(printed, WORDS_MAX)));
	const [shown] = evidence;
	if (shown) lines.push(`— ${renderWho(t, shown.result)}`, renderWhere(t, shown.attributed.article, shown.result));
	if (!verification.speakerMatches && verification.speaker && claimedSpeaker) {
		const names = {
			name: escapeInline(verification.speaker.name),
			claimed: escapeInline(clip(claimedSpeaker, TOPIC_MAX)),
		};
		lines.splice(1, 0, t('check.other-speaker', names));
	}
	const rest = where && findRest(where, verification);
	if (rest) lines.push(t('check.goes-on'), blockQuote(clip(rest, WORDS_MAX)));
	return { content: lines.join('\n'), evidence };
}

function renderChanges(t: Translate, words: string, printed: string, changes: readonly QuoteChange[]): string[] {
	const marked = markChanges(words, printed);
	const both = words.length <= WORDS_MAX && printed.length <= WORDS_MAX;
	const lines = both
		? [t('check.claimed'), quoteMarkup(marked.claimed), t('check.printed'), quoteMarkup(marked.printed)]
		: [];
	lines.push(...changes.slice(0, CHANGES_MAX).map((change) => `- ${describeChange(t, change)}`));
	if (changes.length > CHANGES_MAX) lines.push(`- ${t('check.more-changes', { count: changes.length - CHANGES_MAX })}`);
	return lines;
}

function describeChange(t: Translate, { kind, claimed, printed }: QuoteChange): string {
	return t(`check.${kind}`, {
		claimed: escapeInline(clip(claimed, TOPIC_MAX)),
		printed: escapeInline(clip(printed, TOPIC_MAX)),
	});
}

/** Whether the articles say what a claim says: the verdict and who gives the words it stands on, then the sentences. */
export function renderClaim(t: Translate, library: Library, claim: string, checked: ClaimCheck): Verdict {
	const topic = escapeInline(clip(claim, TOPIC_MAX));
	const evidence = showResults(library, checked.evidence);
	const [first] = evidence;
	if (checked.verdict === 'not-covered' || !first) {
		const nearest = evidence.length > 0 ? [t('check.nearest-claim'), renderSentences(t, evidence)] : [];
		return { content: [t('check.not-covered', { topic }), ...nearest].join('\n'), evidence };
	}
	const verdict = t(`check.${checked.verdict}.${whoseWords(first)}`, { topic, name: nameOf(first) });
	if (checked.verdict === 'supported')
		return { content: `${verdict}\n${renderSentences(t, [first])}`, evidence: [first] };
	return { content: `${verdict}\n${renderConflict(t, claim, first, checked.differences)}`, evidence: [first] };
}

/** Claim and sentence under each other with what differs marked, then the same in words. */
function renderConflict(t: Translate, claim: string, shown: ShownSentence, differences: readonly Difference[]): string {
	const { result, attributed } = shown;
	const inSentence = differences.map(({ article: { start, end } }) => ({
		start: start - result.start,
		end: end - result.start,
	}));
	const ours = markSpans(
		claim,
		differences.map((difference) => difference.claim),
		STRUCK,
	);
	const theirs = markSpans(
		result.text,
		inSentence.filter(({ start }) => start >= 0),
		BOLD,
	);
	const both = claim.length <= WORDS_MAX && result.text.length <= WORDS_MAX;
	const words = both
		? [t('check.claimed'), quoteMarkup(ours), t('check.printed'), quoteMarkup(theirs)]
		: [blockQuote(clip(result.text, 2 * WORDS_MAX))];
	const changes = differences.map(({ claim: { text: claimed }, article: { text: printed } }) => {
		return `- ${describeChange(t, { kind: 'replaced', claimed, printed })}`;
	});
	return [...words, ...changes, `— ${renderWho(t, result)}`, renderWhere(t, attributed.article, result)].join('\n');
}

/** Who asserts the sentence: the article, somebody by name, or somebody whom it does not name. */
function whoseWords({ result: { kind, speaker } }: ShownSentence): 'article' | 'speaker' | 'somebody' {
	if (kind === 'narration') return 'article';
	return speaker ? 'speaker' : 'somebody';
}

function nameOf({ result: { speaker } }: ShownSentence): string {
	return escapeInline(clip(speaker?.name ?? '', TOPIC_MAX));
}

/** The sentence that holds the excerpt's start. */
function findShown(library: Library, excerpt: ArticleExcerpt | null): ShownSentence | null {
	const attributed = library.articles[library.articleNumbers.get(excerpt?.article ?? '') ?? -1];
	if (!attributed || !excerpt) return null;
	const sentence = attributed.sentences.findIndex(({ end }) => end > excerpt.start);
	return showPlaces(library, [{ attributed, sentence: Math.max(sentence, 0) }])[0] ?? null;
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
