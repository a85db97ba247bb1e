import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sliceSpan } from '../../src/text/span.js';
import { type ParagraphRule, splitParagraphs } from '../../src/text/split-paragraphs.js';

const slices = (text: string, rule: ParagraphRule) => splitParagraphs(text, rule).map((span) => sliceSpan(text, span));

describe('splitParagraphs', () => {
	test.each<[string, ParagraphRule, string, string[]]>([
		['line breaks as ends', 'newline', 'One.\nTwo.\n\nThree.', ['One.', 'Two.', 'Three.']],
		['wrapped lines', 'blank-line', 'One\nand on.\n\nTwo.', ['One\nand on.', 'Two.']],
		['an empty line with blanks in it', 'blank-line', 'One.\n \t\nTwo.', ['One.', 'Two.']],
		['Windows line ends', 'blank-line', 'One.\r\n\r\nTwo.', ['One.', 'Two.']],
		['white space around', 'newline', ' \u00a0One. \u3000\n', ['One.']],
		['nothing but white space', 'newline', ' \n\t\n ', []],
		['an empty text', 'blank-line', '', []],
	])('GIVEN %s THEN the paragraphs fit', (_case, rule, text, expected) => {
		expect(slices(text, rule)).toEqual(expected);
	});

	test('GIVEN any text THEN the paragraphs hold all that is not white space, once and in order', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('a', '.', ' ', '\n', '\r', '\t', '\u00a0', '\ud83d', '\0'), maxLength: 60 }),
				fc.constantFrom<ParagraphRule>('newline', 'blank-line'),
				(text, rule) => {
					const parts = slices(text, rule);
					expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
					for (const part of parts) expect(part).toBe(part.trim());
				},
			),
		);
	});
});
