import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { packagePath } from '../../src/package-root.js';

/** How a child process is run: what it reads, its settings, where, and as which user. */
export interface RunOptions {
	readonly input?: string | Buffer;
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	readonly uid?: number;
}

/** Starts the built command line, as a user's shell does. */
export function spawnBuilt(args: readonly string[], { env = {}, cwd, uid }: RunOptions = {}) {
	const inherited = { PATH: process.env.PATH ?? '', LOG_LEVEL: 'silent', ...env };
	return spawn(process.execPath, [packagePath('dist', 'src', 'cli.js'), ...args], {
		env: inherited,
		...(cwd !== undefined && { cwd }),
		...(uid !== undefined && { uid }),
	});
}

/** Runs the built command line to its end. */
export async function runBuilt(
	args: readonly string[],
	options: RunOptions = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
	const child = spawnBuilt(args, options);
	// A program that ends without reading its input closes the pipe under our hands; that is its right.
	child.stdin.on('error', () => {});
	child.stdin.end(options.input ?? '');
	const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
	return { code, stdout, stderr };
}
