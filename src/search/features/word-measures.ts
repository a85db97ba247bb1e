import { PlaceTable } from '../place-table.js';
import type { QuestionClass } from '../question-class.js';
import type { Scan } from '../scan.js';
import { FORM } from '../sentence-form.js';
import { CAPITAL_BIT, WORD_MASK } from '../sentence-table.js';
import { alphabeticalPlaces, findFamily } from '../word-family.js';
import { TRAIT, type WordTraits, wordTraits } from '../word-traits.js';
import { FEATURE } from './feature-names.js';
import { comparePlaces } from './levels.js';
import type { Subject } from './subject.js';

/** What a sentence is about mostly stands in its first words. */
const HEAD_WORDS = 8;

/** Of a longer question, the words behind these stand nowhere: each has a bit of a number. */
const TERMS_MAX = 32;

/** What stems have to do with the question, by place; one bit for each term. */
interface StemColumns {
	/** The terms that the stem stands for. */
	readonly meets: Uint32Array;
	/** 1 when the question holds it, be it as a stop word. */
	readonly asked: Uint8Array;
}

/** Room that a question has given back, for the next one. */
let spare: StemColumns | null = null;

/** Measures what a sentence's own words have to do with a question. */
export class WordMeasures {
	readonly #traits: WordTraits;
	readonly #stems: PlaceTable;
	/** By place in `#stems`. */
	#columns: StemColumns;
	/** By stem, its place among those that begin alike, and by term, where its family begins and ends there. */
	readonly #alphabetical: Uint32Array;
	readonly #families: Uint32Array;
	// What was found in the sentence that was read last, used again for the next one.
	/** By term, 1 where the term stands as it is, one of its family, or it among the first words. */
	readonly #exact: Float32Array;
	readonly #family: Float32Array;
	readonly #head: Float32Array;
	/** By term, the tokens that meet it, and how many of them were found. */
	readonly #places: readonly number[][];
	readonly #found: Uint32Array;
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
		this.#stems = new PlaceTable(vocabulary.stems);
		this.#columns = spare ?? makeColumns(512);
		spare = null;
		this.#alphabetical = alphabeticalPlaces(vocabulary);
		this.#families = new Uint32Array(2 * terms.length);
		terms.forEach(({ key, stems }, term) => {
			const bit = term < TERMS_MAX ? 1 << term : 0;
			for (const stem of stems) {
				const place = this.#place(stem);
				this.#columns.meets[place] = (this.#columns.meets[place] ?? 0) | bit;
			}
			const family = findFamily(vocabulary, key);
			this.#families[2 * term] = family.from;
			this.#families[2 * term + 1] = family.end;
		});
		for (const { stem } of words) if (stem !== undefined) this.#columns.asked[this.#place(stem)] = 1;
		this.#exact = new Float32Array(terms.length);
		this.#family = new Float32Array(terms.length);
		this.#head = new Float32Array(terms.length);
		this.#places = terms.map(() => []);
		this.#found = new Uint32Array(terms.length);
	}

	/** Gives its room back; not to be used after it. */
	release(): void {
		this.#columns.meets.fill(0, 0, this.#stems.size);
		this.#columns.asked.fill(0, 0, this.#stems.size);
		spare = this.#columns;
		this.#stems.release();
	}

	measure(row: Float32Array, { shares, score, sentence, levels: { own, named } }: Subject): void {
		const { terms, total } = this.scan.query;
		this.#readWords(sentence);
		const exact = this.#exact;
		const family = this.#family;
		const head = this.#head;
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
			} else missing = Math.max(missing, rarity);
		}
		const { bigrams, nearness } = comparePlaces(this.#places, this.#found);
		row[FEATURE.bm] = score / this.bestScore;
		row[FEATURE.bmRaw] = score / 20;
		row[FEATURE.cover] = shares.of(exact);
		row[FEATURE.coverAny] = shares.of(own);
		row[FEATURE.coverNames] = shares.of(named);
		row[FEATURE.namesExact] = shares.of(exact, 'names');
		row[FEATURE.names] = shares.of(named, 'names');
		row[FEATURE.others] = shares.of(own, 'others');
		row[FEATURE.prefix] = shares.of(family);
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
		const columns = this.#columns;
		const head = this.#head.fill(0);
		this.#family.fill(0);
		this.#found.fill(0);
		this.#newNames = 0;
		this.#newNumbers = 0;
		const start = sentences.tokenStart[sentence] ?? 0;
		const end = sentences.tokenStart[sentence + 1] ?? 0;
		for (let i = start; i < end; i++) {
			const token = sentences.tokens[i] ?? 0;
			const stem = vocabulary.stemOfKey[token & WORD_MASK] ?? 0;
			this.#meetFamilies(stem);
			const place = this.#stems.find(stem);
			const meets = place < 0 ? 0 : (columns.meets[place] ?? 0);
			for (let bits = meets; bits !== 0; bits &= bits - 1) {
				const term = lowestBit(bits);
				const places = this.#places[term];
				// Longer than it has to be, so that it keeps its room from sentence to sentence.
				const found = this.#found[term] ?? 0;
				if (places) places[found] = i;
				this.#found[term] = found + 1;
				if (i - start < HEAD_WORDS) head[term] = 1;
			}
			if (meets === 0 && (place < 0 || columns.asked[place] === 0)) this.#countNew(token, stem, start, i);
		}
	}

	#meetFamilies(stem: number): void {
		const place = this.#alphabetical[stem] ?? 0;
		const families = this.#families;
		for (let term = 0, at = 0; at < families.length; term++, at += 2) {
			if (place >= (families[at] ?? 0) && place < (families[at + 1] ?? 0)) this.#family[term] = 1;
		}
	}

	/** @returns The stem's place, for which there is then room. */
	#place(stem: number): number {
		const place = this.#stems.add(stem);
		if (place === this.#columns.meets.length) {
			const longer = makeColumns(2 * place);
			longer.meets.set(this.#columns.meets);
			longer.asked.set(this.#columns.asked);
			this.#columns = longer;
		}
		return place;
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

function makeColumns(count: number): StemColumns {
	return { meets: new Uint32Array(count), asked: new Uint8Array(count) };
}

function lowestBit(bits: number): number {
	return 31 - Math.clz32(bits & -bits);
}
