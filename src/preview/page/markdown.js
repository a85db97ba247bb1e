import { h } from './dom.js';

/** What a character does when it stands in running text; the first that fits wins. */
const INLINE = [
	[/^\\([^A-Za-z0-9\s])/, ([, char]) => char],
	[/^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , code]) => h('code', {}, code)],
	[
		/^\[((?:\\.|[^\]\\\n])+)\]\((<)?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/,
		([, label, , url], context) => link(url, inline(label, context)),
	],
	[/^<(https?:\/\/[^\s>]+)>/, ([, url]) => link(url, [url])],
	[/^https?:\/\/[^\s<]*[^\s<.,:;"'\])]/, ([url]) => link(url, [url])],
	[/^<@!?(\d+)>/, ([, id], { nameOf }) => h('span.mention', {}, `@${nameOf(id)}`)],
	[/^<\/([^:>]+):\d+>/, ([, name]) => h('span.mention', {}, `/${name}`)],
	[/^<#\d+>/, () => h('span.mention', {}, '#channel')],
	[
		/^<t:(-?\d+)(?::[a-zA-Z])?>/,
		([, seconds], { locale }) => h('time.mention', {}, new Date(seconds * 1000).toLocaleString(locale)),
	],
	[/^\|\|([\s\S]+?)\|\|/, ([, text], context) => spoiler(inline(text, context), context)],
	[/^\*\*\*((?:\\.|[^\\])+?)\*\*\*/, ([, text], context) => h('strong', {}, h('em', {}, ...inline(text, context)))],
	[/^\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/, ([, text], context) => h('strong', {}, ...inline(text, context))],
	[/^__((?:\\.|[^\\])+?)__(?!_)/, ([, text], context) => h('u', {}, ...inline(text, context))],
	[/^~~((?:\\.|[^\\])+?)~~/, ([, text], context) => h('s', {}, ...inline(text, context))],
	[/^\*(?=\S)((?:\\.|\*\*|[^\\*])+?)\*(?!\*)/, ([, text], context) => h('em', {}, ...inline(text, context))],
	[/^_((?:\\.|__|[^\\_])+?)_(?!\w)/, ([, text], context) => h('em', {}, ...inline(text, context))],
	[/^\n/, () => h('br')],
];

/** A whole word, in which none of the above begins, or one character. */
const PLAIN = /^(?:[\p{L}\p{N}]+|[\s\S])/u;

/**
 * Renders Discord's Markdown as nodes. Nothing is ever parsed as HTML, and only http and https become links.
 *
 * @param {string} text
 * @param {{nameOf: (id: string) => string, locale: string, words: object}} context
 */
export function renderMarkdown(text, context) {
	const nodes = [];
	const lines = text.split('\n');
	while (lines.length > 0) nodes.push(block(lines, context));
	return nodes;
}

/** Takes the lines of one block off the front of `lines`. */
function block(lines, context) {
	const [line] = lines;
	const fence = /^```(\w*)$/.exec(line);
	const end = fence ? lines.indexOf('```', 1) : -1;
	if (end > 0)
		return h(
			'pre',
			{},
			h(
				'code',
				{},
				lines
					.splice(0, end + 1)
					.slice(1, -1)
					.join('\n'),
			),
		);
	if (line.startsWith('>>> '))
		return h('blockquote', {}, ...renderMarkdown(lines.splice(0).join('\n').slice(4), context));
	if (/^> ?/.test(line)) return h('blockquote', {}, ...renderMarkdown(take(lines, /^> ?/).join('\n'), context));
	const heading = /^(#{1,3}) +(.+)$/.exec(line);
	if (heading) {
		lines.shift();
		// Headings of messages stand below those of the page.
		return h(`h${heading[1].length + 3}`, {}, ...inline(heading[2], context));
	}
	if (line.startsWith('-# ')) return h('small.subtext', {}, ...inline(lines.shift().slice(3), context));
	if (/^[-*] /.test(line))
		return h('ul', {}, ...take(lines, /^[-*] /).map((item) => h('li', {}, ...inline(item, context))));
	if (/^\d+\. /.test(line)) {
		const start = Number.parseInt(line, 10);
		return h('ol', { start }, ...take(lines, /^\d+\. /).map((item) => h('li', {}, ...inline(item, context))));
	}
	const paragraph = [lines.shift()];
	while (lines.length > 0 && !/^(```|>|#{1,3} |-# |[-*] |\d+\. )/.test(lines[0])) paragraph.push(lines.shift());
	return h('p', {}, ...inline(paragraph.join('\n'), context));
}

/** The lines at the front that begin with `mark`, without it. */
function take(lines, mark) {
	const taken = [];
	while (lines.length > 0 && mark.test(lines[0])) taken.push(lines.shift().replace(mark, ''));
	return taken;
}

function inline(text, context) {
	const nodes = [];
	let rest = text;
	while (rest !== '') {
		const rule = INLINE.find(([pattern]) => pattern.test(rest));
		// An underscore inside a word is a letter like any other.
		const inWord = rest[0] === '_' && /\w$/.test(text.slice(0, text.length - rest.length));
		const [match, node] = rule && !inWord ? matchOf(rule, rest, context) : plain(rest);
		nodes.push(node);
		rest = rest.slice(match.length);
	}
	return nodes;
}

function matchOf([pattern, make], rest, context) {
	const match = pattern.exec(rest);
	return [match[0], make(match, context)];
}

function plain(rest) {
	const [match] = PLAIN.exec(rest);
	return [match, match];
}

function link(url, children) {
	return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

function spoiler(children, { words }) {
	const hidden = h('span.spoiler', { 'aria-hidden': 'true' }, ...children);
	const reveal = () => {
		button.replaceWith(...hidden.childNodes);
	};
	const button = h('button.spoiler', { type: 'button', 'aria-label': words.spoiler, onclick: reveal }, hidden);
	return button;
}
