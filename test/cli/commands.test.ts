import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.js';

const QUAY = '“The lanterns on the quay stay lit until the last ferry is in,” said Ona Brask, the harbour keeper.';
const MILL = 'The old mill closed its doors in March. Jon Akkerman said that the mill had lost its river long ago.';

let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'onrecord-commands-'));
	const articles = [
		{ id: 'quay', title: 'Lanterns', text: QUAY },
		{ id: 'mill', title: 'The mill', text: MILL },
	];
	env = { LIBRARY: join(folder, 'articles.jsonl') };
	await writeFile(join(folder, 'articles.jsonl'), articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function json(args: readonly string[]): Promise<unknown> {
	const { code, stdout, stderr } = await runInProcess(args, { env });
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	return JSON.parse(stdout);
}

async function lines(args: readonly string[], input: readonly object[]): Promise<unknown[]> {
	const text = input.map((line) => JSON.stringify(line)).join('\n');
	const { stdout } = await runInProcess([...args, '--jsonl'], { env, input: text });
	return stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
}

describe('GIVEN --json', () => {
	test('THEN ask prints an answer whose sentences are cut from the article', async () => {
		const result = { article: 'quay', start: 0, end: QUAY.length, text: QUAY, kind: 'direct', paragraph: 1 };
		expect(await json(['ask', '--json', 'until', 'when', 'are', 'the', 'lanterns', 'lit?'])).toEqual({
			answered: expect.any(Boolean),
			results: expect.arrayContaining([expect.objectContaining(result)]),
		});
	});

	test('THEN quote prints quotations alone, --limit of them', async () => {
		expect(await json(['quote', '--json', '--limit', '1', '--speaker', 'brask'])).toEqual({
			results: [expect.objectContaining({ text: QUAY, speaker: expect.objectContaining({ name: 'Ona Brask' }) })],
		});
		expect(await json(['quote', '--json', '--article', 'mill'])).toEqual({ results: [] });
	});

	test('THEN speakers prints whose words the articles give', async () => {
		const { speakers } = (await json(['speakers', '--json'])) as { speakers: object[] };
		expect(speakers).toContainEqual(expect.objectContaining({ name: 'Ona Brask', direct: 1, reported: 0 }));
		expect(speakers).toContainEqual(expect.objectContaining({ name: 'Jon Akkerman', direct: 0, reported: 1 }));
	});

	test('THEN attribute prints spans as pairs', async () => {
		const { attributions } = (await json(['attribute', '--json', QUAY])) as { attributions: object[] };
		const start = QUAY.indexOf('Ona');
		expect(attributions).toEqual([
			{
				kind: 'direct',
				content: [[1, QUAY.indexOf('”')]],
				cue: [[start - 5, start - 1]],
				source: [[start, expect.any(Number)]],
				speaker: 'Ona Brask',
				confidence: expect.any(Number),
			},
		]);
	});
});

describe('GIVEN --jsonl', () => {
	const question = 'what did Jon Akkerman say about the mill?';

	test('THEN ask uses the article of a line only when told to', async () => {
		const asked = [{ id: 'a', question, article: 'quay' }];
		const articles = (replies: unknown[]) => {
			const [reply] = replies as { results: { article: string }[] }[];
			return new Set(reply?.results.map(({ article }) => article));
		};
		expect(articles(await lines(['ask'], asked))).toContain('mill');
		expect(articles(await lines(['ask', '--within-article'], asked))).not.toContain('mill');
	});

	test('THEN a speaker in a line of ask is not a place to look', async () => {
		const [without, withSpeaker] = await lines(['ask'], [{ question }, { question, speaker: 'Nobody At All' }]);
		expect(withSpeaker).toEqual(without);
	});

	test('THEN each line says what is wrong with it', async () => {
		expect(await lines(['ask', '--within-article'], [{ id: 1 }, { id: 2, question, article: 'pier' }])).toEqual([
			{ id: 1, error: '"question" is missing; "article" is missing' },
			{ id: 2, error: expect.stringContaining('no article "pier"') },
		]);
		expect(await lines(['quote'], [{ id: 3, speaker: 7 }])).toEqual([{ id: 3, error: '"speaker" must be a string' }]);
		expect(await lines(['attribute'], [{ id: 4, text: null }])).toEqual([{ id: 4, error: '"text" must be a string' }]);
	});
});

describe('GIVEN people', () => {
	test('THEN validate says what there is', async () => {
		expect(await runInProcess(['validate'], { env })).toEqual({
			code: 0,
			stdout: `${env.LIBRARY}: 2 articles, 2 paragraphs, 39 words. Nothing is wrong.\n`,
			stderr: '',
		});
	});

	test('THEN index saves a file that answers, and leaves no other behind', async () => {
		const out = join(folder, 'saved.index');
		const { stdout } = await runInProcess(['index', '--out', out], { env });
		expect(stdout).toBe(`Saved the index of 2 articles, 3 sentences to ${out}.\n`);
		expect((await readdir(folder)).sort()).toEqual(['articles.jsonl', 'saved.index']);
		const asked = ['ask', '--json', 'when did the mill close?'];
		expect(await json([...asked, '--index', out])).toEqual(await json(asked));
	});

	test('THEN attribute says whose the words are, and why', async () => {
		const { stdout } = await runInProcess(['attribute', QUAY]);
		expect(stdout).toMatch(/^“\[1 The lanterns on the quay/);
		expect(stdout).toMatch(/^ {2}\[1\] Ona Brask, harbour keeper, quoted directly\n {6}source “Ona Brask/m);
	});
});

test.each([
	['ask without a question', ['ask']],
	['ask with a blank one', ['ask', '  ']],
	['text beside --jsonl', ['ask', '--jsonl', 'hello']],
	['--within-article without --jsonl', ['ask', '--within-article', 'hello']],
	['a limit of none', ['ask', '--limit', '0', 'hello']],
	['index without a place', ['index']],
	['text where none is wanted', ['speakers', 'hello']],
	['attribute without a text', ['attribute']],
])('GIVEN %s THEN it is wrong usage, exit code 2', async (_case, args) => {
	const { code, stdout, stderr } = await runInProcess(args, { env });
	expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	expect(stderr).toMatch(/^onrecord: .+\nRun it with --help to see how it is used\.\n$/);
});

test.each([
	['an article that is not there', ['ask', '--article', 'pier', 'hello'], 'no article "pier"'],
	['a speaker who is not there', ['quote', '--speaker', 'Zed Zull'], 'no words of "Zed Zull"'],
	['a library that is not there', ['ask', '--library', 'nowhere', 'hello'], 'nowhere: does not exist'],
	['an index that is none', ['speakers', '--index', 'package.json'], 'package.json: is not an index'],
])('GIVEN %s THEN it is bad input, exit code 1', async (_case, args, reason) => {
	const { code, stdout, stderr } = await runInProcess(args, { env });
	expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
	expect(stderr).toContain(reason);
});

test('GIVEN register without a token THEN the setting is named, exit code 3', async () => {
	const token = process.env.DISCORD_TOKEN;
	delete process.env.DISCORD_TOKEN;
	const { code, stderr } = await runInProcess(['register']);
	if (token !== undefined) process.env.DISCORD_TOKEN = token;
	expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('DISCORD_TOKEN: is missing') });
});
