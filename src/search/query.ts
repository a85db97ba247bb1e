import { findAliases } from './aliases.js';
import { findAskedSpeaker } from './asked-speaker.js';
import type { Library } from './library.js';
import { findParaphrases } from './paraphrases.js';
import { classifyQuestion, type QuestionClass } from './question-class.js';
import { rarities } from './rarity.js';
import { findSpellings } from './spelling.js';
import { isStopWord } from './stop-words.js';
import { isNumberWord, NAME_SHARE } from './word-traits.js';
import { findWords, stemWord, type Word } from './words.js';

/** A word of the question that says what it is about, with what may stand for it in an article. */
export interface Term {
	readonly key: string;
	/** Numbers of the stems that may stand for the word. */
	readonly stems: readonly number[];
	/** How well each of them does: 1 for its own stem, less for an alias or a corrected one, least for a paraphrase. */
	readonly weights: readonly number[];
	/** So many of them, the first ones, are no paraphrases. */
	readonly strong: number;
	/** Rarity among sentences; capped for a word that no article holds. */
	readonly rarity: number;
	/** Rarity among articles. */
	readonly articleRarity: number;
	/** True when the articles print it with a capital, or, where they do not hold it, when the question does. */
	readonly isName: boolean;
	/** True when an article holds it or what stands for it, paraphrases aside. */
	readonly isKnown: boolean;
	/** True when it is known only as a misspelling. */
	readonly isTypo: boolean;
	readonly isNumber: boolean;
}

/** A word of the question as the library knows it. */
export interface QueryWord extends Word {
	readonly isStop: boolean;
	/** Number of its stem; `undefined` for one that no article holds. */
	readonly stem: number | undefined;
}

/** A question, taken apart. */
export interface Query {
	readonly words: readonly QueryWord[];
	readonly terms: readonly Term[];
	/** Stem numbers of the stop words, which say a little about the answer too. */
	readonly stopStems: ReadonlySet<number>;
	readonly classes: ReadonlySet<QuestionClass>;
	/** Places in `terms` of the name whose words the question asks for. */
	readonly askedSpeaker: readonly number[];
	/** Sum of the terms' rarity. */
	readonly total: number;
}

/** "Where are the talks held", "when did it take place": there they say no more than the question's first word does. */
const EVENT_WORDS = new Set(['held', 'hold', 'holding', 'take', 'taking', 'took', 'place', 'occur', 'occurred']);

const ALIAS_WEIGHT = 0.8;
const SPELLING_WEIGHT = 0.8;
/** A chat word that no article holds must not outweigh all that are held. */
const UNKNOWN_RARITY = 4;

/** @returns The question's terms and classes as this library understands them. */
export function analyseQuery(library: Library, question: string): Query {
	const words = findWords(question).map(({ printed, key, start, capital }) => {
		const stem = library.vocabulary.stemNumbers.get(stemWord(key));
		return { printed, key, start, capital, isStop: isStopWord(key), stem };
	});
	const classes = classifyQuestion(question);
	const isEventAsked = classes.has('where') || classes.has('when');
	const isEmpty = ({ key, isStop }: QueryWord) => isStop || (isEventAsked && EVENT_WORDS.has(key));
	// "What happened?" holds stop words alone; they are then all there is to go by.
	const isAllEmpty = words.every(isEmpty);
	const terms = new Map<string, Term>();
	const stopStems = new Set<number>();
	for (const word of words) {
		if (word.isStop && word.stem !== undefined) stopStems.add(word.stem);
		if (isEmpty(word) && !isAllEmpty) continue;
		const stem = stemWord(word.key);
		if (!terms.has(stem)) terms.set(stem, getTerm(library, word, stem));
	}
	const all = [...terms.values()];
	return {
		words,
		terms: all,
		stopStems,
		classes,
		askedSpeaker: findAskedSpeaker(words, all),
		total: all.reduce((sum, { rarity }) => sum + rarity, 0) || 1,
	};
}

/** @returns Rarity of a stem among sentences; capped for one that no article holds, which has no number. */
export function rarityOf({ vocabulary, sentences }: Library, stem: number | undefined): number {
	if (stem === undefined) return UNKNOWN_RARITY;
	return rarities(vocabulary, sentences).sentences[stem] ?? 0;
}

/** So many terms of a library are kept, about 200 bytes each: questions share most of their words. */
const TERMS_KEPT = 20_000;
const termsOf = new WeakMap<Library, Map<string, Term>>();

function getTerm(library: Library, word: Word, stem: string): Term {
	let terms = termsOf.get(library);
	if (!terms) {
		terms = new Map();
		termsOf.set(library, terms);
	}
	// A word that no article holds is a name if the question says so.
	const name = word.capital ? `^${word.key}` : word.key;
	let term = terms.get(name);
	if (!term) {
		term = analyseTerm(library, word, stem);
		if (terms.size >= TERMS_KEPT) terms.clear();
		terms.set(name, term);
	}
	return term;
}

function analyseTerm(library: Library, word: Word, stem: string): Term {
	const { vocabulary, sentences } = library;
	const { articles: articleRarity, absent } = rarities(vocabulary, sentences);
	const alternatives = new Map<number, number>();
	const own = vocabulary.stemNumbers.get(stem);
	if (own !== undefined) alternatives.set(own, 1);
	const aliases = findAliases(word.key);
	for (const alias of aliases) addAlternative(library, alternatives, alias, ALIAS_WEIGHT);
	const paraphrases: [stem: string, weight: number][] = [];
	const isInTable = findParaphrases(stem, (other, weight) => paraphrases.push([other, weight]));
	const isMisspelt = own === undefined && aliases.length === 0 && !isInTable;
	if (isMisspelt) for (const number of findSpellings(vocabulary, stem)) alternatives.set(number, SPELLING_WEIGHT);
	// The rarest of what stands for it tells how telling the word is.
	const strong = [...alternatives.keys()];
	const rarest =
		own ?? strong.sort((a, b) => (vocabulary.sentencesWith[a] ?? 0) - (vocabulary.sentencesWith[b] ?? 0))[0];
	const isName = rarest === undefined ? word.capital : (vocabulary.capitalShare[rarest] ?? 0) > NAME_SHARE;
	// A name is nobody else's.
	if (!isName) for (const [other, weight] of paraphrases) addAlternative(library, alternatives, other, weight);
	return {
		key: word.key,
		stems: [...alternatives.keys()],
		weights: [...alternatives.values()],
		strong: strong.length,
		rarity: rarityOf(library, rarest),
		articleRarity: rarest === undefined ? absent : (articleRarity[rarest] ?? 0),
		isName,
		isKnown: rarest !== undefined,
		isTypo: isMisspelt && rarest !== undefined,
		isNumber: isNumberWord(word.key),
	};
}

function addAlternative({ vocabulary }: Library, alternatives: Map<number, number>, stem: string, weight: number) {
	const number = vocabulary.stemNumbers.get(stem);
	if (number !== undefined && !alternatives.has(number)) alternatives.set(number, weight);
}
