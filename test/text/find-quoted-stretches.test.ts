import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotedStretches } from '../../src/text/find-quoted-stretches.js';
import { sliceSpan } from '../../src/text/span.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';

const find = (text: string) => findQuotedStretches(text, splitParagraphs(text, 'newline'));
const words = (text: string) => find(text).map((stretch) => sliceSpan(text, stretch));

describe('findQuotedStretches', () => {
	test.each([
		['curly marks', '“We go,” she said. “Now.”', ['We go,', 'Now.']],
		['straight marks', '"We go," she said. "Now."', ['We go,', 'Now.']],
		['two typed single marks', "''We go,'' she said. ''Now.''", ['We go,', 'Now.']],
		['backticks', "``We go,'' she said.", ['We go,']],
		[
			'low and angle marks',
			'„Wir gehen“, sagte er. «Non», dit-elle. »Nein«, rief er. « Oui »',
			['Wir gehen', 'Non', 'Nein', ' Oui '],
		],
		['curly single marks', 'The ‘quiet man’ left.', ['quiet man']],
		['straight single marks', "Lee: 'We will win', says paper", ['We will win']],
		['no marks', 'Nobody spoke.', []],
		['marks around nothing that can be read', '“…” and “”', []],
		// the ways papers misuse them
		['marks the wrong way round', '”We go,“ she said. ”Now.“', ['We go,', 'Now.']],
		['a mark left open', '“We go, she said.\nNobody spoke.', ['We go, she said.']],
		['a stray closing mark', 'We go,” she said. “Now.”', ['Now.']],
		['heights and lengths', `He is 6'2" tall, the board 72" long. "Big," she said.`, ['Big,']],
		['apostrophes', "The workers' day, the '90s, rock 'n' roll, Lee’s ’em", []],
		['a plural inside single marks', "'We saw the workers' boat', he said.", ["We saw the workers' boat"]],
		['single marks inside double ones', '“He said ‘no’ to us,” she said.', ['He said ‘no’ to us,']],
		['curly marks inside straight ones', '"He said “no” to us," she said.', ['He said “no” to us,']],
		['an opening mark that is repeated', '“We go, “ and stay,” she said.', ['We go, “ and stay,']],
		['a number before the closing mark', 'She said, "We were 72" and left.', ['We were 72']],
		['a single mark before a double one', '‘We “go” now', ['go']],
	])('GIVEN %s THEN the quoted words fit', (_case, text, expected) => {
		expect(words(text)).toEqual(expected);
	});

	test('GIVEN a quotation over three paragraphs THEN each says how it is joined', () => {
		const text = 'She said: “We go.\n“We go now.\nAnd we stay.” Then “no.”\n“New.”';
		expect(
			find(text).map(({ opened, closed, continues, paragraph }) => ({ opened, closed, continues, paragraph })),
		).toEqual([
			{ opened: true, closed: false, continues: false, paragraph: 0 },
			{ opened: true, closed: false, continues: true, paragraph: 1 },
			{ opened: false, closed: true, continues: true, paragraph: 2 },
			{ opened: true, closed: true, continues: false, paragraph: 2 },
			{ opened: true, closed: true, continues: false, paragraph: 3 },
		]);
	});

	test('GIVEN marks of both kinds THEN the outer span holds them', () => {
		const text = "A ``b'' and ‘c’";
		expect(find(text).map(({ outer, mark }) => [sliceSpan(text, outer), mark])).toEqual([
			["``b''", 'double'],
			['‘c’', 'single'],
		]);
	});

	test('GIVEN any text THEN stretches are in order, apart, and within their paragraphs', () => {
		const unit = fc.constantFrom(
			...['“', '”', '"', "'", "''", '‘', '’', '„', '«', '»', '`', 'a', 's ', ' ', '5', '.', '\n', '\ud83d'],
		);
		fc.assert(
			fc.property(fc.array(unit, { maxLength: 60 }), (parts) => {
				const text = parts.join('');
				const paragraphs = splitParagraphs(text, 'newline');
				let end = 0;
				for (const { start, end: close, outer, paragraph, opened, closed } of findQuotedStretches(text, paragraphs)) {
					expect(outer.start).toBeGreaterThanOrEqual(Math.max(end, paragraphs[paragraph]?.start ?? Number.NaN));
					expect(outer.end).toBeLessThanOrEqual(paragraphs[paragraph]?.end ?? Number.NaN);
					expect(start > outer.start).toBe(opened);
					expect(close < outer.end).toBe(closed);
					expect(text.slice(start, close)).toMatch(/[\p{L}\p{N}]/u);
					end = outer.end;
				}
			}),
		);
	});

	test.each([
		['100,000 straight marks', '"'.repeat(100_000)],
		['100,000 opening marks', '“a '.repeat(100_000)],
		['100,000 single marks', "'a ".repeat(100_000)],
		['100,000 heights', `5'10" `.repeat(50_000)],
	])('GIVEN %s THEN it ends, in the time of one reading', (_case, text) => {
		expect(find(text).length).toBeLessThan(2);
	});
});
