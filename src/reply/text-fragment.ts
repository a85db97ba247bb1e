import type { Span } from '../text/span.js';

/** Words at either end of a long sentence that the link carries instead of the whole. */
const EDGE_WORDS = 6;
/** Words before and after that tell apart places that would otherwise read alike. */
const SURROUNDING_WORDS = 4;
/** Up to here a sentence is carried whole; longer ones by their first and last words. */
const WHOLE_MAX = 80;
/** A link longer than this is not worth its place in a message of 2000 characters. */
const LINK_MAX = 600;

/**
 * The address that opens the article at `span`, by a text fragment (`#:~:text=prefix-,start,end,-suffix`).
 *
 * Browsers match whole words and collapse white space; a sentence that crosses a line break of the text may be split
 * over two blocks of the page, where no fragment matches, and such a sentence gets the plain address.
 *
 * @returns `null` when the article has no address that can be linked.
 */
export function linkToSentence(url: string | undefined, text: string, span: Span): string | null {
	const address = url === undefined ? null : parseHttp(url);
	if (address === null || address.length > LINK_MAX) return null;
	const sentence = text.slice(span.start, span.end).trim();
	if (sentence === '' || /[\r\n]/.test(sentence)) return address;
	const link = `${address}${address.includes('#') ? '' : '#'}:~:text=${fragment(text, span, sentence)}`;
	return link.length <= LINK_MAX ? link : address;
}

/** @returns The address in the form that a Markdown link `[…](<…>)` can hold, or `null`. */
function parseHttp(url: string): string | null {
	if (!URL.canParse(url)) return null;
	const { protocol, href } = new URL(url);
	if (protocol !== 'http:' && protocol !== 'https:') return null;
	return href.replace(/[()<>\\*_~|`]/g, encodeMark);
}

function fragment(text: string, span: Span, sentence: string): string {
	const words = sentence.split(/\s+/u);
	const long = sentence.length > WHOLE_MAX && words.length > 2 * EDGE_WORDS;
	const start = long ? words.slice(0, EDGE_WORDS).join(' ') : sentence;
	const parts = [encode(start)];
	if (long) parts.push(encode(words.slice(-EDGE_WORDS).join(' ')));
	if (text.split(start).length > 2) {
		const prefix = wordsOf(lineBefore(text, span.start)).slice(-SURROUNDING_WORDS);
		const suffix = wordsOf(lineAfter(text, span.end)).slice(0, SURROUNDING_WORDS);
		if (prefix.length > 0) parts.unshift(`${encode(prefix.join(' '))}-`);
		if (suffix.length > 0) parts.push(`-${encode(suffix.join(' '))}`);
	}
	return parts.join(',');
}

const lineBefore = (text: string, at: number) => text.slice(text.lastIndexOf('\n', at - 1) + 1, at);

const lineAfter = (text: string, at: number) =>
	text.slice(at, text.indexOf('\n', at) === -1 ? undefined : text.indexOf('\n', at));

const wordsOf = (text: string) => text.split(/\s+/u).filter((word) => word !== '');

/** Percent-encodes, the marks too that mean something in a fragment (`-`) or in Markdown. */
function encode(words: string): string {
	return encodeURIComponent(words.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/[-!'()*_~.]/g, encodeMark);
}

function encodeMark(mark: string): string {
	return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
