import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packagePath } from '../../src/package-root.js';

/** A program as small as the build allows: it saves an index, and else says which version of it this is. */
const PROGRAM = `import { writeFileSync } from 'node:fs';
const out = process.argv.indexOf('--out');
if (out > 0) writeFileSync(process.argv[out + 1] ?? '', 'index');
else console.log('version 1');
`;
const COPIED = ['scripts/run.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

let checkout: string;
beforeEach(async () => {
	checkout = await mkdtemp(join(tmpdir(), 'onrecord-build-'));
	for (const file of COPIED) await cp(packagePath(file), join(checkout, file));
	await symlink(packagePath('node_modules'), join(checkout, 'node_modules'), 'junction');
	await write('src/cli.ts', PROGRAM);
	await write('src/preview/page/page.css', '');
	await write('data/articles/rain.md', '---\ntitle: Rain\n---\n\nIt rained.\n');
});
afterEach(() => rm(checkout, { recursive: true, force: true }));

async function write(file: string, content: string): Promise<void> {
	await mkdir(dirname(join(checkout, file)), { recursive: true });
	await writeFile(join(checkout, file), content);
}

function start(...args: readonly string[]) {
	return spawn(process.execPath, [join(checkout, 'scripts', 'run.mjs'), ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}

async function finish(child: ReturnType<typeof start>) {
	const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
	return { code, stdout, stderr };
}

/** Everything that a build left in the checkout. */
async function builds(): Promise<string[]> {
	return (await readdir(checkout)).filter((name) => name.startsWith('dist'));
}

describe('GIVEN a checkout that is not built', () => {
	test('THEN two commands at once build beside each other, and both run', async () => {
		const replies = await Promise.all([start('onrecord'), start('onrecord'), start('build')].map(finish));
		expect(replies.map(({ code, stdout, stderr }) => [code, stdout, stderr])).toEqual([
			[0, 'version 1\n', 'onrecord: building …\n'],
			[0, 'version 1\n', 'onrecord: building …\n'],
			[0, '', 'onrecord: building …\n'],
		]);
		expect(await builds()).toEqual(['dist']);
		expect(await finish(start('onrecord'))).toEqual({ code: 0, stdout: 'version 1\n', stderr: '' });
	});

	test('THEN what a killed build left behind is cleared away by the next', async () => {
		const killed = spawn(process.execPath, ['-e', '0']);
		await once(killed, 'close');
		await write(`dist-building.${killed.pid}/src/cli.js`, 'half a prog');
		expect(await finish(start('onrecord'))).toMatchObject({ code: 0, stdout: 'version 1\n' });
		expect(await builds()).toEqual(['dist']);
	});
});

test('GIVEN a mistake in the sources THEN the build says where, and the one before it stays whole', async () => {
	await finish(start('build'));
	const before = readFileSync(join(checkout, 'dist/src/cli.js'), 'utf8');
	await write('src/cli.ts', `${PROGRAM}const wrong: number = 'text';\nconsole.log(wrong);\n`);
	const { code, stderr } = await finish(start('onrecord'));
	expect(code).toBe(3);
	expect(stderr).toContain('src/cli.ts(5,7): error TS2322');
	expect(stderr).toContain('the build failed');
	expect(readFileSync(join(checkout, 'dist/src/cli.js'), 'utf8')).toBe(before);
	expect(await builds()).toEqual(['dist']);
});
