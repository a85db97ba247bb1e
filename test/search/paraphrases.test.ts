import { expect, test } from 'vitest';
import { readLexiconLines } from '../../src/search/lexicon.js';
import { findParaphrases } from '../../src/search/paraphrases.js';
import { stemWord } from '../../src/search/words.js';

function listParaphrases(stem: string): { stem: string; weight: number }[] | null {
	const found: { stem: string; weight: number }[] = [];
	return findParaphrases(stem, (other, weight) => found.push({ stem: other, weight })) ? found : null;
}

const weightOf = (word: string, other: string) => {
	return listParaphrases(stemWord(word))?.find(({ stem }) => stem === stemWord(other))?.weight ?? 0;
};

test('GIVEN any stem of the table THEN its line is found, with the weights falling', () => {
	for (const line of readLexiconLines('paraphrases.txt')) {
		const [stem = '', ...rest] = line.split(' ');
		const found = listParaphrases(stem) ?? [];
		expect(found.map((one) => one.stem)).toEqual(rest.join(' ').split(/[ |]/).filter(Boolean));
		expect(found.map(({ weight }) => weight)).toEqual(found.map(({ weight }) => weight).sort((a, b) => b - a));
	}
});

test('GIVEN two words one of which says nearly the same THEN they stand for each other, in chat the other way less', () => {
	expect(weightOf('busted', 'arrested')).toBeGreaterThan(0);
	expect(weightOf('arrested', 'busted')).toBeGreaterThan(0);
	expect(weightOf('quit', 'resigned')).toBeGreaterThan(weightOf('cost', 'million'));
	expect(weightOf('cost', 'million')).toBeGreaterThan(0);
});

test('GIVEN a stem that the table does not have THEN nothing is found', () => {
	expect(listParaphrases('zzyzx')).toBeNull();
	expect(listParaphrases('')).toBeNull();
});
