import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexChoices, pickFitting } from '../../src/answer/pick-fitting.js';

const TITLES = [
	'Ferry fares rise',
	'A harbour for Brackwater',
	'Ferries leave the harbour',
	'Feryr trouble',
	'No news',
];
const choices = indexChoices(TITLES, (title) => title);

test.each([
	['nothing typed', ' ?', [0, 1, 2, 3, 4]],
	['a whole word, before one that begins so', 'harbour', [1, 2]],
	['half a word', 'fe', [0, 2, 3]],
	['a word as typed, then misspelt', 'ferry', [0, 3]],
	['two letters changed about', 'habrour', [1, 2]],
	['two words: both of them before either', 'harbour ferries', [2, 1]],
	['a word twice, which counts twice', 'ferry ferry harbour', [0, 1, 2, 3]],
	['a word of another', 'wolves', []],
	['marks and accents', 'HARBÔUR’S', [1, 2]],
	['a word begun that others hold whole', 'no', [4]],
])('GIVEN %s THEN those that hold it are picked', (_case, typed, places) => {
	expect(pickFitting(choices, typed)).toEqual(places.map((place) => TITLES[place]));
});

test('GIVEN any words THEN each choice is found by the beginning of each of its words', () => {
	const word = fc.stringMatching(/^[a-eé𝔘]{1,6}$/u);
	fc.assert(
		fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), fc.nat(), fc.nat(), (all, which, end) => {
			const texts = all.map((words) => words.join(' '));
			const words = all[which % all.length] ?? [];
			const letters = [...(words[which % words.length] ?? '')];
			const begun = letters.slice(0, 1 + (end % letters.length)).join('');
			expect(
				pickFitting(
					indexChoices(texts, (text) => text),
					begun,
				),
			).toContain(words.join(' '));
		}),
	);
});
