import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sliceSpan } from '../../src/text/span.js';
import { type ParagraphRule, splitParagraphs } from '../../src/text/split-paragraphs.js';
import { splitSentences } from '../../src/text/split-sentences.js';

const slices = (text: string, rule: ParagraphRule = 'newline') =>
	splitSentences(text, splitParagraphs(text, rule)).map((sentence) => sliceSpan(text, sentence));

/** A bar where a sentence ends; the text is read without the bars. A boundary that moves moves quotations with it. */
const BOUNDARIES = [
	// plain ends
	'The talks opened on Monday.| Nobody was late.| Was it calm?| It was!| Then came the rain.',
	'It rose by 3.5 percent to $1.2 million.| Few noticed.',
	'He was born in 1945.| 12 men came to see him.| $5 was the price.',
	'The house at example.com was sold.| The buyer is unknown.',
	// titles, initials, offices
	'Mr. Lee met Dr. Ann Poe and Sen. Tim Hall (D-Va.) on Friday.| Gov. Cole left.',
	'J. D. Marsh and Robert F. Stone wrote it.| George H.W. Mill did not.',
	'It was plan B.| The other one failed.',
	'GOV. HALL WINS AGAIN.| RIVALS CONCEDE.',
	'Rep. Ada Moss (R-Wis.) said no.| Gen. (ret.) Otto Lind agreed.',
	// abbreviations that may end a sentence
	'The U.S. Senate met.| They left the U.S.| They came back.',
	'He joined Acme Inc. Monday.| She left Acme Inc.| The firm closed.',
	'John Vale Jr. spoke.| So did his son, John Vale Jr.| But nobody heard.',
	'It opens at 9 a.m. Sunday.| It closes at 5 p.m.| Visitors pay nothing.| Doors open at 10 a.m. Eastern.',
	'She lives in Albany, N.Y.| He does not.| “I live in the U.S.”| Mr. Lee nodded.',
	'See No. 10 and pp. 4-5.| He said no.| 12 others said yes.',
	'On Jan. 5 it snowed.| On Sept. 6 it did not.| It was hot last Aug.| “We waited.”',
	// question, exclamation, cue
	'“Is it over?” she asked.| “No!” Sen. Tim Hall shouted.',
	'“Who knew?” Hall’s campaign manager Bo Reed said.| “Why now?” I asked.',
	'“Will it hold?” Moss, a member of the board, wondered.| Nobody knew.',
	'“Is it over?”| He left the room.| “No!”| The crowd booed.',
	'“Is it over?”| Hall never answered that.| She said so.',
	"''Is it over?'' Ms. Poe asked.| ''No.''| ``Then go on.''",
	'"Is it over?" Reed said.| "It is."',
	'The show Jeopardy! was on.| Yahoo! said it would stay.',
	// quotations
	'“We will go.”| Nobody moved.| “We will stay,” he said.| “We must.”',
	'He said “no.”| She said ‘yes.’| Then they left.',
	'“It is done. ”| She stood up.',
	'The “end.”|He left.',
	'She asked, “Are you (really?) sure?” and left.',
	// ellipsis and brackets
	'I waited ... and waited.| It went on…| Then it stopped.',
	'It was long...Nobody slept.',
	'(It was late.)| Nobody came.| (Really!)| So they left.',
	// odd blanks
	'He came.\u00a0| She went.\u00a0\u00a0| They stayed.',
	'1. The first point.| 2. The second point.',
	// other scripts and signs
	'Він прийшов.| Вона пішла.| 今日は晴れ。|明日は雨。',
	'It works 👍.| Does it?| 🎉 Yes.',
];

