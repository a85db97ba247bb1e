import { readLines } from './read-lines.js';
import { type Terminal, write } from './terminal.js';

/**
 * Answers JSON Lines: one object a line from standard input, one a line to standard output, in the same order. A bad
 * line gets `{"id":…,"error":"…"}` and the next one is read; blank lines are skipped.
 *
 * @param answer - Gives the reply to one line's object, without its `id`; what it throws becomes that line's error.
 * @returns How many lines could not be answered.
 */
export async function answerLines(terminal: Terminal, answer: (line: object) => object): Promise<number> {
	let failed = 0;
	for await (const bytes of readLines(terminal.stdin)) {
		let id: unknown = null;
		let reply: object;
		try {
			const line = parseLine(bytes);
			if (line === null) continue;
			if ('id' in line) id = line.id;
			reply = answer(line);
		} catch (error) {
			failed += 1;
			reply = { error: error instanceof Error ? error.message : String(error) };
		}
		await write(terminal.stdout, `${JSON.stringify({ id, ...reply })}\n`);
	}
	return failed;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @returns The line's object; `null` for a blank line. */
function parseLine(bytes: Buffer): object | null {
	const text = decode(bytes);
	if (text.trim() === '') return null;
	const value = parseJson(text);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new SyntaxError('expected a JSON object, such as {"id":"1","question":"…"}');
	}
	return value;
}

function decode(bytes: Buffer): string {
	try {
		return utf8.decode(bytes);
	} catch {
		throw new SyntaxError('the line is not valid UTF-8');
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new SyntaxError(`the line is not valid JSON: ${error instanceof Error ? error.message : error}`);
	}
}
