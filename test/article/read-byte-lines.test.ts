import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readByteLines } from '../../src/article/read-byte-lines.js';

async function read(text: string, chunkSize: number, maxBytes: number) {
	const bytes = Buffer.from(text);
	async function* chunks() {
		for (let start = 0; start < bytes.length; start += chunkSize) yield bytes.subarray(start, start + chunkSize);
	}
	const lines: (string | null)[] = [];
	for await (const { number, bytes: line } of readByteLines(chunks(), maxBytes)) {
		expect(number).toBe(lines.length + 1);
		lines.push(line === null ? null : Buffer.from(line).toString());
	}
	return lines;
}

test.each([
	['lines', 'a\nbc\n', ['a', 'bc']],
	['no line end at the end', 'a\nbc', ['a', 'bc']],
	['empty lines', '\n\na\n\n', ['', '', 'a', '']],
	['nothing', '', []],
	['a line that is too long', 'a\nbcdefghijk\nl', ['a', null, 'l']],
])('GIVEN %s THEN each comes with its number', async (_case, text, expected) => {
	for (const chunkSize of [1, 2, 100]) expect(await read(text, chunkSize, 5)).toEqual(expected);
});

test('GIVEN any text in pieces of any size THEN the lines are those of the text', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.string({ unit: fc.constantFrom('a', 'é', '👍', '\n') }),
			fc.integer({ min: 1, max: 9 }),
			async (text, size) => {
				const expected = text.split('\n');
				if (expected.at(-1) === '') expected.pop();
				expect(await read(text, size, 1_000)).toEqual(expected);
			},
		),
	);
});
