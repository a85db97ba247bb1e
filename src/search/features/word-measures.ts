import type { QuestionClass } from '../question-class.js';
import { findKin } from '../related-words.js';
import type { Scan } from '../scan.js';
import { FORM } from '../sentence-form.js';
import { CAPITAL_BIT, WORD_MASK } from '../sentence-table.js';
import { SparseTable } from '../sparse-table.js';
import { TRAIT, type WordTraits, wordTraits } from '../word-traits.js';
import { stemWord } from '../words.js';
import { FEATURE } from './feature-names.js';
import { comparePlaces } from './levels.js';
import type { Subject } from './subject.js';

/** What a sentence is about mostly stands in its first words. */
const HEAD_WORDS = 8;

/** What a stem has to do with the question. */
interface StemEntry {
	/** The terms that it stands for. */
	readonly meets: number[];
	/** The terms to which it is related, and those of whose family it is. */
	readonly related: number[];
	readonly family: number[];
	/** True when the question holds it, be it as a stop word. */
	isAsked: boolean;
}

/** Measures what a sentence's own words have to do with a question. */
export class WordMeasures {
	readonly #traits: WordTraits;
	readonly #stems = new SparseTable(512);
	/** By place in `#stems`. */
	readonly #entries: StemEntry[] = [];
	// What was found in the sentence that was read last, used again for the next one.
	/** By term, 1 where the term stands as it is, a word related to it, one of its family, or it among the first words. */
	readonly #exact: Float32Array;
	readonly #related: Float32Array;
	readonly #family: Float32Array;
	readonly #head: Float32Array;
	/** By term, the tokens that meet it. */
	readonly #places: number[][];
	/** Names and numbers that the question does not hold. */
	#newNames = 0;
	#newNumbers = 0;

