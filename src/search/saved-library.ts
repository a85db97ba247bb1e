import MiniSearch from 'minisearch';
import * as z from 'zod';
import type { Article } from '../article/article.js';
import type { AttributedArticle } from '../attribution/attribution.js';
import { DataError } from '../errors.js';
import { fingerprintArticles } from './fingerprint.js';
import type { Library } from './library.js';
import { PASSAGE_OPTIONS } from './passages.js';
import type { SentenceTable } from './sentence-table.js';
import { collectSpeakers } from './speakers.js';
import type { Vocabulary } from './vocabulary.js';

/** Raised whenever the saved form, the attribution or the words of searching change. */
const VERSION = 9;

// A saved library is one line of JSON that says what follows, then the sections one after the other.
const HEADER = z.object({
	format: z.literal('onrecord-index'),
	version: z.number(),
	fingerprint: z.string(),
	meanLength: z.number(),
	strictness: z.number(),
	sections: z.array(z.tuple([z.string(), z.number()])),
});

const COLUMNS = {
	articleStart: Uint32Array,
	articleOf: Uint32Array,
	tokenStart: Uint32Array,
	tokens: Uint32Array,
	form: Uint16Array,
	kind: Uint8Array,
	speaker: Int32Array,
	attribution: Int32Array,
	means: Int8Array,
	postingStart: Uint32Array,
	postings: Uint32Array,
	postingCounts: Uint8Array,
	passageStart: Uint32Array,
	titleStart: Uint32Array,
	titleStems: Uint32Array,
	stemOfKey: Uint32Array,
	sentencesWith: Uint32Array,
	articlesWith: Uint32Array,
	capitalShare: Uint8Array,
} as const;

type Columns = { -readonly [name in keyof typeof COLUMNS]: InstanceType<(typeof COLUMNS)[name]> };

/** @returns The library without its articles' texts, as the content of a file for {@link loadLibrary}. */
export function saveLibrary(library: Library): Buffer {
	const { vocabulary, sentences } = library;
	const sections: [string, Buffer][] = [
		['attributions', json(library.articles.map(({ article, ...rest }) => [article.id, rest]))],
		['passages', json(library.passages)],
		['words', json([vocabulary.keys, vocabulary.stems])],
	];
	for (const name of Object.keys(COLUMNS) as (keyof Columns)[]) {
		const column: ArrayBufferView = { ...vocabulary, ...sentences }[name];
		sections.push([name, Buffer.from(column.buffer, column.byteOffset, column.byteLength)]);
	}
	const header = {
		format: 'onrecord-index',
		version: VERSION,
		fingerprint: library.fingerprint,
		meanLength: sentences.meanLength,
		strictness: library.strictness,
		sections: sections.map(([name, { length }]) => [name, length]),
	};
	return Buffer.concat([json(header), Buffer.from('\n'), ...sections.map(([, content]) => content)]);
}

/**
 * Makes a library from its saved form and the articles that it was made from.
 *
 * @param file - Where `saved` comes from, for messages.
 * @throws {DataError} When it is no saved library, or was made by another version or from other articles.
 */
export function loadLibrary(saved: Buffer, articles: readonly Article[], file: string): Library {
	const { header, sections } = readSections(saved, file);
	if (header.fingerprint !== fingerprintArticles(articles)) {
		throw refuse(
			file,
			'was made from other articles than those of this library; name the ones it was made of with --library',
		);
	}
	const attributed = withArticles(parse(sections, 'attributions') as Saved['attributions'], articles);
	const columns = readColumns(sections);
	return {
		articles: attributed,
		articleNumbers: new Map(articles.map(({ id }, number) => [id, number])),
		fingerprint: header.fingerprint,
		vocabulary: readVocabulary(parse(sections, 'words') as Saved['words'], columns),
		sentences: { ...sentenceColumns(columns), count: columns.articleOf.length, meanLength: header.meanLength },
		passages: MiniSearch.loadJSON(sections.get('passages')?.toString() ?? '', PASSAGE_OPTIONS),
		speakers: collectSpeakers(attributed),
		strictness: header.strictness,
	};
}

interface Saved {
	readonly attributions: readonly (readonly [string, Omit<AttributedArticle, 'article'>])[];
	readonly words: readonly [string[], string[]];
}

function readSections(saved: Buffer, file: string) {
	const end = saved.indexOf('\n');
	const header = HEADER.safeParse(end < 0 ? null : tryParse(saved.toString('utf8', 0, end)));
	if (!header.success) throw refuse(file, 'is not an index that "onrecord index" wrote');
	if (header.data.version !== VERSION) {
		throw refuse(
			file,
			`was made by another version of the program (form ${header.data.version}, this reads ${VERSION})`,
		);
	}
	const sections = new Map<string, Buffer>();
	let start = end + 1;
	for (const [name, length] of header.data.sections) {
		sections.set(name, saved.subarray(start, start + length));
		start += length;
	}
	if (start !== saved.length) throw refuse(file, 'is cut short or damaged');
	return { header: header.data, sections };
}

function readColumns(sections: ReadonlyMap<string, Buffer>): Columns {
	const columns = Object.entries(COLUMNS).map(([name, type]) => {
		// A copy, because a section may start at any byte and a column may not.
		const bytes = new Uint8Array(sections.get(name) ?? []);
		return [name, new type(bytes.buffer)];
	});
	return Object.fromEntries(columns) as Columns;
}

function sentenceColumns(columns: Columns): Omit<SentenceTable, 'count' | 'meanLength'> {
	const { stemOfKey: _, sentencesWith: _w, articlesWith: _a, capitalShare: _c, ...sentences } = columns;
	return sentences;
}

function readVocabulary([keys, stems]: Saved['words'], columns: Columns): Vocabulary {
	const { stemOfKey, sentencesWith, articlesWith, capitalShare } = columns;
	const numbers = (words: readonly string[]) => new Map(words.map((word, number) => [word, number]));
	return {
		keys,
		stems,
		stemOfKey,
		sentencesWith,
		articlesWith,
		capitalShare,
		keyNumbers: numbers(keys),
		stemNumbers: numbers(stems),
	};
}

function withArticles(saved: Saved['attributions'], articles: readonly Article[]): AttributedArticle[] {
	return articles.map((article, i) => {
		const { sentences = [], attributions = [], speakers = [] } = saved[i]?.[1] ?? {};
		return { article, sentences, attributions, speakers };
	});
}

function parse(sections: ReadonlyMap<string, Buffer>, name: string): unknown {
	return JSON.parse(sections.get(name)?.toString() ?? 'null');
}

function tryParse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function json(value: unknown): Buffer {
	return Buffer.from(JSON.stringify(value));
}

function refuse(where: string, reason: string): DataError {
	return new DataError('The index cannot be used. Make it anew with "onrecord index".', [{ where, reason }]);
}
