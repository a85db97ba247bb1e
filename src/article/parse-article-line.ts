import { checkFields, LINE_SCHEMA } from './article-fields.js';
import { makeArticle, type ParsedArticle } from './make-article.js';

/**
 * Reads an article from one line of JSON Lines: `{"id","title","text", …}`. The text is taken as it is; its paragraphs
 * end at line breaks. Unknown fields are ignored.
 *
 * @param where - The file and line, as problems shall name them.
 */
export function parseArticleLine(line: string, where: string): ParsedArticle {
	const refuse = (reason: string) => ({ problems: [{ where, reason }] });
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch (error) {
		return refuse(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return refuse('expected an object: {"id": …, "title": …, "text": …}');
	}
	const checked = checkFields(LINE_SCHEMA, value, () => where);
	if ('problems' in checked) return checked;
	const { id, text, ...details } = checked.fields;
	return makeArticle(id, details, text, 'newline', where);
}
