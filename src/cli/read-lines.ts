import type { Readable } from 'node:stream';

const LINE_FEED = 0x0a;

/**
 * Splits a stream of bytes at line feeds alone: `node:readline` also cuts at U+2028 and U+2029, which JSON allows
 * inside a string. Reads no faster than lines are taken; a last line needs no line feed.
 */
export async function* readLines(stream: Readable): AsyncGenerator<Buffer> {
	let parts: Buffer[] = [];
	for await (const chunk of stream) {
		let rest = Buffer.from(chunk);
		for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
			yield Buffer.concat([...parts, rest.subarray(0, end)]);
			parts = [];
			rest = rest.subarray(end + 1);
		}
		if (rest.length > 0) parts.push(rest);
	}
	if (parts.length > 0) yield Buffer.concat(parts);
}
