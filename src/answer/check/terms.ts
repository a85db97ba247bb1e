import { stemWord } from '../../search/words.js';
import type { Span } from '../../text/span.js';
import { readWords } from '../verify/word-stream.js';
import { findPhrase } from './find-phrase.js';
import { baseForm, commonness, hasOpposite, isStopWord } from './word-relations.js';

/** A word of a claim or of an article's sentence, as comparing sees it. */
export interface Term extends Span {
	/** Lower case, without accents and apostrophes. */
	readonly text: string;
	/** Dictionary form, as far as simple rules find it. */
	readonly base: string;
	readonly stem: string;
	/** Written with a capital where no sentence begins. */
	readonly capital: boolean;
	/** What the claim loses without it: 0 for "the", about 1 for a rare word or a number. */
	readonly weight: number;
}

/** Reads a piece of text as terms, in order. An idiom is read by what it means; the words after its first weigh nothing. */
export function readTerms(text: string, span?: Span): Term[] {
	const words = readWords(text, span && [span]);
	const bases = words.map((word) => baseForm(word.text));
	let within = 0;
	return words.map((word, index) => {
		const capital = /\p{Lu}/u.test(text.charAt(word.start)) && index > 0 && word.after !== 'stop';
		const phrase = within > 0 || capital ? null : findPhrase(bases, index);
		const isRest = within > 0;
		within = phrase ? phrase.length - 1 : Math.max(0, within - 1);
		const base = phrase ? phrase.meaning : (bases[index] ?? word.text);
		const { start, text: folded } = word;
		const end = phrase ? (words[index + phrase.length - 1] ?? word).end : word.end;
		const weight = isRest ? 0 : phrase ? weigh(base, base, false) : weigh(folded, base, capital);
		return { start, end, text: folded, base, stem: stemWord(base), capital, weight };
	});
}

function weigh(text: string, base: string, capital: boolean): number {
	if (/^\d/.test(text)) return 1;
	if (isStopWord(text) && !capital) return hasOpposite(base) ? 0.3 : 0;
	return Math.max(0.25, 1 - commonness(base));
}
