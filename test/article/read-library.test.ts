import { chmod, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { type ReadOptions, readLibrary } from '../../src/article/read-library.js';
import { validateLibrary } from '../../src/article/validate-library.js';
import { DataError } from '../../src/errors.js';
import { writeFiles } from '../support/write-files.js';

const MARKDOWN = '---\ntitle: Ferry\n---\nThe ferry sails.\n';
const LINE = '{"id":"line-1","title":"Ferry","text":"The ferry sails."}\n';

async function readAll(location: string, options?: ReadOptions): Promise<Article[]> {
	const articles: Article[] = [];
	for await (const article of readLibrary(location, options)) articles.push(article);
	return articles;
}

/** @returns Each problem as `where: field: reason`, with paths from the folder on. */
async function problemsOf(location: string, folder: string = location): Promise<string[]> {
	const error = await readAll(location).then(
		() => null,
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof DataError)) throw new Error(`expected a DataError, got ${String(error)}`);
	return error.problems.map(({ where, field, reason }) =>
		[path.relative(folder, where).replaceAll('\\', '/'), field, reason].filter(Boolean).join(': '),
	);
}

const line = (id: string) => JSON.stringify({ id, title: 'Ferry', text: 'The ferry sails.' });

describe('readLibrary', () => {
	test('GIVEN a folder THEN its articles come by name, those of subfolders too', async () => {
		const folder = await writeFiles({
			'b.md': MARKDOWN,
			'a.txt': 'Ferry\n\nThe ferry sails.',
			'C.MD': MARKDOWN,
			'old/z.md': MARKDOWN,
			'lines.jsonl': `${LINE}\n${LINE.replace('line-1', 'line-2')}`,
		});
		expect((await readAll(folder)).map(({ id }) => id)).toEqual(['C', 'a', 'b', 'line-1', 'line-2', 'z']);
	});

	test('GIVEN one file THEN it is the library', async () => {
		const folder = await writeFiles({ 'day-1.md': MARKDOWN, 'broken.md': '' });
		expect((await readAll(path.join(folder, 'day-1.md'))).map(({ id }) => id)).toEqual(['day-1']);
	});

	test('GIVEN Windows line ends and a byte order mark THEN they are read away', async () => {
		const folder = await writeFiles({
			'a.md': `\ufeff${MARKDOWN}\nNow.`.replaceAll('\n', '\r\n'),
			'b.jsonl': `\ufeff${LINE}`,
		});
		expect((await readAll(folder)).map(({ text }) => text)).toEqual(['The ferry sails.\n\nNow.', 'The ferry sails.']);
	});

	test('GIVEN files that are no articles THEN they are passed over, and named', async () => {
		const folder = await writeFiles({
			'a.md': MARKDOWN,
			'a.corrections.yaml': '# none yet',
			'README.md': '# About',
			'map.png': '',
			'.hidden.md': 'x',
			'.git/config.md': 'x',
		});
		const report = await validateLibrary(folder);
		expect({ ...report, passedOver: report.passedOver.map((file) => path.basename(file)) }).toEqual({
			articles: 1,
			paragraphs: 1,
			words: 3,
			passedOver: ['README.md', 'map.png'],
		});
	});

	test('GIVEN corrections beside a file of several articles THEN each article has its own', async () => {
		const folder = await writeFiles({
			'news.jsonl': [line('one'), line('two')].join('\n'),
			'news.corrections.yaml': 'two:\n  - sentence: The ferry sails.\n    speaker: Ingrid Solberg\n',
		});
		const articles = await readAll(folder);
		expect(articles.map(({ corrections }) => corrections)).toEqual([
			undefined,
			[{ span: { start: 0, end: 16 }, speaker: 'Ingrid Solberg' }],
		]);
	});

	test.each([
		[
			'an id that no article has',
			'three:\n  - sentence: The ferry\n    speaker: A',
			/news\.corrections\.yaml:1: .*"three"/,
		],
		['words that the article does not have', 'one:\n  - sentence: The train\n    speaker: A', /yaml:2: .*no words/],
		['a list without ids', '- sentence: The ferry\n  speaker: A', /yaml:1: .*ids/],
		['no list', 'one: The ferry', /yaml:1: .*list/],
	])('GIVEN corrections by id with %s THEN it says where', async (_case, yaml, message) => {
		const folder = await writeFiles({ 'news.jsonl': line('one'), 'news.corrections.yaml': yaml });
		await expect(readAll(folder)).rejects.toThrow(message);
	});

	test('GIVEN progress to tell THEN it ends at all bytes', async () => {
		const folder = await writeFiles({ 'a.md': MARKDOWN, 'b.jsonl': LINE });
		const seen: number[] = [];
		await readAll(folder, { onProgress: ({ bytes, totalBytes }) => seen.push(bytes / totalBytes) });
		expect(seen).toHaveLength(2);
		expect(seen.at(-1)).toBe(1);
	});

	test('GIVEN mistakes in many files THEN all are named at once, and nothing is given after the first', async () => {
		const folder = await writeFiles({
			'a.md': MARKDOWN,
			'b.md': '---\nauthor: Ida\npublished: soon\n---\nText.',
			'c.md': '---\ntitle: "T\n---\nText.',
			'd.md': MARKDOWN,
			'e.jsonl': `${LINE}{"id":"x"\n${LINE.replace('line-1', 'line-2')}{"id":"y","title":"Y","text":""}\n`,
			'f.md': new Uint8Array([0x2d, 0x2d, 0xff]),
			'g.txt': '',
			'h.txt': ' \n\n',
			'j.txt': Buffer.from('\ufeffThe ferry', 'utf16le'),
			'sub/a.md': MARKDOWN,
		});
		const given: string[] = [];
		await expect(async () => {
			for await (const { id } of readLibrary(folder)) given.push(id);
		}).rejects.toThrow(DataError);
		expect(given).toEqual(['a']);
		expect(await problemsOf(folder)).toEqual([
			'b.md: title: is missing',
			'b.md:3: published: "soon" is not a date such as 2025-02-18 or 2025-02-18T09:30:00Z',
			expect.stringMatching(/^c\.md:2: the front matter is not YAML: /),
			expect.stringMatching(/^e\.jsonl:2: is not JSON: /),
			'e.jsonl:4: text: has no words',
			'f.md: is not UTF-8: save it as UTF-8',
			'g.txt: is empty',
			'h.txt: is empty',
			'j.txt: is UTF-16: save it as UTF-8',
			`sub/a.md: id: "a" is the id of ${path.join(folder, 'a.md')} too`,
		]);
	});

	test('GIVEN one id in two lines THEN both places are named', async () => {
		const folder = await writeFiles({ 'a.jsonl': LINE + LINE });
		const first = path.join(folder, 'a.jsonl:1');
		expect(await problemsOf(folder)).toEqual([`a.jsonl:2: id: "line-1" is the id of ${first} too`]);
	});

	test('GIVEN broken bytes in the middle of a JSON Lines file THEN the line is named', async () => {
		const folder = await writeFiles({
			'a.jsonl': Buffer.concat([Buffer.from(LINE), Buffer.from([0x22, 0xe9, 0x22, 0x0a])]),
		});
		expect(await problemsOf(folder)).toEqual(['a.jsonl:2: is not UTF-8: save it as UTF-8']);
	});

	test('GIVEN a paragraph of 10 MB THEN it is refused with the limit', async () => {
		const long = 'so '.repeat(3_500_000);
		const folder = await writeFiles({
			'a.md': `---\ntitle: T\n---\n${long}`,
			'b.jsonl': JSON.stringify({ id: 'b', title: 'T', text: long }),
		});
		expect(await problemsOf(folder)).toEqual([
			'a.md: is 10.0 MB large; one article has at most 8 MB: split it into several',
			'b.jsonl:1: is 10.0 MB large; one article has at most 8 MB: split it into several',
		]);
	});

	test('GIVEN a paragraph of 900,000 characters THEN it is read', async () => {
		const folder = await writeFiles({ 'a.md': `---\ntitle: T\n---\n${'so '.repeat(300_000)}` });
		expect((await readAll(folder))[0]?.paragraphs).toEqual([{ start: 0, end: 899_999 }]);
	});

	test('GIVEN more problems than anybody reads THEN the rest is counted', async () => {
		const folder = await writeFiles({ 'a.jsonl': '{\n'.repeat(1_500) });
		const problems = await problemsOf(folder);
		expect(problems).toHaveLength(1_001);
		expect(problems.at(-1)).toContain('and 500 more problems');
	});

	test.each([
		['a folder without articles', { 'notes/map.png': '' }, 'notes', /^notes: holds no article$/],
		['a path to nothing', {}, 'none', /^none: does not exist$/],
		['a path through a file', { 'a.md': MARKDOWN }, 'a.md/b', /^a\.md\/b: does not exist/],
		[
			'a kind of file that is not read',
			{ 'a.docx': 'x' },
			'a.docx',
			/^a\.docx: is of no known kind: expected a folder, or a file that ends in \.md, \.txt, \.jsonl$/,
		],
		['an empty JSON Lines file', { 'a.jsonl': '\n\n' }, 'a.jsonl', /^a\.jsonl: holds no article$/],
	])('GIVEN %s THEN the problem says so', async (_case, files, name, expected) => {
		const folder = await writeFiles(files);
		expect(await problemsOf(path.join(folder, name), folder)).toEqual([expect.stringMatching(expected)]);
	});

	test.skipIf(process.platform === 'win32')(
		'GIVEN links THEN those to nothing are named, those to folders not followed',
		async () => {
			const folder = await writeFiles({ 'a.md': MARKDOWN });
			await symlink(folder, path.join(folder, 'circle'));
			expect(await readAll(folder)).toHaveLength(1);
			await symlink(path.join(folder, 'none.md'), path.join(folder, 'b.md'));
			expect(await problemsOf(folder)).toEqual(['b.md: does not exist']);
		},
	);

	// The administrator may read everything, and Windows has other permissions.
	test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
		'GIVEN a folder and a file without permission THEN both are named',
		async () => {
			const folder = await writeFiles({ 'a.md': MARKDOWN });
			await chmod(path.join(folder, 'a.md'), 0);
			await mkdir(path.join(folder, 'shut'), { mode: 0 });
			expect(await problemsOf(folder)).toEqual([
				'shut: may not be read: check its permissions',
				'a.md: may not be read: check its permissions',
			]);
		},
	);
});
