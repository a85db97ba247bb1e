import { expect, test } from 'vitest';
import { parseTextArticle } from '../../src/article/parse-text-article.js';
import { sliceSpan } from '../../src/text/span.js';

test.each([
	['a title', 'Ferry back\n\nIt sails.\n\nNow.', 'Ferry back', ['It sails.', 'Now.']],
	['a title that asks', 'Is the ferry back?\nIt sails.\nNow.', 'Is the ferry back?', ['It sails.', 'Now.']],
	['a sentence first', 'The ferry sails.\nNow.', 'day 1 harbour', ['The ferry sails.', 'Now.']],
	['a quotation first', '“We sail.”\n\nShe said so.', 'day 1 harbour', ['“We sail.”', 'She said so.']],
	['one line', 'The ferry sails', 'day 1 harbour', ['The ferry sails']],
	[
		'a giant first line',
		`${'so '.repeat(100)}\n\nIt sails.`,
		'day 1 harbour',
		[`${'so '.repeat(100).trim()}`, 'It sails.'],
	],
	['wrapped lines', 'Ferry back\n\nIt sails\nnow.\n\nGood.', 'Ferry back', ['It sails\nnow.', 'Good.']],
])('GIVEN %s THEN title and paragraphs fit', (_case, source, title, paragraphs) => {
	const parsed = parseTextArticle(source, 'day-1_harbour', 'day-1_harbour.txt');
	if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
	const { article } = parsed;
	expect(article.title).toBe(title);
	expect(article.paragraphs.map((span) => sliceSpan(article.text, span))).toEqual(paragraphs);
});
