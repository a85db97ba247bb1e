/** One line of a file, without its line end; `null` instead of its bytes where it is longer than allowed. */
export interface ByteLine {
	/** From 1. */
	readonly number: number;
	readonly bytes: Uint8Array | null;
	/** How many bytes it has, line end included. */
	readonly length: number;
}

const LINE_FEED = 0x0a;

/**
 * Parts a stream of bytes into lines and holds one line at a time. A line longer than `maxBytes` is passed over
 * without being held.
 */
export async function* readByteLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ByteLine> {
	let [parts, length, number]: [Uint8Array[], number, number] = [[], 0, 1];
	const add = (part: Uint8Array) => {
		length += part.length;
		if (length > maxBytes) parts = [];
		else parts.push(part);
	};
	const take = (lineEnd: number): ByteLine => {
		const bytes = length > maxBytes ? null : Buffer.concat(parts);
		const line = { number, bytes, length: length + lineEnd };
		[parts, length, number] = [[], 0, number + 1];
		return line;
	};
	for await (const chunk of chunks) {
		let start = 0;
		for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
			add(chunk.subarray(start, end));
			yield take(1);
			start = end + 1;
		}
		add(chunk.subarray(start));
	}
	if (length > 0) yield take(0);
}
