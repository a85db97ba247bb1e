import MiniSearch, { type Options } from 'minisearch';

/** What MiniSearch indexes of one passage: stems with spaces between. */
export interface PassageDocument {
	/** Passage number. */
	readonly id: number;
	readonly text: string;
	/** Names and descriptions of those who speak in it, who are often only "he" in the words themselves. */
	readonly speakers: string;
	readonly title: string;
}

/** Of these words on, a passage ends where its paragraph does. The only size that was tried. */
export const PASSAGE_WORDS = 100;

/** Of these on, it ends with its sentence: a paragraph may be a whole book. */
export const PASSAGE_WORDS_MAX = 300;

/** How MiniSearch cuts what it is given: stems are made before, so that index and question share them. */
export const PASSAGE_OPTIONS: Options<PassageDocument> = {
	fields: ['text', 'speakers', 'title'],
	tokenize: (text) => text.split(' ').filter(Boolean),
	processTerm: (term) => term,
	searchOptions: { boost: { text: 1, speakers: 0.6, title: 0.4 } },
};

export function createPassageIndex(): MiniSearch<PassageDocument> {
	return new MiniSearch<PassageDocument>(PASSAGE_OPTIONS);
}
