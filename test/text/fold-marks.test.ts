import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldMarks } from '../../src/text/fold-marks.js';

test.each([
	['curly marks', '“It’s ‘over’,” she said', `"It's 'over'," she said`],
	['low and angle marks', '„Nein“ «non» ‹si›', `"Nein" "non" 'si'`],
	['dashes', 'a — b – c ‑ d − e', 'a - b - c - d - e'],
	['blanks', 'a\u00a0b\u202fc\u2009d', 'a b c d'],
	['what has no plain form of the same length', "wait… ''so''\n", "wait… ''so''\n"],
])('GIVEN %s THEN they are plain', (_case, text, plain) => {
	expect(foldMarks(text)).toBe(plain);
});

test('GIVEN any text THEN its fold has the same length, and folding twice changes nothing', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const folded = foldMarks(text);
			expect(folded).toHaveLength(text.length);
			expect(foldMarks(folded)).toBe(folded);
		}),
	);
});
