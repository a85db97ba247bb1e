import { decodeText } from '../article/decode-text.js';
import { readByteLines } from '../article/read-byte-lines.js';
import { UserError } from '../errors.js';
import { type Terminal, write } from './terminal.js';

/** Longest line that is read, in bytes: an article of the longest kind, and room for the rest of its object. */
const LINE_BYTES_MAX = 16 * 1024 * 1024;

/**
 * Answers JSON Lines: one object a line from standard input, one a line to standard output, in the same order. A bad
 * line gets `{"id":…,"error":"…"}` and the next one is read; empty lines are skipped.
 *
 * @param answer - Gives the reply to one line's object, without its `id`; what it throws becomes that line's error.
 * @throws {UserError} At the end, when some lines could not be answered; what could be has been written.
 */
export async function answerLines(terminal: Terminal, answer: (line: object) => object): Promise<void> {
	let total = 0;
	let failed = 0;
	for await (const { bytes, number } of readByteLines(terminal.stdin, LINE_BYTES_MAX)) {
		let id: unknown = null;
		let reply: object;
		try {
			const line = parseLine(bytes, number);
			if (line === null) continue;
			if ('id' in line) id = line.id;
			reply = answer(line);
		} catch (error) {
			failed += 1;
			reply = { error: error instanceof Error ? error.message : String(error) };
		}
		total += 1;
		await write(terminal.stdout, `${JSON.stringify({ id, ...reply })}\n`);
	}
	if (failed > 0) throw new UserError(`${failed} of ${total} lines could not be answered; "error" in each says why.`);
}

/** @returns The line's object; `null` for an empty line. */
function parseLine(bytes: Uint8Array | null, number: number): object | null {
	const refuse = (reason: string) => new UserError(`line ${number} ${reason}`);
	if (bytes === null) throw refuse(`is longer than ${LINE_BYTES_MAX / 1024 / 1024} MB`);
	const decoded = decodeText(bytes);
	if ('reason' in decoded) throw refuse(decoded.reason);
	if (decoded.text.trim() === '') return null;
	let value: unknown;
	try {
		value = JSON.parse(decoded.text);
	} catch (error) {
		throw refuse(`is not JSON: ${error instanceof Error ? error.message : error}`);
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse('is not a JSON object');
	return value;
}
