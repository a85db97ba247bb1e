import { attributeSentence } from '../attribution/attribute-sentence.js';
import type { AttributedArticle } from '../attribution/attribution.js';
import { findStrictness } from './decide.js';
import { fingerprintArticles } from './fingerprint.js';
import type { Library } from './library.js';
import { createPassageIndex, PASSAGE_WORDS, PASSAGE_WORDS_MAX } from './passages.js';
import { FORM, sentenceForm } from './sentence-form.js';
import { measureMeans } from './sentence-means.js';
import { listPostings, type SentencePostings } from './sentence-postings.js';
import { CAPITAL_BIT, JOINED_BIT, KINDS, type SentenceTable } from './sentence-table.js';
import { collectSpeakers, nameKey } from './speakers.js';
import { isStopWord } from './stop-words.js';
import { VocabularyBuilder } from './vocabulary.js';
import { findWords, stemWord, type Word } from './words.js';

/**
 * Makes articles ready for questions: numbers their words, notes what ranking needs of every sentence, and indexes
 * their passages. Takes about 0.2 ms a sentence.
 *
 * @param onArticle - Called with the number of articles that are done, after every one.
 */
export function buildLibrary(articles: readonly AttributedArticle[], onArticle?: (done: number) => void): Library {
	const speakers = collectSpeakers(articles);
	const speakerNumbers = new Map(speakers.flatMap(({ names }, number) => names.map((name) => [nameKey(name), number])));
	const builder = new TableBuilder(speakerNumbers);
	articles.forEach((article, number) => {
		builder.addArticle(article, number);
		onArticle?.(number + 1);
	});
	const vocabulary = builder.vocabulary.build();
	const sentences = builder.build();
	const library = {
		articles,
		articleNumbers: new Map(articles.map(({ article }, number) => [article.id, number])),
		fingerprint: fingerprintArticles(articles.map(({ article }) => article)),
		vocabulary,
		sentences: { ...sentences, ...listPostings(vocabulary, sentences), means: measureMeans(vocabulary, sentences) },
		passages: builder.passages,
		speakers,
		strictness: 0,
	};
	return { ...library, strictness: findStrictness(library) };
}

/** Fills the columns of a {@link SentenceTable} and the passage index, article after article. */
class TableBuilder {
	readonly vocabulary = new VocabularyBuilder();
	readonly passages = createPassageIndex();
	readonly #articleStart = [0];
	readonly #articleOf: number[] = [];
	readonly #tokenStart = [0];
	readonly #tokens: number[] = [];
	readonly #form: number[] = [];
	readonly #kind: number[] = [];
	readonly #speaker: number[] = [];
	readonly #attribution: number[] = [];
	readonly #passageStart = [0];
	readonly #titleStart = [0];
	readonly #titleStems: number[] = [];

	constructor(readonly speakerNumbers: ReadonlyMap<string, number>) {}

	addArticle(attributed: AttributedArticle, number: number): void {
		const { article, sentences } = attributed;
		// What is found out about an article to attribute its sentences is kept as long as this copy, not as the library.
		const passing = { ...attributed };
		const titleWords = findWords(article.title);
		const title = this.vocabulary.addTitle(titleWords, number);
		this.#titleStems.push(...title);
		this.#titleStart.push(this.#titleStems.length);
		const titleText = contentStems(titleWords).join(' ');
		const passage = new PassageText();
		sentences.forEach((sentence, i) => {
			const text = article.text.slice(sentence.start, sentence.end);
			const words = findWords(text);
			this.#addWords(words, number);
			this.#form.push(sentenceForm(text) | (i < TITLE_SENTENCES ? titleForm(titleWords, words, text, i) : 0));
			const { kind, attribution, speaker } = attributeSentence(passing, sentence);
			this.#kind.push(KINDS.indexOf(kind));
			this.#speaker.push(speaker ? (this.speakerNumbers.get(nameKey(speaker.name)) ?? -1) : -1);
			this.#attribution.push(attribution ? attributed.attributions.indexOf(attribution) : -1);
			passage.add(words, speaker ? `${speaker.name} ${speaker.description ?? ''}` : '');
			const next = sentences[i + 1];
			const paragraphEnds = !next || next.paragraph !== sentence.paragraph;
			if (!next || passage.words >= (paragraphEnds ? PASSAGE_WORDS : PASSAGE_WORDS_MAX))
				this.#endPassage(passage, titleText);
		});
		this.#articleStart.push(this.#articleOf.length);
	}

