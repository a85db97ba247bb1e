import { attributeSentence } from '../../attribution/attribute-sentence.js';
import type { AttributedArticle } from '../../attribution/attribution.js';
import type { Sentence } from '../../text/sentence.js';
import { type ReadText, readForComparing, type Surroundings } from './read-text.js';
import { readTerms } from './terms.js';

/** A sentence of an article, ready to be compared with a claim. */
export interface ReadSentence {
	readonly article: AttributedArticle;
	readonly sentence: Sentence;
	/** Its place among the article's sentences, from 0. */
	readonly index: number;
	readonly read: ReadText;
	readonly surroundings: Surroundings;
}

/** How many sentences before a sentence, and after it, belong to what the reader has in mind. */
const BEFORE = 2;
const AFTER = 1;

/** Articles kept ready, those read last. */
const KEPT_MAX = 100;
const kept = new Map<AttributedArticle, readonly ReadSentence[]>();

/** Reads an article's sentences; an article that was read a short while ago is not read again. */
export function readArticle(article: AttributedArticle): readonly ReadSentence[] {
	const sentences = kept.get(article) ?? readAnew(article);
	kept.delete(article);
	kept.set(article, sentences);
	const [oldest] = kept.keys();
	if (kept.size > KEPT_MAX && oldest) kept.delete(oldest);
	return sentences;
}

function readAnew(article: AttributedArticle): ReadSentence[] {
	const { text, title } = article.article;
	const reads = article.sentences.map((sentence) => readForComparing(text, sentence));
	const titleStems = stemsOf(title);
	const all = new Set([...titleStems, ...reads.flatMap((read) => read.terms.map((term) => term.stem))]);
	const capitals = new Map<string, number>();
	for (const { text: word, capital, weight } of reads.flatMap((read) => read.terms)) {
		if (weight > 0) capitals.set(word, (capitals.get(word) ?? 0) + (capital ? 1 : -0.5));
	}
	const names = new Set([...capitals].filter(([, count]) => count > 0).map(([word]) => word));
	return article.sentences.map((sentence, index) => {
		const { speaker } = attributeSentence(article, sentence);
		const said = speaker ? stemsOf([speaker.name, speaker.description ?? '', ...speaker.aliases].join(' ')) : [];
		const around = reads
			.slice(Math.max(0, index - BEFORE), index + AFTER + 1)
			.flatMap((read) => read.terms.map((term) => term.stem));
		const near = new Set([...titleStems, ...said, ...around]);
		return {
			article,
			sentence,
			index,
			read: reads[index] as ReadText,
			surroundings: { near, speaker: new Set(said), article: all, names },
		};
	});
}

function stemsOf(text: string): string[] {
	return readTerms(text).map((term) => term.stem);
}
