import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { answerLines } from '../../src/cli/answer-lines.js';
import { collectScreen } from './run-in-process.js';

async function answered(input: Buffer | string): Promise<{ error: string | null; lines: unknown[] }> {
	const stdout = collectScreen();
	const error = await answerLines(
		{ stdin: Readable.from([Buffer.from(input)]), stdout: stdout.stream, stderr: collectScreen().stream, env: {} },
		(line) => ({ fields: Object.keys(line).length }),
	).then(
		() => null,
		(reason: Error) => reason.message,
	);
	const lines = stdout.text().split('\n').filter(Boolean);
	return { error, lines: lines.map((line) => JSON.parse(line)) };
}

test('GIVEN good lines THEN each is answered under its id, in order', async () => {
	expect(await answered('{"id":"a","x":1}\n\n{"id":7}\n{}')).toEqual({
		error: null,
		lines: [
			{ id: 'a', fields: 2 },
			{ id: 7, fields: 1 },
			{ id: null, fields: 0 },
		],
	});
});

test.each([
	['broken JSON', Buffer.from('{"id":"b",'), 'line 2 is not JSON'],
	['a list', Buffer.from('[1]'), 'line 2 is not a JSON object'],
	['null', Buffer.from('null'), 'line 2 is not a JSON object'],
	['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'line 2 is not UTF-8'],
])('GIVEN %s between good lines THEN that line fails alone', async (_case, bad, reason) => {
	const { error, lines } = await answered(Buffer.concat([Buffer.from('{"id":1}\n'), bad, Buffer.from('\n{"id":2}\n')]));
	expect(error).toMatch(/^1 of 3 lines could not be answered/);
	expect(lines).toEqual([
		{ id: 1, fields: 1 },
		{ id: null, error: expect.stringContaining(reason) },
		{ id: 2, fields: 1 },
	]);
});