	build(): Omit<SentenceTable, 'means' | keyof SentencePostings> {
		const count = this.#articleOf.length;
		return {
			count,
			articleStart: Uint32Array.from(this.#articleStart),
			articleOf: Uint32Array.from(this.#articleOf),
			tokenStart: Uint32Array.from(this.#tokenStart),
			tokens: Uint32Array.from(this.#tokens),
			form: Uint16Array.from(this.#form),
			kind: Uint8Array.from(this.#kind),
			speaker: Int32Array.from(this.#speaker),
			attribution: Int32Array.from(this.#attribution),
			passageStart: Uint32Array.from(this.#passageStart),
			titleStart: Uint32Array.from(this.#titleStart),
			titleStems: Uint32Array.from(this.#titleStems),
			meanLength: this.#tokens.length / Math.max(1, count),
		};
	}

	#addWords(words: readonly Word[], article: number): void {
		const numbers = this.vocabulary.addSentence(words, this.#articleOf.length, article);
		numbers.forEach((number, i) => {
			const word = words[i];
			const before = words[i - 1];
			// One is a space; an apostrophe that belongs to the word is part of it.
			const isJoined = word && before && word.start - before.start - before.printed.length === 1;
			this.#tokens.push(number + (word?.capital ? CAPITAL_BIT : 0) + (isJoined ? JOINED_BIT : 0));
		});
		this.#articleOf.push(article);
		this.#tokenStart.push(this.#tokens.length);
	}

	#endPassage(passage: PassageText, title: string): void {
		this.passages.add({ id: this.#passageStart.length - 1, ...passage.take(), title });
		this.#passageStart.push(this.#articleOf.length);
	}
}

/** Gathers the words of one passage. */
class PassageText {
	words = 0;
	#stems: string[] = [];
	#speakers = new Set<string>();

	add(words: readonly Word[], speaker: string): void {
		this.words += words.length;
		this.#stems.push(...contentStems(words));
		for (const stem of contentStems(findWords(speaker))) this.#speakers.add(stem);
	}

	/** @returns What was gathered, and starts anew. */
	take(): { readonly text: string; readonly speakers: string } {
		const taken = { text: this.#stems.join(' '), speakers: [...this.#speakers].join(' ') };
		this.words = 0;
		this.#stems = [];
		this.#speakers = new Set();
		return taken;
	}
}

function contentStems(words: readonly Word[]): string[] {
	return words.filter(({ key }) => !isStopWord(key)).map(({ key }) => stemWord(key));
}

/** The headline may follow a date line or a byline. */
const TITLE_SENTENCES = 3;
/** What the first sentence defines stands in its first words. */
const HEAD_WORDS = 10;

/** @returns The bits of a sentence's form that the title decides. */
function titleForm(title: readonly Word[], sentence: readonly Word[], text: string, place: number): number {
	const wanted = new Set(contentStems(title));
	const found = new Set(contentStems(sentence));
	const shared = (stems: ReadonlySet<string>) => [...wanted].filter((stem) => stems.has(stem)).length;
	if (wanted.size === 0) return 0;
	// Nearly all words of the title and few others: it is the headline once more.
	if (shared(found) >= 0.7 * Math.max(wanted.size, found.size)) return FORM.title;
	const head = new Set(contentStems(sentence.slice(0, HEAD_WORDS)));
	const defines = place === 0 && (sentenceForm(text) & FORM.definition) > 0 && shared(head) >= 0.6 * wanted.size;
	return defines ? FORM.definesTitle : 0;
}
