import { stemWord, type Word } from './words.js';

/** What a question begins with that asks for somebody's words. */
const OPENING = /^(?:what|whats|whatd|wut|wat|how|howd)$/;
/** What may stand before it. */
const LEAD = /^(?:so|and|but|ok)$/;
/** Stands before the one who is asked about: "what DID she say". */
const AUXILIARY = /^(?:did|does|do|has|have|had|whatd|howd)$/;
/** Also ends the search for it: what stands between is no name alone. */
const OTHER_FUNCTION_WORD =
	/^(?:what|whats|wat|wut|how|hows|why|whyd|when|where|which|is|was|were|are|would|will|can|could|should|that|about|if)$/;
const VERB_OF_SAYING =
	/^(?:say|says|said|saying|think|thinks|thought|tell|tells|told|call|calls|called|claim\w*|argue\w*|twe*t\w*|respond\w*|response|react\w*|reply|replied|describe\w*|explain\w*|compare\w*|quote\w*|take|figured?|reckon\w*|believe\w*|warn\w*|feel|feels|felt|mean|meant|put|promis\w*|vow\w*|swear\w*|swore|blame\w*|accuse\w*|admit\w*|joke\w*|mock\w*|opinion|view|statement|comment\w*|insist\w*|demand\w*|suggest\w*|criti[cz]i[sz]\w*)$/;
/** A name has no more words than this. */
const NAME_WORDS_MAX = 4;

/**
 * Finds whose words a question asks for: "what did Marco Rubio say about it".
 *
 * @param terms - The question's terms.
 * @returns The places in `terms` of the name's words; none when the question asks for nobody's words, or for those of
 * somebody it does not name ("what did the nurse say").
 */
export function findAskedSpeaker(
	words: readonly Word[],
	terms: readonly { readonly key: string; readonly isName: boolean }[],
): readonly number[] {
	if (!OPENING.test(words.find(({ key }) => !LEAD.test(key))?.key ?? '')) return [];
	const verb = words.findIndex(({ key }, place) => place > 0 && VERB_OF_SAYING.test(key));
	let before = verb - 1;
	while (before >= 0 && !isFunctionWord(words[before]?.key ?? '')) before--;
	if (before < 0 || !AUXILIARY.test(words[before]?.key ?? '') || verb - before > NAME_WORDS_MAX + 1) return [];
	const places = words.slice(before + 1, verb).map((word) => {
		return terms.findIndex(({ key, isName }) => isName && stemWord(key) === stemWord(word.key));
	});
	return places.includes(-1) ? [] : places;
}

function isFunctionWord(key: string): boolean {
	return AUXILIARY.test(key) || OTHER_FUNCTION_WORD.test(key);
}
