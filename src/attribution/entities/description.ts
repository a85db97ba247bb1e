import { sliceSpan } from '../../text/span.js';
import { type AnalysedText, type PlacedToken, tokenSpan } from '../analysed-text.js';
import type { Mention } from './mention.js';
import { findTitle } from './name-words.js';
import { isPersonNoun } from './person-noun.js';

/** Longest description, in tokens: an office is shorter, anything longer is a clause. */
const TOKENS_MAX = 14;

/**
 * Finds how the article introduces a name: the words before it (`Ukrainian President`, `Chinese Foreign Ministry
 * spokesperson`) or after a comma (`, chief executive of the fund,`). The first introduction counts, as printed.
 *
 * @returns `null` when no mention comes with one.
 */
export function findDescription(analysed: AnalysedText, mentions: readonly Mention[]): string | null {
	for (const mention of mentions) {
		const range = before(analysed.tokens, mention) ?? after(analysed.tokens, mention);
		if (range) return sliceSpan(analysed.text, tokenSpan(analysed.tokens, ...range));
	}
	return null;
}

/** `the Russian news agency RIA Novosti`, `Foreign Minister Sergey Lavrov`, `Trump lawyer Marc Kasowitz`. */
function before(tokens: readonly PlacedToken[], { nameFirst }: Mention): [number, number] | null {
	let first = nameFirst;
	while (first > 0 && nameFirst - first < TOKENS_MAX && belongsToNounPhrase(tokens, first - 1, nameFirst)) first--;
	while (first < nameFirst && /^(?:DET|NUM|PUNCT)$/.test(tokens[first]?.tag ?? '')) first++;
	const head = tokens[nameFirst - 1];
	if (first >= nameFirst || !head || isCourtesy(head.lower)) return null;
	return isPersonNoun(head.lower) || findTitle(head.lower) !== null || isGroupNoun(head.lower) || head.lower === 'state'
		? [first, nameFirst]
		: null;
}

function belongsToNounPhrase(tokens: readonly PlacedToken[], i: number, nameFirst: number): boolean {
	const token = tokens[i];
	const anchor = tokens[nameFirst];
	if (!token || !anchor || token.sentence !== anchor.sentence || token.stretch !== anchor.stretch) return false;
	if (/^(?:NOUN|PROPN|ADJ|DET)$/.test(token.tag)) return token.tag !== 'DET' || i + 1 < nameFirst;
	// "Secretary of State", "co-founder", "then-candidate", "Lee's lawyer"
	if (token.lower === 'of')
		return /^\p{Lu}/u.test(tokens[i + 1]?.word ?? '') && /^\p{Lu}/u.test(tokens[i - 1]?.word ?? '');
	return (
		token.word === '-' ||
		(token.word === '.' && /^\p{Lu}/u.test(tokens[i - 1]?.word ?? '') && (tokens[i - 1]?.word.length ?? 9) < 5)
	);
}

/** `Kirill Dmitriev, CEO of the fund,`: up to the next comma or the end of the clause. */
function after(tokens: readonly PlacedToken[], { end }: Mention): [number, number] | null {
	if (tokens[end]?.word !== ',') return null;
	let last = end + 1;
	let head = -1;
	while (last < tokens.length && last - end <= TOKENS_MAX) {
		const token = tokens[last];
		if (!token || token.sentence !== tokens[end]?.sentence || token.stretch !== tokens[end]?.stretch) break;
		if (/^[,.;:()—–]$/.test(token.word) || /^(?:VERB|AUX|PRON|CCONJ|SCONJ)$/.test(token.tag)) break;
		if (head < 0 && (token.tag === 'ADP' || token.lower === 'of')) head = last - 1;
		last++;
	}
	if (head < 0) head = last - 1;
	const from = tokens[end + 1]?.tag === 'DET' ? end + 2 : end + 1;
	const noun = tokens[head]?.lower ?? '';
	return last > from && head >= from && (isPersonNoun(noun) || findTitle(noun) !== null) ? [from, last] : null;
}

const COURTESY = new Set([
	'mr',
	'mrs',
	'ms',
	'miss',
	'sir',
	'madam',
	'mr.',
	'mrs.',
	'ms.',
	'then',
	'ex',
	'late',
	'former',
]);
const isCourtesy = (lower: string): boolean => COURTESY.has(lower);

const GROUP_NOUN =
	/^(?:agency|newspaper|paper|magazine|group|organization|organisation|company|firm|network|party|website|site|newswire|broadcaster|watchdog|charity|union|publisher|outlet|daily|journal|tabloid|bank|maker|giant|chain|channel)$/;
const isGroupNoun = (lower: string): boolean => GROUP_NOUN.test(lower);
