import { expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { DataError } from '../../src/errors.js';
import { loadLibrary, saveLibrary } from '../../src/search/saved-library.js';
import { EXAMPLE_ARTICLES, exampleLibrary } from '../answer/example-library.js';

const library = exampleLibrary();
const saved = saveLibrary(library);

test('GIVEN a saved library THEN it answers as before', () => {
	const loaded = loadLibrary(saved, EXAMPLE_ARTICLES, 'x.index');
	for (const question of ['who will pay for the bridge?', 'what did amir say', 'coach']) {
		expect(ask(loaded, { question })).toEqual(ask(library, { question }));
	}
	expect(loaded.speakers).toEqual(library.speakers);
});

test.each([
	['other articles', saved, EXAMPLE_ARTICLES.slice(1), 'other articles'],
	['a changed text', saved, EXAMPLE_ARTICLES.map((a) => ({ ...a, text: `${a.text} ` })), 'other articles'],
	[
		'another version',
		Buffer.from(saved.toString('latin1').replace('"version":', '"version":9'), 'latin1'),
		EXAMPLE_ARTICLES,
		'another version',
	],
	['a file of another kind', Buffer.from('{"a":1}\n'), EXAMPLE_ARTICLES, 'not an index'],
	['a file cut short', saved.subarray(0, -9), EXAMPLE_ARTICLES, 'cut short'],
])('GIVEN %s THEN it is refused with the reason', (_case, file, articles, reason) => {
	expect(() => loadLibrary(file, articles, 'x.index')).toThrow(DataError);
	expect(() => loadLibrary(file, articles, 'x.index')).toThrow(reason);
});
