import { createClient } from '@libsql/client';
import { Document } from 'flexsearch';
import MiniSearch, { type SearchResult } from 'minisearch';
import { isStopWord } from '../../src/search/stop-words.js';
import { findWords, stemWord } from '../../src/search/words.js';

/** A sentence as the references get it. */
export interface Indexed {
	readonly id: number;
	readonly article: string;
	readonly text: string;
}

/** Numbers of the sentences found, best first. */
export type Search = (question: string, article: string | null) => number[] | Promise<number[]>;

/** MiniSearch as it is shipped. */
export function plainMiniSearch(sentences: readonly Indexed[]): Search {
	return searchWith(new MiniSearch<Indexed>({ fields: ['text'], storeFields: ['article'] }), sentences);
}

/** MiniSearch with our stop words and stems. */
export function stemmedMiniSearch(sentences: readonly Indexed[]): Search {
	const index = new MiniSearch<Indexed>({
		fields: ['text'],
		storeFields: ['article'],
		tokenize: (text) => findWords(text).map(({ key }) => key),
		processTerm: (key) => (isStopWord(key) ? null : stemWord(key)),
	});
	return searchWith(index, sentences);
}

function searchWith(index: MiniSearch<Indexed>, sentences: readonly Indexed[]): Search {
	index.addAll(sentences);
	return (question, article) => {
		const filter = (hit: SearchResult) => (hit as { article?: string }).article === article;
		return index.search(question, article === null ? {} : { filter }).map(({ id }) => id as number);
	};
}

/** FlexSearch as its manual recommends for text: forward prefixes, suggestions when not every word is met. */
export function flexSearch(sentences: readonly Indexed[]): Search {
	const index = new Document({ document: { id: 'id', index: ['text'], tag: ['article'] }, tokenize: 'forward' });
	for (const { id, article, text } of sentences) index.add({ id, article, text });
	return (question, article) => {
		const tag = article === null ? {} : { tag: { article } };
		const found = index.search(question, { suggest: true, limit: 3, ...tag }) as { result: number[] }[];
		return found.flatMap(({ result }) => result);
	};
}

/** SQLite's FTS5 with its Porter stems, any word, ranked by BM25. */
export async function sqliteSearch(sentences: readonly Indexed[]): Promise<Search> {
	const client = createClient({ url: ':memory:' });
	await client.execute('CREATE VIRTUAL TABLE s USING fts5(text, article UNINDEXED, tokenize="porter unicode61")');
	await client.batch(
		sentences.map(({ id, article, text }) => ({
			sql: 'INSERT INTO s (rowid, text, article) VALUES (?, ?, ?)',
			args: [id, text, article],
		})),
	);
	return async (question, article) => {
		const words = findWords(question).map(({ key }) => `"${key}"`);
		if (words.length === 0) return [];
		const { rows } = await client.execute({
			sql: `SELECT rowid FROM s WHERE s MATCH ? ${article === null ? '' : 'AND article = ?'} ORDER BY rank LIMIT 3`,
			args: [words.join(' OR '), ...(article === null ? [] : [article])],
		});
		return rows.map(({ rowid }) => Number(rowid));
	};
}
