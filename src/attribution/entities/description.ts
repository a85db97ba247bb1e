import { sliceSpan } from '../../text/span.js';
import { type AnalysedText, type PlacedToken, tokenSpan } from '../analysed-text.js';
import type { Personhood } from './entity.js';
import type { Mention } from './mention.js';
import { findTitle } from './name-words.js';
import { isPersonNoun } from './person-noun.js';

/** Longest description, in tokens: an office is shorter, anything longer is a clause. */
const TOKENS_MAX = 14;

/**
 * Finds how the article introduces a name: the words before it (`Ukrainian President`, `Chinese Foreign Ministry
 * spokesperson`) or after a comma (`, chief executive of the fund,`). The first introduction that says more than "his
 * rival" counts, as printed.
 *
 * @param person - Whether the name is a person's: a person has an office, a group is an agency or a newspaper.
 * @returns `null` when no mention comes with one.
 */
export function findDescription(
	analysed: AnalysedText,
	mentions: readonly Mention[],
	person: Personhood,
): string | null {
	let relation: string | null = null;
	for (const mention of mentions) {
		const range =
			before(analysed.tokens, mention, person) ?? (person === 'no' ? null : after(analysed.tokens, mention));
		if (!range) continue;
		const words = sliceSpan(analysed.text, tokenSpan(analysed.tokens, ...range));
		if (!RELATION.test(words)) return words;
		relation ??= words;
	}
	return relation;
}

/** Says only how two people of the article stand to each other. */
const RELATION = /^(?:\p{L}+ )?(?:rivals?|friends?|opponents?|colleagues?|fellow \p{Ll}+)$/iu;

/** `the Russian news agency RIA Novosti`, `Foreign Minister Sergey Lavrov`, `Trump lawyer Marc Kasowitz`. */
function before(tokens: readonly PlacedToken[], { nameFirst }: Mention, person: Personhood): [number, number] | null {
	let first = nameFirst;
	while (first > 0 && nameFirst - first < TOKENS_MAX && belongsToNounPhrase(tokens, first - 1, nameFirst)) first--;
	while (first < nameFirst && /^(?:DET|NUM|PUNCT)$/.test(tokens[first]?.tag ?? '')) first++;
	const head = tokens[officeOf(tokens, first, nameFirst)];
	if (first >= nameFirst || !head || isCourtesy(head.lower)) return null;
	if (isGroupNoun(head.lower)) return [first, nameFirst];
	const bearer = findTitle(head.lower) !== null || (isPersonNoun(head.lower) && head.tag !== 'ADJ');
	return bearer && person !== 'no' && !isPlural(head.lower) ? [first, nameFirst] : null;
}

/** `State`, `staff`: what an office is of, not whom. */
const isOffice = (token: PlacedToken | undefined): boolean =>
	token !== undefined && /^(?:NOUN|PROPN)$/.test(token.tag) && findTitle(token.lower) === null;

/** The last token before `end`, or that before "of": `secretary of state`. */
function officeOf(tokens: readonly PlacedToken[], first: number, end: number): number {
	for (let i = end - 2; i > first; i--) if (tokens[i]?.lower === 'of') return i - 1;
	return end - 1;
}

/** `reporters`, `Reps.`: they introduce several. */
const isPlural = (lower: string): boolean =>
	/(?:[^s]s|men|women|people)\.?$/.test(lower) && !/^(?:boss|princess)/.test(lower);

function belongsToNounPhrase(tokens: readonly PlacedToken[], i: number, nameFirst: number): boolean {
	const token = tokens[i];
	const anchor = tokens[nameFirst];
	if (!token || !anchor || token.sentence !== anchor.sentence || token.stretch !== anchor.stretch) return false;
	if (/^(?:NOUN|PROPN|ADJ|DET)$/.test(token.tag)) return token.tag !== 'DET' || i + 1 < nameFirst;
	// "Associated Press writer": part of a name, whatever the tagger says.
	if (token.tag === 'VERB' && /^\p{Lu}\p{Ll}+ed$/u.test(token.word)) return true;
	// "Secretary of State", "chief of staff"; not "brother of former presidents"
	if (token.lower === 'of') return findTitle(tokens[i - 1]?.lower ?? '') !== null && isOffice(tokens[i + 1]);
	// "co-founder", "then-candidate", "Lee's lawyer"
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
		const joins = token.tag === 'CCONJ' && isWholePhrase(tokens, last + 1, end + TOKENS_MAX);
		if (/^[,.;:()—–]$/.test(token.word) || (/^(?:VERB|AUX|PRON|CCONJ|SCONJ)$/.test(token.tag) && !joins)) break;
		if (head < 0 && (token.tag === 'ADP' || token.lower === 'of')) head = last - 1;
		last++;
	}
	while (last > end + 1 && /^(?:ADP|DET|PART|ADV)$/.test(tokens[last - 1]?.tag ?? '')) last--;
	if (head < 0) head = last - 1;
	const from = tokens[end + 1]?.tag === 'DET' ? end + 2 : end + 1;
	const noun = tokens[head]?.lower ?? '';
	return last > from && head >= from && (isPersonNoun(noun) || findTitle(noun) !== null) ? [from, last] : null;
}

/** "… and a self-described democrat," – what follows "and" is a noun phrase that ends in a comma or the sentence. */
function isWholePhrase(tokens: readonly PlacedToken[], first: number, limit: number): boolean {
	let end = first;
	while (end < limit && /^(?:DET|NOUN|PROPN|ADJ|ADP|NUM)$/.test(tokens[end]?.tag ?? '')) end++;
	return end > first && /^[,.;)]$/.test(tokens[end]?.word ?? '');
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
