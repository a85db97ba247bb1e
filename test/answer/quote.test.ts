import { expect, test } from 'vitest';
import { quote } from '../../src/answer/quote.js';
import { exampleLibrary } from './example-library.js';

const library = exampleLibrary();

test('GIVEN a subject THEN the quotation about it comes first', () => {
	expect(quote(library, { about: 'hours with one coffee' })[0]).toMatchObject({
		kind: 'direct',
		speaker: { name: 'Beatrice O’Hara' },
	});
});

test('GIVEN a speaker THEN only their quotations come, in order', () => {
	const found = quote(library, { speaker: 'amir', limit: 5 });
	expect(found.length).toBeGreaterThan(0);
	for (const { kind, speaker } of found) {
		expect(kind).not.toBe('reported');
		expect(speaker?.name).toBe('Amir Haddad');
	}
});

test('GIVEN a subject that nobody is quoted on THEN the list is empty', () => {
	expect(quote(library, { about: 'volcanoes' })).toEqual([]);
});
