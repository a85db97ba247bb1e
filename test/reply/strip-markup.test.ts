import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripMarkup } from '../../src/reply/strip-markup.js';

test.each([
	[
		'emphasis',
		'**We** will *never* ~~ever~~ __close__ the _old_ ||bridge||.',
		'We will never ever close the old bridge.',
	],
	['mentions and emoji', 'hey <@123456789012345678> <:wave:123456789012345678> look in <#1234>', 'hey look in'],
	['an address', 'see <https://a.example/b> or https://a.example/c', 'see or'],
	['a link', '[The bridge is open](https://a.example/b), they say', 'The bridge is open, they say'],
	['lines with a sign', '> The bridge is open.\n-# a small line\n# Big', 'The bridge is open.\na small line\nBig'],
	['code', '```\nThe bridge is open.\n```', 'The bridge is open.'],
	['escapes', 'five \\* six', 'five * six'],
	['what only looks like markup', 'snake_case_name is 2 * 3 * 4 at 10:30', 'snake_case_name is 2 * 3 * 4 at 10:30'],
])('GIVEN %s THEN the words are left', (_case, text, words) => {
	expect(stripMarkup(text)).toBe(words);
});

test('GIVEN words and marks of a sentence THEN nothing changes', () => {
	const word = fc.stringMatching(/^[a-zé“”"’(),.?!–-]{1,12}$/).filter((one) => !/^-+$/.test(one));
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (list) => {
			const text = list.join(' ');
			expect(stripMarkup(text)).toBe(text);
		}),
	);
});
