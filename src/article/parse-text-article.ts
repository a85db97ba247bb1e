import { makeArticle, type ParsedArticle } from './make-article.js';
import { trimBlankLines } from './trim-blank-lines.js';

/** Longest first line that may be a title, in code units. */
const TITLE_MAX = 200;
/** The end of a sentence rather than of a title: `.`, `.”`, `:`. A title may ask: `?`. */
const ENDS_LIKE_A_SENTENCE = /[.:;,…]["”’'»)]*$/;

/**
 * Reads an article from plain text. Where the file has empty lines, they part the paragraphs; else every line is one.
 *
 * A first line that does not end like a sentence, with more text below, is the title, and no part of the text. Else
 * the title is made of the file's name.
 *
 * @param source - The file, line ends as `\n`.
 * @param id - The article's id, from the file's name.
 * @param where - The file, as problems shall name it.
 */
export function parseTextArticle(source: string, id: string, where: string): ParsedArticle {
	const whole = trimBlankLines(source);
	const [title, text] = splitTitle(whole) ?? [id.replace(/[-_\s]+/g, ' ').trim() || id, whole];
	return makeArticle(id, { title }, text, /\n[^\S\n]*\n/.test(text) ? 'blank-line' : 'newline', where);
}

function splitTitle(text: string): [title: string, text: string] | null {
	const end = text.indexOf('\n');
	const title = text.slice(0, Math.max(end, 0)).trim();
	if (title === '' || title.length > TITLE_MAX || ENDS_LIKE_A_SENTENCE.test(title)) return null;
	return [title, trimBlankLines(text.slice(end))];
}
