import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines } from '../../src/cli/read-lines.js';

async function linesOf(chunks: readonly Buffer[]): Promise<string[]> {
	const lines: string[] = [];
	for await (const line of readLines(Readable.from(chunks))) lines.push(line.toString('utf8'));
	return lines;
}

test.each([
	['no input', '', []],
	['a last line without a line feed', 'a\nb', ['a', 'b']],
	['blank lines', '\n\na\n', ['', '', 'a']],
	['a line separator inside a line, as JSON allows', 'a\u2028b\nc\n', ['a\u2028b', 'c']],
])('GIVEN %s THEN lines end at line feeds alone', async (_case, text, lines) => {
	expect(await linesOf([Buffer.from(text)])).toEqual(lines);
});

test('GIVEN any text in any pieces THEN the lines are those of the whole', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 7 }), async (parts, size) => {
			const bytes = Buffer.from(parts.join('\n'));
			const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
				bytes.subarray(i * size, (i + 1) * size),
			);
			const whole = bytes.toString('utf8').split('\n');
			if (whole.at(-1) === '') whole.pop();
			expect(await linesOf(chunks)).toEqual(whole);
		}),
	);
});
