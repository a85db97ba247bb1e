import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Likeness } from '../../src/search/likeness.js';
import { analyseQuery } from '../../src/search/query.js';
import { Scan } from '../../src/search/scan.js';

import { article, exampleLibrary } from '../answer/example-library.js';

const SENTENCES = [
	'The council voted on Tuesday evening to keep the old library open.',
	'Xqzzv frobnqx.',
	'Because the roof leaked for years, rain had reached the shelves.',
	'It will cost 40 million euros.',
	'The reading room is in Lindholm, near the harbour.',
];
const library = exampleLibrary([article('library', 'A library stays', SENTENCES.join(' '), '2024-01-05')]);
const match = (question: string) => new Likeness(new Scan(library, analyseQuery(library, question)));
const meaningOf = (likeness: Likeness, sentence: number) => {
	const row = new Float32Array(2);
	likeness.writeMeans(row, 0, 1, sentence);
	return row[0] ?? 0;
};
const places = SENTENCES.map((_, place) => place);

test.each([
	['why', 2],
	['how much', 3],
	['where', 4],
])('GIVEN nothing but "%s" THEN the sentence of that kind is nearest', (question, right) => {
	const found = match(question);
	const others = places.filter((place) => place !== right);
	for (const other of others) expect(found.cover(right)).toBeGreaterThan(found.cover(other));
});

test.each([0, 2, 3, 4])('GIVEN a sentence’s own words THEN that sentence is nearest (%i)', (sentence) => {
	const found = match(SENTENCES[sentence] ?? '');
	for (const other of places.filter((place) => place !== sentence)) {
		expect(found.cover(sentence)).toBeGreaterThan(found.cover(other));
		expect(meaningOf(found, sentence)).toBeGreaterThan(meaningOf(found, other));
	}
});

test.each([
	['a question without known words', 'xqzzv frobnqx?', 0],
	['a sentence without known words', 'when did the council vote?', 1],
])('GIVEN %s THEN nothing is near', (_case, question, sentence) => {
	expect(match(question).cover(sentence)).toBe(0);
	expect(meaningOf(match(question), sentence)).toBeCloseTo(0);
});

test('GIVEN any question, a very long one too THEN a sentence meets a share of it', () => {
	const word = fc.constantFrom('why', 'Library', 'rain', '1999', 'qzx', 'the');
	fc.assert(
		fc.property(fc.array(word, { maxLength: 400 }), (words) => {
			const share = match(words.join(' ')).cover(0);
			expect(share).toBeGreaterThanOrEqual(0);
			expect(share).toBeLessThan(1.001);
		}),
		{ numRuns: 40 },
	);
});
