import { expect, test } from 'vitest';
import { readLexiconLines } from '../../src/search/lexicon.js';
import { findRelated } from '../../src/search/related-words.js';
import { stemWord } from '../../src/search/words.js';

test('GIVEN any word of the table THEN its line is found', () => {
	for (const line of readLexiconLines('related.txt')) {
		const [word = '', ...related] = line.split(' ');
		expect(findRelated(word), word).toEqual([...new Set(related.map(stemWord))]);
	}
});

test.each([
	['before the first', 'aa'],
	['behind the last', 'zzzz'],
	['between two', 'abandonedly'],
	['no word at all', ''],
])('GIVEN a word that is not in it, %s THEN nothing is found', (_case, word) => {
	expect(findRelated(word)).toEqual([]);
});

test('GIVEN an inflected word THEN its base is looked up', () => {
	expect(findRelated('abbeys')).toEqual(findRelated('abbey'));
	expect(findRelated('abbeys')).not.toEqual([]);
});