	/** @param bestScore - The best score of any candidate. */
	constructor(
		readonly scan: Scan,
		readonly bestScore: number,
	) {
		const { vocabulary } = scan.library;
		const { terms, words } = scan.query;
		this.#traits = wordTraits(vocabulary);
		terms.forEach(({ key, isName, alternatives }, term) => {
			for (const stem of alternatives.keys()) this.#entry(stem).meets.push(term);
			const { related, family } = findKin(vocabulary, key);
			for (const stem of isName ? [] : related) if (!alternatives.has(stem)) this.#entry(stem).related.push(term);
			for (const stem of family) this.#entry(stem).family.push(term);
		});
		for (const { key } of words) {
			const stem = vocabulary.stemNumbers.get(stemWord(key));
			if (stem !== undefined) this.#entry(stem).isAsked = true;
		}
		const byTerm = () => new Float32Array(terms.length);
		[this.#exact, this.#related, this.#family, this.#head] = [byTerm(), byTerm(), byTerm(), byTerm()];
		this.#places = terms.map(() => []);
	}

	measure(row: Float32Array, { shares, candidate, sentence, levels: { own, named } }: Subject): void {
		const { terms, total } = this.scan.query;
		this.#readWords(sentence);
		const [exact, related, family, head] = [this.#exact, this.#related, this.#family, this.#head];
		let missing = 0;
		let rarest = 0;
		let hits = 0;
		let numbers = 0;
		for (let term = 0; term < terms.length; term++) {
			const rarity = terms[term]?.rarity ?? 0;
			exact[term] = own[term] === 1 ? 1 : 0;
			if ((own[term] ?? 0) > 0) {
				hits++;
				rarest = Math.max(rarest, rarity);
				if (exact[term] === 1 && terms[term]?.isNumber) numbers++;
				family[term] = 0;
				related[term] = 0;
			} else missing = Math.max(missing, rarity);
		}
		const { bigrams, nearness } = comparePlaces(this.#places);
		row[FEATURE.bm] = candidate.score / this.bestScore;
		row[FEATURE.bmRaw] = candidate.score / 20;
		row[FEATURE.cover] = shares.of(exact);
		row[FEATURE.coverAny] = shares.of(own);
		row[FEATURE.coverNames] = shares.of(named);
		row[FEATURE.namesExact] = shares.of(exact, 'names');
		row[FEATURE.names] = shares.of(named, 'names');
		row[FEATURE.others] = shares.of(own, 'others');
		row[FEATURE.prefix] = shares.of(family);
		row[FEATURE.related] = shares.of(related);
		row[FEATURE.relatedAny] = shares.of(own) + shares.of(related);
		row[FEATURE.missing] = missing / 6;
		row[FEATURE.rarestHit] = rarest / 6;
		row[FEATURE.hits] = hits / 5;
		row[FEATURE.numbers] = numbers;
		row[FEATURE.bigrams] = bigrams;
		row[FEATURE.nearness] = nearness;
		row[FEATURE.stop] = this.scan.stopScore(sentence) / total;
		row[FEATURE.head] = shares.of(head);
		row[FEATURE.newNames] = Math.min(this.#newNames, 6) / 4;
		row[FEATURE.newNumbers] = Math.min(this.#newNumbers, 4) / 3;
		row[FEATURE.typeMatch] = this.#matchType(sentence);
	}

	#readWords(sentence: number): void {
		const { sentences, vocabulary } = this.scan.library;
		const [related, family, head] = [this.#related.fill(0), this.#family.fill(0), this.#head.fill(0)];
		for (const places of this.#places) places.length = 0;
		this.#newNames = 0;
		this.#newNumbers = 0;
		const start = sentences.tokenStart[sentence] ?? 0;
		const end = sentences.tokenStart[sentence + 1] ?? 0;
		for (let i = start; i < end; i++) {
			const token = sentences.tokens[i] ?? 0;
			const stem = vocabulary.stemOfKey[token & WORD_MASK] ?? 0;
			const place = this.#stems.find(stem);
			const entry = place < 0 ? null : this.#entries[place];
			if (entry) {
				for (const term of entry.related) related[term] = 1;
				for (const term of entry.family) family[term] = 1;
				for (const term of entry.meets) {
					this.#places[term]?.push(i);
					if (i - start < HEAD_WORDS) head[term] = 1;
				}
			}
			if (!entry?.isAsked && !entry?.meets.length) this.#countNew(token, stem, start, i);
		}
	}

	#entry(stem: number): StemEntry {
		const place = this.#stems.add(stem);
		const entry = this.#entries[place] ?? { meets: [], related: [], family: [], isAsked: false };
		this.#entries[place] = entry;
		return entry;
	}

	/** Counts the token at a place when it is a name or a number, and the first of its stem in its sentence. */
	#countNew(token: number, stem: number, start: number, place: number): void {
		const { sentences, vocabulary } = this.scan.library;
		const bits = this.#traits.bits[token & WORD_MASK] ?? 0;
		const isNumber = (bits & TRAIT.number) > 0;
		const share = vocabulary.capitalShare[stem] ?? 0;
		const isName = token >= CAPITAL_BIT && !(bits & TRAIT.stop) && share > (place > start ? 128 : 204);
		if (!isNumber && !isName) return;
		for (let i = start; i < place; i++) {
			if (vocabulary.stemOfKey[(sentences.tokens[i] ?? 0) & WORD_MASK] === stem) return;
		}
		if (isNumber) this.#newNumbers++;
		if (isName) this.#newNames++;
	}

	/** @returns 1 when the sentence holds what kind of thing the question asks for, -1 when not, 0 when it asks for none. */
	#matchType(sentence: number): number {
		const { classes } = this.scan.query;
		const form = this.scan.library.sentences.form[sentence] ?? 0;
		let isAsked = false;
		for (const [name, holds] of ANSWER_KINDS) {
			if (!classes.has(name)) continue;
			if (!holds(form, this.#newNames, this.#newNumbers)) return -1;
			isAsked = true;
		}
		return isAsked ? 1 : 0;
	}
}

/** What a sentence holds that answers a question of a class, told from its form and its new names and numbers. */
const ANSWER_KINDS: readonly (readonly [QuestionClass, (form: number, names: number, numbers: number) => boolean])[] = [
	['many', (form, _, numbers) => numbers > 0 || (form & FORM.money) > 0],
	['when', (form) => (form & FORM.date) > 0],
	['where', (form, names) => (form & FORM.place) > 0 && names > 0],
	['who', (_, names) => names > 0],
	['why', (form) => (form & FORM.reason) > 0],
];
