import { describe, expect, test } from 'vitest';
import { parseArticleLine } from '../../src/article/parse-article-line.js';

describe('parseArticleLine', () => {
	test('GIVEN a line THEN the text is taken as it is, and paragraphs end at line breaks', () => {
		const text = '\n The ferry sails.\r\nNow.\n';
		expect(
			parseArticleLine(JSON.stringify({ id: 'a', title: ' T ', text, author: null, extra: [1] }), 'x.jsonl:1'),
		).toEqual({
			article: {
				id: 'a',
				title: 'T',
				text,
				paragraphs: [
					{ start: 2, end: 18 },
					{ start: 20, end: 24 },
				],
			},
		});
	});

	test.each([
		['half a line', '{"id":"a"', [[undefined, /^is not JSON: /]]],
		['a list', '[]', [[undefined, /^expected an object: /]]],
		['nothing', 'null', [[undefined, /^expected an object: /]]],
		[
			'an empty object',
			'{}',
			[
				['id', /^is missing$/],
				['title', /^is missing$/],
				['text', /^is missing$/],
			],
		],
		[
			'numbers',
			'{"id":1,"title":2,"text":3}',
			[
				['id', /^expected the id/],
				['title', /^expected the title/],
				['text', /^expected the text/],
			],
		],
		[
			'a date of no day',
			'{"id":"a","title":"T","text":"x","published":"2026-13-01"}',
			[['published', /is not a date/]],
		],
		['a long id', `{"id":"${'a'.repeat(201)}","title":"T","text":"x"}`, [['id', /longer than 200/]]],
		['no words', '{"id":"a","title":"T","text":" … "}', [['text', /^has no words$/]]],
	])('GIVEN %s THEN the problems name line, field and rule', (_case, line, expected) => {
		expect(parseArticleLine(line, 'x.jsonl:7')).toEqual({
			problems: expected.map(([field, reason]) => ({
				where: 'x.jsonl:7',
				...(field === undefined ? {} : { field }),
				reason: expect.stringMatching(reason as RegExp),
			})),
		});
	});
});
