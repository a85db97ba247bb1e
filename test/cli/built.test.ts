import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runBuilt, spawnBuilt } from './run-built.js';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'onrecord-cli-'));
	await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.concurrent('GIVEN the built program', () => {
	test('THEN it answers from the shipped article, and standard error is empty', async () => {
		const { code, stdout, stderr } = await runBuilt(['ask', 'what does Zelensky say about a deal without Ukraine?']);
		expect(stdout).toContain('  > He stated, "We will not recognize any agreements');
		expect(stdout).toContain('  — Volodymyr Zelensky, Ukrainian President, quoted directly');
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	});

	test('THEN it starts the session of npm start', async () => {
		const { code, stdout, stderr } = await runBuilt(['start'], { input: 'what did China say?\n' });
		expect(stdout).toMatch(/^\? what did China say\?\n\n {2}> /);
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	});

	test('THEN a broken line does not stop those after it', async () => {
		const input =
			'{"id":1,"question":"what does Zelensky say about a deal without Ukraine?"}\n{"id":2,"quest\n{"id":3,"question":"who won the 1998 world cup?"}\n';
		const { code, stdout, stderr } = await runBuilt(['ask', '--jsonl'], { input });
		const replies = stdout
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(replies.map(({ id, answered, error }) => [id, answered ?? error])).toEqual([
			[1, true],
			[null, expect.stringContaining('line 2 is not JSON')],
			[3, false],
		]);
		expect(code).toBe(1);
		expect(stderr).toBe('onrecord: 1 of 3 lines could not be answered; "error" in each says why.\n');
	});

	test('THEN a reader who has seen enough ends it without a word', async () => {
		const child = spawnBuilt(['ask', '--jsonl']);
		child.stdin.on('error', () => {});
		child.stdin.end('{"question":"what did China say?"}\n'.repeat(5000));
		await once(child.stdout, 'data');
		child.stdout.destroy();
		const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	});

	test('THEN a typing mistake is answered with what was meant', async () => {
		const command = await runBuilt(['aks', 'hello']);
		expect(command).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining('(Did you mean ask?)') });
		const option = await runBuilt(['ask', '--libary', 'x', 'hello']);
		expect(option).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining('(Did you mean --library?)') });
	});

	test('THEN .env of the working directory says where the articles are', async () => {
		const cwd = join(folder, 'with-env');
		await mkdir(cwd);
		await writeFile(join(cwd, '.env'), 'LIBRARY=mine.txt\n');
		await writeFile(
			join(cwd, 'mine.txt'),
			'Lanterns\n\n“The lanterns on the quay stay lit until the last ferry is in,” said Ona Brask.\n',
		);
		const { code, stdout } = await runBuilt(['quote', '--json'], { cwd });
		expect(code).toBe(0);
		expect(JSON.parse(stdout).results).toMatchObject([{ article: 'mine', speaker: { name: 'Ona Brask' } }]);
	});

	test('THEN everything that is wrong with a library is named at once, and nothing is answered', async () => {
		const library = join(folder, 'bad');
		await mkdir(library);
		await writeFile(join(library, 'a.md'), '---\ntitle: Fine\n---\n\nIt rained.\n');
		await writeFile(join(library, 'b.jsonl'), '{"id":"a","title":"Again","text":"It rained."}\n');
		await writeFile(join(library, 'c.md'), '---\ntitle: [unfinished\n---\n\nIt rained.\n');
		await writeFile(join(library, 'd.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
		await writeFile(join(library, 'e.md'), '');
		await writeFile(join(library, 'f.txt'), 'The rain went on and on. '.repeat(420_000));
		const { code, stdout, stderr } = await runBuilt(['ask', 'did it rain?', '--library', library]);
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
		expect(stderr.trim().split('\n').slice(1)).toEqual([
			expect.stringMatching(/b\.jsonl:1: id: "a" is the id of .*a\.md too$/),
			expect.stringMatching(/c\.md:2: the front matter is not YAML/),
			expect.stringMatching(/d\.txt: is not UTF-8/),
			expect.stringMatching(/e\.md: is empty$/),
			expect.stringMatching(/f\.txt: is 10\.\d MB large; one article has at most 8 MB/),
		]);
	});

	test.skipIf(process.platform === 'win32')('THEN an unreadable folder is named', async () => {
		const library = join(folder, 'locked');
		await mkdir(library, { mode: 0o000 });
		// Root may read everything, so it hands the question to somebody who may not.
		const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
		const { code, stderr } = await runBuilt(['validate', '--library', library], { cwd: folder, ...uid });
		expect(code).toBe(1);
		expect(stderr).toContain(`${library}: may not be read: check its permissions`);
	});
});
