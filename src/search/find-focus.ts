import { isStopWord } from './stop-words.js';

/** "what city", "how many kinds of trees": the noun that the answer names. */
const FOCUS =
	/\b(?:what|which|whats|how many|how much)\s+(?:(?:type|kind|sort|name)s? of\s+)?(?:(?:the|other|big|top|new|first|last)\s+)*([a-z]{3,})/;

/** @returns The noun that a question asks for, "city" in "what city is it in"; `null` when it names none. */
export function findFocus(question: string): string | null {
	const noun = FOCUS.exec(question.toLowerCase().replace(/['’]/g, ''))?.[1];
	return noun === undefined || isStopWord(noun) ? null : noun;
}
