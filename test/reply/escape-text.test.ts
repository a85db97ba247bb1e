import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeInline, escapeText } from '../../src/reply/escape-text.js';

/** What a reader sees of escaped text: Discord shows the character after a backslash as it is. */
const shown = (markup: string) => markup.replace(/\\([^0-9A-Za-z\s])/g, '$1');

test.each([
	['emphasis', '*a* _b_ ~~c~~ `d` ||e||', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\|'],
	['a mention', '<@123> @everyone', '\\<\\@123\\> \\@everyone'],
	['a masked link', '[x](https://a.example)', '\\[x\\](https\\://a.example)'],
	['an invitation', 'discord.gg/abc', 'discord.gg\\/abc'],
	['a heading on the second line', 'a\n# b', 'a\n\\# b'],
	['a list', '- a\n2. b', '\\- a\n2\\. b'],
	['an emoji by name', ':smile_cat:', '\\:smile\\_cat:'],
	['nothing special', 'At 10:30, 1.5% – “so”', 'At 10:30, 1.5% – “so”'],
])('GIVEN %s THEN it is shown as characters', (_case, text, markup) => {
	expect(escapeText(text)).toBe(markup);
});

test('GIVEN any text without direction controls THEN a reader sees exactly its characters', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...'\\*_~`|[]()<>@#-+:/. \n1ab“é') }), (text) => {
			expect(shown(escapeText(text))).toBe(text);
		}),
	);
});

test('GIVEN an override that is left open THEN it is closed', () => {
	expect(escapeText('a\u202Eb\u2067c')).toBe('a\u202Eb\u2067c\u2069\u202C');
});

test('GIVEN a name from right to left THEN it is set apart from the line around it, without controls of its own', () => {
	expect(escapeInline('\u202Eליאת\nכהן')).toBe('\u2068ליאת כהן\u2069');
});
