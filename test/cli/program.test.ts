import { expect, test } from 'vitest';
import { packageVersion } from '../../src/package-root.js';
import { runInProcess } from './run-in-process.js';

test('GIVEN --version THEN the version alone is printed', async () => {
	expect(await runInProcess(['--version'])).toEqual({ code: 0, stdout: `${packageVersion()}\n`, stderr: '' });
});

test('GIVEN --help THEN it fits 80 columns and names the exit codes', async () => {
	const { code, stdout } = await runInProcess(['--help']);
	expect(code).toBe(0);
	expect(stdout).toContain('Exit codes: 0 done, 1 some input was bad');
	for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test.each([
	['no command', []],
	['an unknown command', ['answer']],
	['an unknown option', ['--verbose']],
])('GIVEN %s THEN usage is explained on standard error, exit code 2', async (_case, args) => {
	const { code, stdout, stderr } = await runInProcess(args);
	expect(code).toBe(2);
	expect(stdout).toBe('');
	expect(stderr).not.toBe('');
});
