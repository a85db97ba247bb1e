import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import type { Problem } from '../errors.js';
import { foldMarks } from '../text/fold-marks.js';
import type { Span } from '../text/span.js';
import type { Correction } from './correction.js';

/** Corrections, or everything that is wrong with their file. */
export type ParsedCorrections =
	| { readonly corrections: readonly Correction[] }
	| { readonly problems: readonly Problem[] };

const EXAMPLE = 'expected a list of - sentence: "words of the article", with speaker: A Name or quotation: false';

const ENTRY = z
	.strictObject({
		sentence: z.string('is missing: expected words of the article').trim().min(1, 'is empty'),
		speaker: z.string('expected a name').trim().min(1, 'is empty: use quotation: false for words of nobody').optional(),
		quotation: z.literal(false, 'expected false: these words are nobody’s').optional(),
	})
	.refine(({ speaker, quotation }) => (speaker === undefined) !== (quotation === undefined), {
		error: 'expected either speaker: A Name or quotation: false',
	});

/**
 * Reads the corrections that stand beside an article, in `NAME.corrections.yaml`:
 *
 * ```yaml
 * - sentence: "We keep the old pier."
 *   speaker: Ingrid Solberg
 * - sentence: "the best pier in the north"
 *   quotation: false
 * ```
 *
 * The words are looked up in the text, whatever kind of quotation marks, dashes and white space either has; they must
 * stand there exactly once.
 *
 * @param where - The file, as problems shall name it.
 */
export function parseCorrections(source: string, text: string, where: string): ParsedCorrections {
	const file = readYaml(source, where);
	if ('problems' in file) return file;
	return file.document.contents === null ? { corrections: [] } : readEntries(file, file.document.contents, text);
}

/** The corrections to the articles of one file, which are told apart by their ids. */
export interface CorrectionsById {
	/** What is put right in the article; an empty list when the file does not name it. */
	find(id: string, text: string): ParsedCorrections;
	/** A problem for every id that {@link find} has not been asked for. */
	listUnknown(): Problem[];
}

/**
 * Reads the corrections beside a file of several articles, `NAME.corrections.yaml` beside `NAME.jsonl`: the same lists,
 * each under its article's id.
 *
 * ```yaml
 * old-pier:
 *   - sentence: "We keep the old pier."
 *     speaker: Ingrid Solberg
 * ```
 *
 * @param where - The file, as problems shall name it.
 */
export function parseCorrectionsById(
	source: string,
	where: string,
): CorrectionsById | { readonly problems: readonly Problem[] } {
	const file = readYaml(source, where);
	if ('problems' in file) return file;
	const { contents } = file.document;
	if (contents !== null && !isMap(contents)) {
		return {
			problems: [
				{ where: `${where}:1`, reason: 'expected the articles’ ids, each with its list: old-pier: - sentence: …' },
			],
		};
	}
	const unknown = new Map(
		(contents?.items ?? []).map((pair) => [String(isScalar(pair.key) ? pair.key.value : ''), pair]),
	);
	const lists = new Map(unknown);
	return {
		find(id, text) {
			unknown.delete(id);
			const list = lists.get(id)?.value;
			return list ? readEntries(file, list, text) : { corrections: [] };
		},
		listUnknown: () =>
			[...unknown].map(([id, { key }]) => ({
				where: file.at(key),
				reason: `no article of the file has the id "${id}"`,
			})),
	};
}

interface YamlFile {
	readonly document: Document.Parsed;
	/** Where a node stands: the file and its line. */
	at(node: unknown): string;
}

function readYaml(source: string, where: string): YamlFile | { readonly problems: readonly Problem[] } {
	const counter = new LineCounter();
	const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
	const at = (offset: number): string => `${where}:${counter.linePos(offset).line}`;
	if (document.errors.length > 0) {
		return {
			problems: document.errors.map(({ message, pos }) => ({ where: at(pos[0]), reason: `is not YAML: ${message}` })),
		};
	}
	return { document, at: (node) => at(isNode(node) ? (node.range?.[0] ?? 0) : 0) };
}

function readEntries({ document, at }: YamlFile, list: unknown, text: string): ParsedCorrections {
	if (!isSeq(list)) return { problems: [{ where: at(list), reason: EXAMPLE }] };
	const corrections: Correction[] = [];
	const problems: Problem[] = [];
	for (const item of list.items) {
		const place = at(item);
		const entry = ENTRY.safeParse(isNode(item) ? item.toJS(document) : item);
		if (!entry.success) {
			problems.push(
				...entry.error.issues.map(({ path, message }) => ({ where: place, ...fieldOf(path), reason: message })),
			);
			continue;
		}
		const { sentence, speaker = null } = entry.data;
		const found = findWords(text, sentence);
		if (found.length === 1 && found[0]) corrections.push({ span: found[0], speaker });
		else problems.push({ where: place, field: 'sentence', reason: explainCount(sentence, found.length) });
	}
	return problems.length > 0 ? { problems } : { corrections };
}

const fieldOf = (path: readonly PropertyKey[]): { field?: string } =>
	path.length > 0 ? { field: path.map(String).join('.') } : {};

function explainCount(sentence: string, count: number): string {
	const shown = sentence.length > 60 ? `${sentence.slice(0, 60)}…` : sentence;
	if (count === 0) return `the article has no words "${shown}"`;
	return `the article has the words "${shown}" more than once: give more of the sentence`;
}

/** Finds words in a text, white space and marks of any kind; two places are enough to know that there are several. */
function findWords(text: string, words: string): Span[] {
	const pattern = foldMarks(words)
		.split(/\s+/)
		.filter(Boolean)
		.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
		.join('\\s+');
	const found: Span[] = [];
	for (const { index, 0: match } of foldMarks(text).matchAll(new RegExp(pattern, 'g'))) {
		found.push({ start: index, end: index + match.length });
		if (found.length === 2) break;
	}
	return found;
}
