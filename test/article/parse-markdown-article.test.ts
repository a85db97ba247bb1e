import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdownArticle } from '../../src/article/parse-markdown-article.js';
import { sliceSpan } from '../../src/text/span.js';

const parse = (source: string) => parseMarkdownArticle(source, 'day-1', 'news/day-1.md');
const article = (source: string) => {
	const parsed = parse(source);
	if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
	return parsed.article;
};
const problems = (source: string) => {
	const parsed = parse(source);
	return 'problems' in parsed ? parsed.problems.map(({ where, field, reason }) => [where, field, reason]) : [];
};

describe('parseMarkdownArticle', () => {
	test('GIVEN all fields THEN the article has them, and no other', () => {
		const source = `---
title: "Ferry: back in service"
published: 2026-03-04
publisher: The Harbour Post
author: Ida Kern
url: https://example.com/ferry
language: en-GB
mood: calm
---

The ferry sails.
`;
		expect(article(source)).toEqual({
			id: 'day-1',
			title: 'Ferry: back in service',
			published: '2026-03-04',
			publisher: 'The Harbour Post',
			author: 'Ida Kern',
			url: 'https://example.com/ferry',
			language: 'en-GB',
			text: 'The ferry sails.',
			paragraphs: [{ start: 0, end: 16 }],
		});
	});

	test('GIVEN a body THEN its text is kept as it is, without the empty lines around it', () => {
		const { text, paragraphs } = article(
			'---\ntitle: T\n---\n\n \n  The *ferry*  sails.  \nNow.\n\n\n“We\u00a0go.” \n\n\t\n',
		);
		expect(text).toBe('  The *ferry*  sails.  \nNow.\n\n\n“We\u00a0go.” ');
		expect(paragraphs.map((span) => sliceSpan(text, span))).toEqual(['The *ferry*  sails.  \nNow.', '“We\u00a0go.”']);
	});

	test('GIVEN a title alone THEN what is absent has no key', () => {
		expect(Object.keys(article('---\ntitle: T\nauthor:\nurl: ""\n...\nText.'))).toEqual([
			'id',
			'title',
			'text',
			'paragraphs',
		]);
	});

	test.each([
		['a day', '2026-02-28'],
		['a time', '2026-02-28T09:30:00Z'],
		['a time elsewhere', '2026-02-28T09:30:00+02:00'],
		['a time without a zone', '2026-02-28T09:30'],
	])('GIVEN %s as date THEN it is taken', (_case, published) => {
		expect(article(`---\ntitle: T\npublished: ${published}\n---\nText.`).published).toBe(published);
	});

	test.each([
		['no front matter', 'The ferry sails.', 'news/day-1.md:1', undefined, /^has no front matter: expected .*title: /],
		['no end of it', '---\ntitle: T\n\nText.', 'news/day-1.md:1', undefined, /has no end: expected a second line ---/],
		[
			'broken YAML',
			'---\ntitle: T\nauthor: "Ida\n---\nText.',
			'news/day-1.md:3',
			undefined,
			/is not YAML: Missing closing/,
		],
		['a field twice', '---\ntitle: T\ntitle: U\n---\nText.', 'news/day-1.md:3', undefined, /is not YAML: .*unique/],
		['an unknown alias', '---\ntitle: *t\n---\nText.', 'news/day-1.md:2', undefined, /is not YAML: .*alias/],
		['a list', '---\n- title\n---\nText.', 'news/day-1.md:2', undefined, /has no fields: expected title: /],
		['nothing in it', '---\n---\nText.', 'news/day-1.md:2', undefined, /has no fields: expected title: /],
		['no title', '---\nauthor: Ida\n---\nText.', 'news/day-1.md', 'title', /^is missing$/],
		['an empty title', '---\ntitle: " "\n---\nText.', 'news/day-1.md:2', 'title', /^is empty$/],
		[
			'a number as title',
			'---\ntitle: 1984\n---\nText.',
			'news/day-1.md:2',
			'title',
			/^expected the title, in quotation marks$/,
		],
		['a title of two lines', '---\ntitle: |\n  A\n  B\n---\nText.', 'news/day-1.md:2', 'title', /single line/],
		[
			'words as date',
			'---\ntitle: T\npublished: 4 March 2026\n---\nText.',
			'news/day-1.md:3',
			'published',
			/^"4 March 2026" is not a date such as 20/,
		],
		[
			'a day that never was',
			'---\ntitle: T\npublished: 2026-02-30\n---\nText.',
			'news/day-1.md:3',
			'published',
			/is not a date/,
		],
		[
			'a path as address',
			'---\ntitle: T\nurl: /ferry\n---\nText.',
			'news/day-1.md:3',
			'url',
			/is not an address that starts with http/,
		],
		[
			'a script as address',
			'---\ntitle: T\nurl: javascript:alert(1)\n---\nText.',
			'news/day-1.md:3',
			'url',
			/is not an address/,
		],
		[
			'no language',
			'---\ntitle: T\nlanguage: in English\n---\nText.',
			'news/day-1.md:3',
			'language',
			/is not a language tag such as en/,
		],
		['no text', '---\ntitle: T\n---\n\n \n', 'news/day-1.md', 'text', /^has no words$/],
		['no letter in the text', '---\ntitle: T\n---\n***\n', 'news/day-1.md', 'text', /^has no words$/],
		[
			'a text without end',
			`---\ntitle: T\n---\n${'so '.repeat(400_000)}`,
			'news/day-1.md',
			'text',
			/^is 1,200,000 characters long; .* at most 1,000,000: split/,
		],
		[
			'front matter without end',
			`---\n${'['.repeat(20_000)}\n---\nText.`,
			'news/day-1.md:1',
			undefined,
			/longer than 10000/,
		],
		['deep nesting', `---\ntitle: ${'['.repeat(9_000)}\n---\nText.`, 'news/day-1.md:2', undefined, /is not YAML/],
	])('GIVEN %s THEN the problem says where, what and what was expected', (_case, source, where, field, reason) => {
		expect(problems(source)[0]).toEqual([where, field, expect.stringMatching(reason)]);
	});

	test('GIVEN several mistakes THEN all are named at once', () => {
		expect(problems('---\npublished: soon\nurl: here\n---\n').map(([, field]) => field)).toEqual([
			'title',
			'published',
			'url',
			'text',
		]);
	});

	test('GIVEN any file THEN reading never throws', () => {
		const unit = fc.constantFrom(
			...[
				'---\n',
				'title: ',
				'...',
				'\n',
				' ',
				'&a ',
				'*a ',
				'[',
				'{',
				'"',
				'- ',
				'!!x ',
				'\0',
				'\ud83d',
				'é',
				'%YAML 9\n',
			],
		);
		fc.assert(
			fc.property(fc.array(unit, { maxLength: 30 }), (parts) => {
				const parsed = parse(parts.join(''));
				expect('article' in parsed || parsed.problems.length > 0).toBe(true);
			}),
		);
	});
});
