import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** A stream that people may be looking at. */
export type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Where a command reads from and writes to: the process's own streams, or a test's. */
export interface Terminal {
	readonly stdin: Readable & { readonly isTTY?: boolean };
	/** Results alone; progress, notices and errors go to `stderr`. */
	readonly stdout: Screen;
	readonly stderr: Screen;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** @returns The streams of this process. A reader that has seen enough (`| head`) ends it without a word. */
export function processTerminal(): Terminal {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EPIPE') throw error;
			process.exit();
		});
	}
	return process;
}

/** Writes `text` and waits while the reader at the other end is slower than we are. */
export async function write(stream: Writable, text: string): Promise<void> {
	if (!stream.write(text)) await once(stream, 'drain');
}
