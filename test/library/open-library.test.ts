import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { DataError } from '../../src/errors.js';
import { openLibrary } from '../../src/library/open-library.js';
import { saveLibrary } from '../../src/search/saved-library.js';

let folder: string;
let articles: string;
let index: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'onrecord-library-'));
	articles = join(folder, 'articles.jsonl');
	index = join(folder, 'articles.index');
	const lines = [
		{ id: 'quay', title: 'The quay', text: '“The lanterns on the quay stay lit all winter,” said Ona Brask.' },
		{ id: 'mill', title: 'The mill', text: 'The mill closed in March. Tilo Wend said that it had lost its river.' },
	];
	await writeFile(articles, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
	await writeFile(index, saveLibrary(await openLibrary({ location: articles })));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('GIVEN nothing at all THEN the shipped article is there', async () => {
	const library = await openLibrary();
	expect(library.articles.map(({ article }) => article.id)).toEqual(['riyadh-talks']);
});

test('GIVEN articles THEN every one of them is reported when it is done, in both steps', async () => {
	const seen: [step: string, share: number][] = [];
	await openLibrary({ location: articles, onProgress: ({ step, done, total }) => seen.push([step, done / total]) });
	expect(seen).toEqual([
		['attributing', expect.closeTo(0.5, 1)],
		['attributing', 1],
		['indexing', 0.5],
		['indexing', 1],
	]);
});

describe('GIVEN a saved index', () => {
	test('THEN answers are those of the articles themselves', async () => {
		const [fresh, saved] = [
			await openLibrary({ location: articles }),
			await openLibrary({ location: articles, index }),
		];
		const question = 'what happened to the mill?';
		expect(ask(saved, { question })).toEqual(ask(fresh, { question }));
	});

	test('THEN it is refused for other articles', async () => {
		await expect(openLibrary({ index })).rejects.toThrow(/was made from other articles/);
	});

	test.each([
		['a file that is none', 'articles.jsonl', 'is not an index'],
		['no file', 'missing.index', 'does not exist'],
	])('THEN %s in its place is refused', async (_case, name, reason) => {
		const opening = openLibrary({ location: articles, index: join(folder, name) });
		await expect(opening).rejects.toThrow(DataError);
		await expect(opening).rejects.toThrow(reason);
	});
});
