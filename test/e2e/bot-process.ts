import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach } from 'vitest';
import { packagePath } from '../../src/package-root.js';
import type { StandIn } from '../../src/preview/stand-in/stand-in.js';

const running = new Set<ChildProcess>();

afterEach(() => {
	for (const child of running) signalGroup(child, 'SIGKILL');
	running.clear();
});

/** The bot as `npm start` runs it, in a process of its own. */
export class BotProcess {
	readonly #child: ChildProcess;
	/** Everything on standard error so far. */
	errors = '';
	/** Everything on standard output so far. */
	output = '';
	readonly ended: Promise<number | null>;

	/** @param npm - Starts it through npm itself, as people do. */
	constructor(env: NodeJS.ProcessEnv, { npm = false, args = [] as readonly string[] } = {}) {
		const { PATH, HOME, SystemRoot } = process.env;
		const [command = '', ...start] = npm
			? ['npm', '--prefix', packagePath(), 'start', '--']
			: [process.execPath, packagePath('scripts', 'run.mjs'), 'start'];
		this.#child = spawn(command, [...start, ...args], {
			// Away from the checkout, so that nobody's own .env takes part.
			cwd: packagePath('test'),
			env: { PATH, HOME, SystemRoot, LOG_LEVEL: 'info', ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			// A group of its own, so that signals reach what npm starts, as they do from a terminal.
			detached: process.platform !== 'win32',
			shell: npm && process.platform === 'win32',
		});
		running.add(this.#child);
		this.#child.stdout?.on('data', (data) => {
			this.output += data;
		});
		this.#child.stderr?.on('data', (data) => {
			this.errors += data;
		});
		this.ended = once(this.#child, 'close').then(([code]) => code as number | null);
	}

	/** Waits for a log line with this message; fails when the process ends before. */
	async untilLogged(message: string): Promise<void> {
		await this.untilSaid(`"msg":"${message}"`);
	}

	/** Waits until this stands on standard output or standard error; fails when the process ends before. */
	async untilSaid(message: string): Promise<void> {
		while (!(this.errors + this.output).includes(message)) {
			const ended = await Promise.race([this.ended.then(() => true), new Promise((go) => setTimeout(go, 30, false))]);
			if (ended) throw new Error(`the bot ended before it said “${message}”:\n${this.errors}`);
		}
	}

	stop(signal: NodeJS.Signals): void {
		signalGroup(this.#child, signal);
	}
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	if (process.platform === 'win32') child.kill(signal);
	else process.kill(-child.pid, signal);
}

/** Settings that lead the bot to the stand-in. */
export function settingsFor(discord: StandIn): NodeJS.ProcessEnv {
	return { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url };
}
