import { expect, test } from 'vitest';
import { readLexiconLines } from '../../src/search/lexicon.js';
import { LineTable } from '../../src/search/line-table.js';
import { areRelated } from '../../src/search/related-words.js';

test('GIVEN any word of the table THEN its line is found', () => {
	const table = new LineTable('related.txt');
	for (const line of readLexiconLines('related.txt')) {
		const [word = '', ...related] = line.split(' ');
		expect(table.find(word), word).toBe(related.join(' '));
	}
});

test.each([
	['before the first', 'aa'],
	['behind the last', 'zzzz'],
	['between two', 'abandonedly'],
	['no word at all', ''],
])('GIVEN a word that is not in it, %s THEN nothing is found', (_case, word) => {
	expect(new LineTable('related.txt').find(word)).toBeNull();
	expect(areRelated(word, 'abbey')).toBe(false);
});

test('GIVEN two words THEN it makes no difference which one is given as near the other', () => {
	expect(areRelated('abbey', 'church')).toBe(true);
	expect(areRelated('church', 'abbey')).toBe(true);
});
