import { ArticleView } from './article-view.js';
import type { Candidate } from './candidates.js';
import { FEATURE, FEATURES } from './feature-names.js';
import { FORM_COLUMNS } from './form-columns.js';
import { comparePlaces, raise } from './levels.js';
import { Meaning } from './meaning.js';
import { findFamily, findRelated } from './related-words.js';
import type { Scan } from './scan.js';
import { saturate } from './scan.js';
import { FORM } from './sentence-form.js';
import { CAPITAL_BIT, KINDS, WORD_MASK } from './sentence-table.js';
import { SpeakerTerms } from './speaker-terms.js';
import { TermLookup } from './term-lookup.js';
import { TRAIT, type WordTraits, wordTraits } from './word-traits.js';
import { stemWord } from './words.js';

/** Names from an earlier sentence still count so much in the next, and again so much in the one after. */
const CARRIED = 0.75;
const CARRIED_SENTENCES = 4;

/** Measures candidates for one question. */
export class FeatureReader {
	readonly #meaning: Meaning;
	readonly #traits: WordTraits;
	readonly #related: TermLookup;
	readonly #family: TermLookup;
	readonly #views = new Map<number, ArticleView>();
	readonly #speakers: SpeakerTerms;
	readonly #questionStems: ReadonlySet<number>;
	readonly #names: Uint8Array;
	readonly #rarity: Float32Array;
	readonly #total: number;
	readonly #nameTotal: number;
	readonly #bestScore: number;
	readonly #articleCovers: readonly number[];

	/** @param candidates - All that will be compared: some measures are shares of the best among them. */
	constructor(
		readonly scan: Scan,
		candidates: readonly Candidate[],
	) {
		const { library, query } = scan;
		this.#meaning = new Meaning(scan);
		this.#speakers = new SpeakerTerms(scan);
		this.#traits = wordTraits(library.vocabulary);
		this.#related = new TermLookup(library.vocabulary.stems.length);
		this.#family = new TermLookup(library.vocabulary.stems.length);
		query.terms.forEach(({ key, isName, alternatives }, term) => {
			if (!isName) {
				for (const stem of findRelated(key)) {
					const number = library.vocabulary.stemNumbers.get(stem);
					if (number !== undefined && !alternatives.has(number)) this.#related.add(number, term, 1);
				}
			}
			for (const stem of findFamily(library.vocabulary, key)) this.#family.add(stem, term, 1);
		});
		const stems = query.words.map(({ key }) => library.vocabulary.stemNumbers.get(stemWord(key)) ?? -1);
		this.#questionStems = new Set([...stems, ...query.terms.flatMap(({ alternatives }) => [...alternatives.keys()])]);
		this.#names = Uint8Array.from(query.terms, ({ isName }) => (isName ? 1 : 0));
		this.#rarity = Float32Array.from(query.terms, ({ rarity }) => rarity);
		this.#total = query.total;
		this.#nameTotal = query.terms.reduce((sum, { isName, rarity }) => sum + (isName ? rarity : 0), 0);
		this.#bestScore = Math.max(1e-9, ...candidates.map(({ score }) => score));
		const articles = [...new Set(candidates.map(({ sentence }) => library.sentences.articleOf[sentence] ?? 0))];
		this.#articleCovers = articles.map((article) => this.#view(article).coverage).sort((a, b) => b - a);
	}

	/** @returns One number for each of {@link FEATURES}. */
	read(candidate: Candidate): Float32Array {
		const row = new Float32Array(FEATURES.length);
		const { sentence } = candidate;
		const view = this.#view(this.scan.library.sentences.articleOf[sentence] ?? 0);
		const levels = this.#levels(view, sentence);
		this.#readWords(row, candidate, view, levels);
		this.#readContext(row, candidate, view, levels);
		this.#readLocal(row, sentence, view, levels);
		this.#readForm(row, sentence);
		this.#readMeaning(row, sentence, view, levels);
		this.#readSpeaker(row, sentence, levels);
		return row;
	}

