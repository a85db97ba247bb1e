import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../errors.js';
import { checkFields, DETAILS_SCHEMA } from './article-fields.js';
import { makeArticle, type ParsedArticle } from './make-article.js';
import { trimBlankLines } from './trim-blank-lines.js';

/** The line that opens and closes front matter: `---`; the closing one may be `...`. */
const FENCE = /^(?:---|\.\.\.)[^\S\n]*$/;
/** Longest front matter, in code units. */
const FRONT_MATTER_MAX = 10_000;
const EXAMPLE = 'expected it to start with a line ---, then title: The title, then a line ---';

/**
 * Reads an article from Markdown: YAML front matter, then paragraphs separated by empty lines. The body is taken as it
 * is, without the empty lines around it.
 *
 * @param source - The file, line ends as `\n`.
 * @param id - The article's id, from the file's name.
 * @param where - The file, as problems shall name it.
 */
export function parseMarkdownArticle(source: string, id: string, where: string): ParsedArticle {
	const refuse = (reason: string, line = 1) => ({ problems: [{ where: `${where}:${line}`, reason }] });
	if (!/^---[^\S\n]*(?:\n|$)/.test(source)) return refuse(`has no front matter: ${EXAMPLE}`);
	const body = findBody(source);
	if (body === null) return refuse('the front matter has no end: expected a second line ---');
	const opening = source.indexOf('\n') + 1;
	if (body.fence > FRONT_MATTER_MAX) return refuse(`the front matter is longer than ${FRONT_MATTER_MAX} characters`);
	const matter = readFrontMatter(source.slice(opening, body.fence), where);
	if ('problems' in matter) return matter;
	const lineOf = (field: string) => {
		const line = matter.lines.get(field);
		return line === undefined ? where : `${where}:${line}`;
	};
	const checked = checkFields(DETAILS_SCHEMA, matter.values, lineOf);
	const article = makeArticle(
		id,
		'fields' in checked ? checked.fields : { title: id },
		trimBlankLines(source.slice(body.start)),
		'blank-line',
		where,
	);
	if ('fields' in checked) return article;
	return { problems: [...checked.problems, ...('problems' in article ? article.problems : [])] };
}

/** @returns Where the closing fence and the body start; `null` without a closing fence. */
function findBody(source: string): { fence: number; start: number } | null {
	for (let line = source.indexOf('\n') + 1; line > 0; line = source.indexOf('\n', line) + 1) {
		const end = source.indexOf('\n', line);
		// A fence is short: a giant line is not copied to find that out.
		if (FENCE.test(source.slice(line, end < 0 ? undefined : Math.min(end, line + 80)))) {
			return { fence: line, start: end < 0 ? source.length : end + 1 };
		}
	}
	return null;
}

type FrontMatter =
	| { readonly values: unknown; readonly lines: ReadonlyMap<string, number> }
	| { readonly problems: readonly Problem[] };

function readFrontMatter(yaml: string, where: string): FrontMatter {
	const counter = new LineCounter();
	// The first line of the front matter is the second of the file. What is missing at its end is missing in its last line.
	const last = yaml.trimEnd().length;
	const lineAt = (offset: number) => counter.linePos(Math.min(offset, last)).line + 1;
	const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
	const refuse = (line: number, reason: string) => ({ where: `${where}:${line}`, reason });
	if (document.errors.length > 0) {
		return {
			problems: document.errors.map(({ message, pos }) =>
				refuse(lineAt(pos[0]), `the front matter is not YAML: ${message}`),
			),
		};
	}
	let values: unknown;
	try {
		values = document.toJS();
	} catch (error) {
		// Aliases without an anchor, or so many that they are meant to exhaust the memory.
		return { problems: [refuse(2, `the front matter is not YAML: ${error instanceof Error ? error.message : error}`)] };
	}
	if (typeof values !== 'object' || values === null || Array.isArray(values)) {
		return { problems: [refuse(2, 'the front matter has no fields: expected title: The title')] };
	}
	const lines = new Map<string, number>();
	for (const field of Object.keys(values)) {
		const node: unknown = document.get(field, true);
		if (isPlaced(node)) lines.set(field, lineAt(node.range[0]));
	}
	return { values, lines };
}

function isPlaced(node: unknown): node is { range: [number, number, number] } {
	return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
