import type MiniSearch from 'minisearch';
import type { AttributedArticle } from '../attribution/attribution.js';
import type { SentenceTable } from './sentence-table.js';
import type { LibrarySpeaker } from './speakers.js';
import type { Vocabulary } from './vocabulary.js';

/** Articles made ready for questions. Nothing in it changes once it is built. */
export interface Library {
	readonly articles: readonly AttributedArticle[];
	/** Article number by article id. */
	readonly articleNumbers: ReadonlyMap<string, number>;
	/** Differs when any title or text of the articles differs. */
	readonly fingerprint: string;
	readonly vocabulary: Vocabulary;
	readonly sentences: SentenceTable;
	/** Runs of sentences by passage number, found by their own words, their speakers and the title. */
	readonly passages: MiniSearch;
	/** How much more of a question this library has to hold than others before it answers: `findStrictness`. */
	readonly strictness: number;
	/** Everybody whose words the articles give, those with most of them first. */
	readonly speakers: readonly LibrarySpeaker[];
}
