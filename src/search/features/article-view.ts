import type { Scan } from '../scan.js';
import { CAPITAL_BIT, JOINED_BIT, WORD_MASK } from '../sentence-table.js';
import { isStopWord } from '../stop-words.js';
import { inverseFrequency } from '../vocabulary.js';

/** In a longer article, how rare a word is in it is told from so many of its sentences. */
const SENTENCES_READ_MAX = 250;
/** How well one part of a name stands for another: "Sanders" where the question has "Bernie". */
const NAME_PART_WEIGHT = 0.7;

/** Share of capitals, of 255, from which a word may be part of a name. */
const MOSTLY_CAPITAL = 128;

/** A paragraph of an article: its sentences and how they match together. */
export interface ParagraphView {
	readonly first: number;
	/** One past its last sentence. */
	readonly end: number;
	/** By term, the best match of its sentences. */
	readonly weight: Float32Array;
}

/** What one article as a whole has to do with a question. */
export class ArticleView {
	/** Its first sentence. */
	readonly first: number;
	/** One past its last sentence. */
	readonly end: number;
	/** Rarity of each term among the sentences of this article. */
	readonly rarity: Float32Array;
	/** By term, 1 when the article has it. */
	readonly has: Uint8Array;
	/** By term, how well a word of the title matches. */
	readonly title: Float32Array;
	/** Share of the question's article rarity that the article holds, 0 to 1. */
	readonly coverage: number;
	readonly #paragraphs = new Map<number, ParagraphView>();
	/** By stem, the terms that a name part stands for. */
	readonly #nameParts: ReadonlyMap<number, readonly number[]>;

	constructor(
		readonly scan: Scan,
		article: number,
	) {
		const { library, query } = scan;
		const { sentences } = library;
		this.first = sentences.articleStart[article] ?? 0;
		this.end = sentences.articleStart[article + 1] ?? 0;
		const count = Math.min(this.end - this.first, SENTENCES_READ_MAX);
		const holding = new Uint32Array(query.terms.length);
		const levels = new Float32Array(query.terms.length);
		this.has = new Uint8Array(query.terms.length);
		for (let sentence = this.first; sentence < this.first + count; sentence++) {
			if (scan.score(sentence) === 0) continue;
			scan.copyLevels(levels, sentence);
			for (let term = 0; term < levels.length; term++)
				if ((levels[term] ?? 0) > 0) holding[term] = (holding[term] ?? 0) + 1;
		}
		this.title = readTitle(scan, article);
		this.rarity = new Float32Array(holding.length);
		holding.forEach((n, term) => {
			this.rarity[term] = n > 0 ? inverseFrequency(count, n) : 0.5 * Math.log(1 + count);
		});
		let covered = 0;
		let total = 0;
		query.terms.forEach(({ articleRarity }, term) => {
			const match = (holding[term] ?? 0) > 0 ? 1 : (this.title[term] ?? 0);
			if (match > 0) this.has[term] = 1;
			covered += match * articleRarity;
			total += articleRarity;
		});
		this.coverage = total > 0 ? covered / total : 0;
		this.#nameParts = this.#readNameParts(count);
	}

	/** Lifts the sentence's levels to what they are when a part of a name stands for the others. */
	raiseNameParts(levels: Float32Array, sentence: number): Float32Array {
		if (this.#nameParts.size === 0) return levels;
		const { sentences, vocabulary } = this.scan.library;
		for (let i = sentences.tokenStart[sentence] ?? 0; i < (sentences.tokenStart[sentence + 1] ?? 0); i++) {
			const terms = this.#nameParts.get(vocabulary.stemOfKey[(sentences.tokens[i] ?? 0) & WORD_MASK] ?? 0);
			if (terms) for (const term of terms) levels[term] = Math.max(levels[term] ?? 0, NAME_PART_WEIGHT);
		}
		return levels;
	}

	/** @returns The paragraph that the sentence stands in. */
	paragraph(sentence: number): ParagraphView {
		const article = this.scan.library.articles[this.scan.library.sentences.articleOf[sentence] ?? 0];
		const paragraphOf = (number: number) => article?.sentences[number - this.first]?.paragraph;
		const own = paragraphOf(sentence) ?? 0;
		let view = this.#paragraphs.get(own);
		if (view) return view;
		let first = sentence;
		while (first > this.first && paragraphOf(first - 1) === own) first--;
		let end = sentence + 1;
		while (end < this.end && paragraphOf(end) === own) end++;
		const weight = new Float32Array(this.scan.query.terms.length);
		for (let near = first; near < end; near++) {
			this.scan.raiseLevels(weight, near);
		}
		view = { first, end, weight };
		this.#paragraphs.set(own, view);
		return view;
	}

	/** Capitalised words that stand side by side are parts of one name: "Bernie Sanders" links the two. */
	#readNameParts(count: number): Map<number, number[]> {
		const { library, query } = this.scan;
		const { tokenStart, tokens } = library.sentences;
		const parts = new Map<number, number[]>();
		if (!query.terms.some(({ isName }) => isName)) return parts;
		for (let sentence = this.first; sentence < this.first + count; sentence++) {
			if (!this.scan.holdsName(sentence)) continue;
			const start = tokenStart[sentence] ?? 0;
			const end = tokenStart[sentence + 1] ?? 0;
			for (let i = start; i < end; i++) {
				const token = tokens[i] ?? 0;
				if (token < CAPITAL_BIT) continue;
				for (const term of this.scan.namesOf(library.vocabulary.stemOfKey[token & WORD_MASK] ?? 0)) {
					if (i > start && token & JOINED_BIT) this.#link(parts, term, tokens[i - 1] ?? 0);
					if (i + 1 < end && (tokens[i + 1] ?? 0) & JOINED_BIT) this.#link(parts, term, tokens[i + 1] ?? 0);
				}
			}
		}
		return parts;
	}

	#link(parts: Map<number, number[]>, term: number, token: number): void {
		const { vocabulary } = this.scan.library;
		const word = token & WORD_MASK;
		const stem = vocabulary.stemOfKey[word] ?? 0;
		if (token < CAPITAL_BIT || isStopWord(vocabulary.keys[word] ?? '')) return;
		if ((vocabulary.capitalShare[stem] ?? 0) < MOSTLY_CAPITAL) return;
		const terms = parts.get(stem);
		if (!terms) parts.set(stem, [term]);
		else if (!terms.includes(term)) terms.push(term);
	}
}

/** @returns By term, how well a word of the article's title matches. */
export function readTitle(scan: Scan, article: number): Float32Array {
	const { library, query } = scan;
	const { titleStart, titleStems } = library.sentences;
	const levels = new Float32Array(query.terms.length);
	const end = titleStart[article + 1] ?? 0;
	for (let i = titleStart[article] ?? 0; i < end; i++) scan.raiseByStem(levels, titleStems[i] ?? 0);
	return levels;
}
