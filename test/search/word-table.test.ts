import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordTable } from '../../src/search/word-table.js';

const word = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !text.includes('\n'));

test('GIVEN any words THEN each is found in its line, and no other word is', () => {
	fc.assert(
		fc.property(fc.uniqueArray(word, { maxLength: 80 }), fc.array(word, { maxLength: 20 }), (words, others) => {
			const table = new WordTable(words.map((line) => `${line}\n`).join(''), words.length);
			const lines = new Map(words.map((line, number) => [line, number]));
			for (const asked of [...words, ...others]) expect(table.get(asked)).toBe(lines.get(asked));
		}),
	);
});