describe('splitSentences', () => {
	test.each(BOUNDARIES)('GIVEN %s THEN the sentences end at the bars', (marked) => {
		const expected = marked.split('|').map((sentence) => sentence.trim());
		expect(slices(marked.replaceAll('|', ''))).toEqual(expected);
	});

	test.each([
		['a wrapped line', 'The talks\nwent on. They\nended.', ['The talks\nwent on.', 'They\nended.']],
		['a heading', '## The talks\nThey went on.', ['The talks', 'They went on.']],
		['an underlined heading', 'The talks\n=====\nThey went on.', ['The talks', 'They went on.']],
		['list items', 'We saw\n- one boat\n- two ships', ['We saw', '- one boat', '- two ships']],
		['numbered items', '1. One boat\n2. Two ships.', ['1. One boat', '2. Two ships.']],
		['a hard break', 'Roses are red  \nViolets are blue', ['Roses are red', 'Violets are blue']],
	])('GIVEN %s inside a paragraph THEN the sentences fit', (_case, text, expected) => {
		expect(slices(text, 'blank-line')).toEqual(expected);
	});

	test('GIVEN paragraphs THEN each sentence knows its own, and none runs over its end', () => {
		const text = 'One. Two\nThree';
		expect(splitSentences(text, splitParagraphs(text, 'newline'))).toEqual([
			{ start: 0, end: 4, paragraph: 0 },
			{ start: 5, end: 8, paragraph: 0 },
			{ start: 9, end: 14, paragraph: 1 },
		]);
	});

	test.each([
		['no paragraph', ''],
		['no letter', '— ” …\n👍'],
	])('GIVEN %s THEN there is no sentence', (_case, text) => {
		expect(slices(text)).toEqual([]);
	});

	test.each([
		['100,000 quotation marks', '"'.repeat(100_000), 0],
		['a sentence of 200,000 words', 'so '.repeat(200_000), 1],
		['100,000 stops before numbers', '1. '.repeat(100_000), null],
		['100,000 titles', 'Mr. '.repeat(100_000), 1],
		['a sentence longer than what is read at once, and another', `${'so '.repeat(1_000)}it went. Then it ended.`, 2],
		['sentences over the places where reading pauses', 'So it went on and on. '.repeat(1_000), 1_000],
	])('GIVEN %s THEN it ends, in the time of one reading', (_case, text, count) => {
		const sentences = slices(text);
		if (count !== null) expect(sentences).toHaveLength(count);
		const letters = (part: string) => part.replace(/[^\p{L}\p{N}]/gu, '');
		expect(letters(sentences.join('')) === letters(text)).toBe(true);
	});

	test('GIVEN any text THEN sentences are in order, trimmed, and hold every letter and digit of it', () => {
		const unit = fc.constantFrom(
			...[
				'a',
				'B',
				'The ',
				'Mr. ',
				'U.S. ',
				'said ',
				'3',
				'.',
				'?',
				'!',
				'…',
				'“',
				'”',
				'"',
				"'",
				' ',
				'\n',
				'# ',
				'- ',
			],
			...['\u00a0', '\u0000', '\ud83d', '\u202e', 'ש', '。', '(', ')'],
		);
		fc.assert(
			fc.property(
				fc.array(unit, { maxLength: 60 }).map((parts) => parts.join('')),
				fc.constantFrom<ParagraphRule>('newline', 'blank-line'),
				(text, rule) => {
					const paragraphs = splitParagraphs(text, rule);
					const sentences = splitSentences(text, paragraphs);
					let end = 0;
					for (const sentence of sentences) {
						const paragraph = paragraphs[sentence.paragraph];
						expect(sentence.start).toBeGreaterThanOrEqual(Math.max(end, paragraph?.start ?? Number.NaN));
						expect(sentence.end).toBeLessThanOrEqual(paragraph?.end ?? Number.NaN);
						const slice = sliceSpan(text, sentence);
						expect(slice).toBe(slice.trim());
						end = sentence.end;
					}
					const letters = (part: string) => part.match(/[\p{L}\p{N}]/gu) ?? [];
					expect(sentences.flatMap((sentence) => letters(sliceSpan(text, sentence)))).toEqual(letters(text));
				},
			),
		);
	});
});