	#view(article: number): ArticleView {
		let view = this.#views.get(article);
		if (!view) {
			view = new ArticleView(this.scan, article);
			this.#views.set(article, view);
		}
		return view;
	}

	#levels(view: ArticleView, sentence: number): Levels {
		const own = this.scan.hits(sentence).weight;
		const named = view.withNameParts(sentence);
		const near = named.slice();
		if (sentence > view.first) raise(near, this.scan.hits(sentence - 1).weight);
		if (sentence + 1 < view.end) raise(near, this.scan.hits(sentence + 1).weight);
		const inParagraph = raise(named.slice(), view.paragraph(sentence).weight);
		return { own, named, near, inParagraph, soft: this.#meaning.soft(sentence) };
	}

	/** Share of the question's rarity; of the names' or the others' part of it, one half when there is none. */
	#share(levels: ArrayLike<number>, of: 'all' | 'names' | 'others' = 'all'): number {
		let sum = 0;
		for (let term = 0; term < this.#rarity.length; term++) {
			if (of !== 'all' && ((this.#names[term] ?? 0) === 1) !== (of === 'names')) continue;
			sum += (levels[term] ?? 0) * (this.#rarity[term] ?? 0);
		}
		const total = of === 'all' ? this.#total : of === 'names' ? this.#nameTotal : this.#total - this.#nameTotal;
		return total > 1e-6 ? sum / total : 0.5;
	}

	#readWords(row: Float32Array, { sentence, score }: Candidate, view: ArticleView, { own, named }: Levels): void {
		const { library, query } = this.scan;
		const { sentences, vocabulary } = library;
		const start = sentences.tokenStart[sentence] ?? 0;
		const end = sentences.tokenStart[sentence + 1] ?? 0;
		const exact = new Float32Array(own.length);
		for (let term = 0; term < own.length; term++) exact[term] = own[term] === 1 ? 1 : 0;
		const related = new Float32Array(own.length);
		const family = new Float32Array(own.length);
		const head = new Float32Array(own.length);
		const places: number[][] = query.terms.map(() => []);
		let newNames = 0;
		let newNumbers = 0;
		const seen = new Set<number>();
		for (let i = start; i < end; i++) {
			const token = sentences.tokens[i] ?? 0;
			const word = token & WORD_MASK;
			const stem = vocabulary.stemOfKey[word] ?? 0;
			for (const term of this.#related.get(stem)?.terms ?? []) related[term] = 1;
			for (const term of this.#family.get(stem)?.terms ?? []) family[term] = 1;
			if (this.#questionStems.has(stem)) {
				query.terms.forEach(({ alternatives }, term) => {
					if (!alternatives.has(stem)) return;
					places[term]?.push(i);
					if (i - start < HEAD_WORDS) head[term] = 1;
				});
			} else if (!seen.has(stem)) {
				seen.add(stem);
				const bits = this.#traits.bits[word] ?? 0;
				if (bits & TRAIT.number) newNumbers++;
				const share = vocabulary.capitalShare[stem] ?? 0;
				if (token >= CAPITAL_BIT && !(bits & TRAIT.stop) && share > (i > start ? 128 : 204)) newNames++;
			}
		}
		let missing = 0;
		let rarest = 0;
		let hits = 0;
		let numbers = 0;
		for (let term = 0; term < own.length; term++) {
			const rarity = this.#rarity[term] ?? 0;
			if ((own[term] ?? 0) > 0) {
				hits++;
				rarest = Math.max(rarest, rarity);
				if ((exact[term] ?? 0) === 1 && query.terms[term]?.isNumber) numbers++;
				family[term] = 0;
				related[term] = 0;
			} else missing = Math.max(missing, rarity);
		}
		const { bigrams, nearness } = comparePlaces(places);
		row[FEATURE.bm] = score / this.#bestScore;
		row[FEATURE.bmRaw] = score / 20;
		row[FEATURE.cover] = this.#share(exact);
		row[FEATURE.coverAny] = this.#share(own);
		row[FEATURE.coverNames] = this.#share(named);
		row[FEATURE.namesExact] = this.#share(exact, 'names');
		row[FEATURE.names] = this.#share(named, 'names');
		row[FEATURE.others] = this.#share(own, 'others');
		row[FEATURE.prefix] = this.#share(family);
		row[FEATURE.related] = this.#share(related);
		row[FEATURE.relatedAny] = this.#share(own) + this.#share(related);
		row[FEATURE.missing] = missing / 6;
		row[FEATURE.rarestHit] = rarest / 6;
		row[FEATURE.hits] = hits / 5;
		row[FEATURE.numbers] = numbers;
		row[FEATURE.bigrams] = bigrams;
		row[FEATURE.nearness] = nearness;
		row[FEATURE.stop] = this.scan.stopScore(sentence) / this.#total;
		row[FEATURE.head] = this.#share(head);
		row[FEATURE.newNames] = Math.min(newNames, 6) / 4;
		row[FEATURE.newNumbers] = Math.min(newNumbers, 4) / 3;
		this.#readTypes(row, sentence, newNames, newNumbers);
		row[FEATURE.lead] = this.#share(this.scan.hits(view.first).weight);
	}

	#readTypes(row: Float32Array, sentence: number, newNames: number, newNumbers: number): void {
		const { classes } = this.scan.query;
		const form = this.scan.library.sentences.form[sentence] ?? 0;
		const wants = [
			classes.has('many') && [newNumbers > 0 || (form & FORM.money) > 0],
			classes.has('when') && [(form & FORM.date) > 0],
			classes.has('where') && [(form & FORM.place) > 0 && newNames > 0],
			classes.has('who') && [newNames > 0],
			classes.has('why') && [(form & FORM.reason) > 0],
		].flatMap((want) => want || []);
		row[FEATURE.typeMatch] = wants.length === 0 ? 0 : wants.every(Boolean) ? 1 : -1;
	}

	#readContext(row: Float32Array, { sentence, passage, article }: Candidate, view: ArticleView, levels: Levels): void {
		const share = (other: number) => {
			return other < view.first || other >= view.end ? 0 : this.#share(this.scan.hits(other).weight);
		};
		row[FEATURE.passage] = passage;
		row[FEATURE.context] = this.#share(levels.near);
		row[FEATURE.paragraph] = this.#share(levels.inParagraph);
		row[FEATURE.title] = this.#share(raise(view.title.slice(), levels.named));
		row[FEATURE.before] = share(sentence - 1);
		row[FEATURE.before2] = share(sentence - 2);
		row[FEATURE.after] = share(sentence + 1);
		const carried = this.#carried(sentence, view, levels);
		row[FEATURE.carriedNames] = this.#share(carried, 'names');
		row[FEATURE.carriedOthers] = this.#share(carried, 'others');
		row[FEATURE.carriedAll] = this.#share(carried);
		const [best = 0, second = 0] = this.#articleCovers;
		row[FEATURE.articleShare] = article;
		row[FEATURE.articleCover] = view.coverage;
		row[FEATURE.articleFirst] = view.coverage >= best ? 1 : 0;
		row[FEATURE.articleGap] = view.coverage - (view.coverage >= best ? second : best);
	}

	#carried(sentence: number, view: ArticleView, { named }: Levels): Float32Array {
		const carried = named.slice();
		let factor = CARRIED;
		for (let other = sentence - 1; other >= Math.max(view.first, sentence - CARRIED_SENTENCES); other--) {
			const { weight } = this.scan.hits(other);
			for (let term = 0; term < carried.length; term++) {
				carried[term] = Math.max(carried[term] ?? 0, factor * (weight[term] ?? 0));
			}
			factor *= CARRIED;
		}
		return carried;
	}

	#readLocal(row: Float32Array, sentence: number, view: ArticleView, levels: Levels): void {
		const { tokenStart, meanLength } = this.scan.library.sentences;
		const length = ((tokenStart[sentence + 1] ?? 0) - (tokenStart[sentence] ?? 0)) / meanLength;
		const { count } = this.scan.hits(sentence);
		const sums = { all: 0, own: 0, named: 0, near: 0, inParagraph: 0, soft: 0, bm: 0 };
		let missing = 0;
		for (let term = 0; term < levels.own.length; term++) {
			const rarity = view.rarity[term] ?? 0;
			const own = levels.own[term] ?? 0;
			sums.all += rarity;
			sums.own += own * rarity;
			sums.named += (levels.named[term] ?? 0) * rarity;
			sums.near += (levels.near[term] ?? 0) * rarity;
			sums.inParagraph += (levels.inParagraph[term] ?? 0) * rarity;
			sums.soft += Math.max(levels.named[term] ?? 0, levels.soft[term] ?? 0) * rarity;
			if (own > 0) sums.bm += own * rarity * saturate(count[term] ?? 0, length);
			else if ((view.has[term] ?? 0) === 1) missing = Math.max(missing, rarity);
		}
		const all = sums.all || 1;
		row[FEATURE.localCover] = sums.own / all;
		row[FEATURE.localNames] = sums.named / all;
		row[FEATURE.localContext] = sums.near / all;
		row[FEATURE.localParagraph] = sums.inParagraph / all;
		row[FEATURE.localMissing] = missing / 4;
		row[FEATURE.localBm] = sums.bm / all;
		row[FEATURE.softLocal] = sums.soft / all;
	}

	#readForm(row: Float32Array, sentence: number): void {
		const { form, tokenStart, meanLength } = this.scan.library.sentences;
		const bits = form[sentence] ?? 0;
		const length = (tokenStart[sentence + 1] ?? 0) - (tokenStart[sentence] ?? 0);
		for (const [column, bit] of FORM_COLUMNS) row[column] = bits & bit ? 1 : 0;
		row[FEATURE.length] = Math.log((length + 1) / (meanLength + 1));
		row[FEATURE.short] = length < 6 ? 1 : 0;
	}

	#readMeaning(row: Float32Array, sentence: number, view: ArticleView, levels: Levels): void {
		const { soft, own, named, near } = levels;
		const paragraph = view.paragraph(sentence);
		let best = 0;
		for (let term = 0; term < own.length; term++) {
			if ((own[term] ?? 0) === 0) best = Math.max(best, soft[term] ?? 0);
		}
		row[FEATURE.soft] = this.#share(raise(named.slice(), soft));
		row[FEATURE.softOthers] = this.#share(raise(own.slice(), soft), 'others');
		row[FEATURE.softContext] = this.#share(raise(near.slice(), soft));
		row[FEATURE.softBest] = best;
		row[FEATURE.focus] = soft[own.length] ?? 0;
		row[FEATURE.meaning] = this.#meaning.likeness(sentence);
		row[FEATURE.meaningParagraph] = this.#meaning.likenessOf(paragraph);
		row[FEATURE.meaningBefore] = sentence > view.first ? this.#meaning.likeness(sentence - 1) : 0;
		row[FEATURE.meaningAfter] = sentence + 1 < view.end ? this.#meaning.likeness(sentence + 1) : 0;
	}

	#readSpeaker(row: Float32Array, sentence: number, { named }: Levels): void {
		const { kind, speaker } = this.scan.library.sentences;
		const { classes } = this.scan.query;
		const name = KINDS[kind[sentence] ?? 0];
		const number = speaker[sentence] ?? -1;
		const asked = this.#speakers.terms(number);
		const isAsked = asked.some((level) => level > 0);
		const said = classes.has('said');
		row[FEATURE.direct] = name === 'direct' ? 1 : name === 'mixed' ? 0.5 : 0;
		row[FEATURE.reported] = name === 'reported' ? 1 : 0;
		row[FEATURE.speakerNamed] = number >= 0 ? 1 : 0;
		row[FEATURE.speakerAsked] = this.#nameTotal > 0 ? this.#share(asked, 'names') : 0;
		row[FEATURE.speakerAskedSaid] = isAsked && said ? 1 : 0;
		row[FEATURE.speakerOther] = number >= 0 && !isAsked && this.#nameTotal > 0 && said ? 1 : 0;
		row[FEATURE.speakerCover] = this.#share(raise(named.slice(), asked));
		row[FEATURE.whoSaid] = said && classes.has('who') && number >= 0 ? 1 : 0;
	}
}

/** By term, how well it is met: in the sentence, with parts of names, next to it, in its paragraph, in meaning. */
interface Levels {
	readonly own: Float32Array;
	readonly named: Float32Array;
	readonly near: Float32Array;
	readonly inParagraph: Float32Array;
	readonly soft: Float32Array;
}

/** What a sentence is about mostly stands in its first words. */
const HEAD_WORDS = 8;
