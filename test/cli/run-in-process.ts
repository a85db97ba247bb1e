import { PassThrough, Readable } from 'node:stream';
import { runProgram } from '../../src/cli/program.js';

/** Runs the command line inside the test, with streams of its own. */
export async function runInProcess(
	args: readonly string[],
	{ input = '', env = {} }: { input?: string | Buffer; env?: Record<string, string> } = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
	const stdout = collectScreen();
	const stderr = collectScreen();
	const stdin = Readable.from(input.length === 0 ? [] : [Buffer.from(input)]);
	const code = await runProgram(args, { stdin, stdout: stdout.stream, stderr: stderr.stream, env });
	return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** A screen that keeps what is written to it. */
export function collectScreen(screen: { isTTY?: boolean; columns?: number } = {}): {
	stream: PassThrough & { isTTY?: boolean; columns?: number };
	text: () => string;
} {
	const stream = Object.assign(new PassThrough(), screen);
	const chunks: Buffer[] = [];
	stream.on('data', (chunk: Buffer) => chunks.push(chunk));
	return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
