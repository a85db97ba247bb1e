import { expect, test } from 'vitest';
import { listSpeakers } from '../../src/answer/list-speakers.js';
import { exampleLibrary } from './example-library.js';

const library = exampleLibrary();

test('GIVEN a library THEN everybody quoted is listed once, with counts', () => {
	const speakers = listSpeakers(library);
	expect(new Set(speakers.map(({ name }) => name)).size).toBe(speakers.length);
	expect(speakers.find(({ name }) => name === 'Ingrid Solheim')).toMatchObject({ direct: expect.any(Number) });
	for (const { direct, reported } of speakers) expect(direct + reported).toBeGreaterThan(0);
});

test('GIVEN an article THEN only its speakers are listed', () => {
	const names = listSpeakers(library, 'club').map(({ name }) => name);
	expect(names).toContain('Camille Laurent');
	expect(names).not.toContain('Beatrice O’Hara');
});
