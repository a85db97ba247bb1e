import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runSession } from '../../src/cli/session.js';
import { collectScreen } from './run-in-process.js';

let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'onrecord-session-'));
	const sentences = [
		'The lamp keepers of the harbour met on Friday to talk about the lanterns.',
		'“The lanterns on the quay stay lit until the last ferry is in,” said Ona Brask.',
		'The keepers want new lanterns before winter comes.',
	];
	await writeFile(
		join(folder, 'lanterns.txt'),
		`Lanterns of the harbour\n\n${sentences.join(' ')}\n\nThe ferry was late.\n`,
	);
	env = { LIBRARY: folder };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function piped(input: string): Promise<string> {
	const [stdout, stderr] = [collectScreen(), collectScreen()];
	const stdin = Readable.from(input === '' ? [] : [Buffer.from(input)]);
	await runSession({ stdin, stdout: stdout.stream, stderr: stderr.stream, env });
	expect(stderr.text()).toBe('');
	return stdout.text();
}

describe('GIVEN no terminal', () => {
	test('THEN with nothing to read it says what it is and how to ask', async () => {
		const text = await piped('');
		expect(text).toMatch(/^On the Record\n\nAsk a question about “Lanterns of the harbour”/);
		expect(text).toContain('npm start -- --terminal');
		expect(text).toContain('DISCORD_TOKEN');
	});

	test('THEN it answers line by line, until the end or until it is told to quit', async () => {
		const text = await piped('who keeps the lanterns on the quay lit?\n\nquit\nnever asked\n');
		expect(text).toMatch(/^\? who keeps the lanterns on the quay lit\?\n\n/);
		expect(text).toContain('  — Ona Brask, quoted directly');
		expect(text).not.toContain('never asked');
	});

	test.each([
		['more', 'Ask a question first.'],
		['context', 'Ask a question first.'],
		['help', 'Anything else is a question.'],
		['speakers', '  Ona Brask\n    quoted once'],
		['articles', '    4 sentences, 1 quotation, [lanterns]'],
		['?!', 'The question is empty.'],
	])('THEN %s is understood before any question', async (line, reply) => {
		expect(await piped(`${line}\n`)).toContain(reply);
	});

	test('THEN context shows the sentence among its neighbours, and then in its paragraph', async () => {
		const asked = 'until when do the lanterns stay lit on the quay?';
		const text = await piped(`${asked}\ncontext\ncontext\ncontext 9\n`);
		const [, , first, second, third] = text.split(/^\? .*$/m);
		expect(first).toMatch(/ {4}The lamp keepers[\s\S]* {2}> “The lanterns[\s\S]* {4}The keepers want/);
		expect(second).toMatch(/ {4}The lamp keepers[\s\S]* {2}> “The lanterns[\s\S]* {4}The keepers want/);
		expect(third).toContain('There is no sentence 9 above.');
	});
});

describe('GIVEN a terminal', () => {
	async function typed(lines: string, settings: Record<string, string> = env): Promise<string> {
		const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
		const stdout = collectScreen({ isTTY: true, columns: 70 });
		const stderr = collectScreen({ isTTY: true });
		const running = runSession({
			stdin,
			stdout: stdout.stream,
			stderr: stderr.stream,
			env: { ...settings, NO_COLOR: '1' },
		});
		stdin.write(lines);
		await running;
		return stdout.text();
	}

	test.each([
		['Ctrl-C', '\u0003'],
		['Ctrl-D', '\u0004'],
		['quit', 'quit\r'],
	])('THEN it greets, and %s ends it politely', async (_case, key) => {
		const text = await typed(key);
		expect(text).toContain('On the Record');
		expect(text).toMatch(/\nGoodbye\.\n$/);
	});

	test('THEN it offers three questions of the articles, and a number asks one of them', async () => {
		const text = await typed('2\rquit\r', {});
		const example = /^ {2}2 {2}(.+)$/m.exec(text)?.[1] ?? '';
		expect(text).toMatch(/^ {2}3 {2}What /m);
		expect(example).not.toBe('');
		expect(text.split(example)).toHaveLength(3);
	});
});
