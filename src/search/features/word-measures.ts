import { findFamily, findRelated } from '../related-words.js';
import type { Scan } from '../scan.js';
import { FORM } from '../sentence-form.js';
import { CAPITAL_BIT, WORD_MASK } from '../sentence-table.js';
import { TermLookup } from '../term-lookup.js';
import { TRAIT, type WordTraits, wordTraits } from '../word-traits.js';
import { stemWord } from '../words.js';
import { FEATURE } from './feature-names.js';
import { comparePlaces } from './levels.js';
import type { Subject } from './subject.js';

/** What a sentence is about mostly stands in its first words. */
const HEAD_WORDS = 8;

/** What one pass over a sentence's words finds. */
interface Found {
	/** By term, 1 where a word related to it stands, a word of its family, or the term among the first words. */
	readonly related: Float32Array;
	readonly family: Float32Array;
	readonly head: Float32Array;
	/** By term, the tokens that meet it. */
	readonly places: number[][];
	/** Names and numbers that the question does not hold. */
	newNames: number;
	newNumbers: number;
}

/** Measures what a sentence's own words have to do with a question. */
export class WordMeasures {
	readonly #traits: WordTraits;
	readonly #related: TermLookup;
	readonly #family: TermLookup;
	readonly #questionStems: ReadonlySet<number>;

	/** @param bestScore - The best score of any candidate. */
	constructor(
		readonly scan: Scan,
		readonly bestScore: number,
	) {
		const { vocabulary } = scan.library;
		const { terms, words } = scan.query;
		this.#traits = wordTraits(vocabulary);
		this.#related = new TermLookup(vocabulary.stems.length);
		this.#family = new TermLookup(vocabulary.stems.length);
		terms.forEach(({ key, isName, alternatives }, term) => {
			if (!isName) {
				for (const stem of findRelated(key)) {
					const number = vocabulary.stemNumbers.get(stem);
					if (number !== undefined && !alternatives.has(number)) this.#related.add(number, term, 1);
				}
			}
			for (const stem of findFamily(vocabulary, key)) this.#family.add(stem, term, 1);
		});
		const stems = words.map(({ key }) => vocabulary.stemNumbers.get(stemWord(key)) ?? -1);
		this.#questionStems = new Set([...stems, ...terms.flatMap(({ alternatives }) => [...alternatives.keys()])]);
	}

	measure(row: Float32Array, { shares, candidate, sentence, levels: { own, named } }: Subject): void {
		const { terms, total } = this.scan.query;
		const { related, family, head, places, newNames, newNumbers } = this.#readWords(sentence);
		const exact = own.map((level) => (level === 1 ? 1 : 0));
		let missing = 0;
		let rarest = 0;
		let hits = 0;
		let numbers = 0;
		for (const [term, { rarity, isNumber }] of terms.entries()) {
			if ((own[term] ?? 0) > 0) {
				hits++;
				rarest = Math.max(rarest, rarity);
				if ((exact[term] ?? 0) === 1 && isNumber) numbers++;
				family[term] = 0;
				related[term] = 0;
			} else missing = Math.max(missing, rarity);
		}
		const { bigrams, nearness } = comparePlaces(places);
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
		row[FEATURE.newNames] = Math.min(newNames, 6) / 4;
		row[FEATURE.newNumbers] = Math.min(newNumbers, 4) / 3;
		row[FEATURE.typeMatch] = this.#matchType(sentence, newNames, newNumbers);
	}

	#readWords(sentence: number): Found {
		const { library, query } = this.scan;
		const { sentences, vocabulary } = library;
		const [related, family, head] = [0, 1, 2].map(() => new Float32Array(query.terms.length)) as [
			Float32Array,
			Float32Array,
			Float32Array,
		];
		const found: Found = { related, family, head, places: query.terms.map(() => []), newNames: 0, newNumbers: 0 };
		const seen = new Set<number>();
		const start = sentences.tokenStart[sentence] ?? 0;
		const end = sentences.tokenStart[sentence + 1] ?? 0;
		for (let i = start; i < end; i++) {
			const token = sentences.tokens[i] ?? 0;
			const word = token & WORD_MASK;
			const stem = vocabulary.stemOfKey[word] ?? 0;
			for (const term of this.#related.get(stem)?.terms ?? []) related[term] = 1;
			for (const term of this.#family.get(stem)?.terms ?? []) family[term] = 1;
			if (this.#questionStems.has(stem)) {
				query.terms.forEach(({ alternatives }, term) => {
					if (!alternatives.has(stem)) return;
					found.places[term]?.push(i);
					if (i - start < HEAD_WORDS) head[term] = 1;
				});
			} else if (!seen.has(stem)) {
				seen.add(stem);
				const bits = this.#traits.bits[word] ?? 0;
				if (bits & TRAIT.number) found.newNumbers++;
				const share = vocabulary.capitalShare[stem] ?? 0;
				if (token >= CAPITAL_BIT && !(bits & TRAIT.stop) && share > (i > start ? 128 : 204)) found.newNames++;
			}
		}
		return found;
	}

	/** @returns 1 when the sentence holds what kind of thing the question asks for, -1 when not, 0 when it asks for none. */
	#matchType(sentence: number, newNames: number, newNumbers: number): number {
		const { classes } = this.scan.query;
		const form = this.scan.library.sentences.form[sentence] ?? 0;
		const wants = [
			classes.has('many') && [newNumbers > 0 || (form & FORM.money) > 0],
			classes.has('when') && [(form & FORM.date) > 0],
			classes.has('where') && [(form & FORM.place) > 0 && newNames > 0],
			classes.has('who') && [newNames > 0],
			classes.has('why') && [(form & FORM.reason) > 0],
		].flatMap((want) => want || []);
		return wants.length === 0 ? 0 : wants.every(Boolean) ? 1 : -1;
	}
}
