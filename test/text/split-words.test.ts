import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliceSpan } from '../../src/text/span.js';
import { splitWords } from '../../src/text/split-words.js';

test.each([
	['plain words and stops', 'The talks opened. “Good.”', ['The', 'talks', 'opened', 'Good']],
	['apostrophes of both kinds', "don’t can't the workers' own", ['don’t', "can't", 'the', 'workers', 'own']],
	['numbers', '1,250.5 tonnes, 40% of $3', ['1,250.5', 'tonnes', '40', 'of', '3']],
	['abbreviations with stops', 'the U.S. and the E.U.', ['the', 'U.S', 'and', 'the', 'E.U']],
	['a missing blank after a stop', 'over.Then', ['over', 'Then']],
	['hyphens', 're-open US-Iran', ['re', 'open', 'US', 'Iran']],
	['other scripts and combining marks', 'Cafe\u0301 Київ 東京', ['Cafe\u0301', 'Київ', '東京']],
	['no word', '— … 👍 ”', []],
])('GIVEN %s THEN the words fit', (_case, text, expected) => {
	expect(splitWords(text).map((word) => word.text)).toEqual(expected);
});

test('GIVEN any text THEN each word is its slice, and no letter or digit is left out', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const words = splitWords(text);
			for (const word of words) expect(sliceSpan(text, word)).toBe(word.text);
			const letters = /[\p{L}\p{N}]/gu;
			const kept = words.flatMap((word) => word.text.match(letters) ?? []);
			expect(kept).toEqual(text.match(letters) ?? []);
		}),
	);
});
