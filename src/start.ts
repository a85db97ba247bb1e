import { parseArgs } from 'node:util';
import { handlers } from '../commands/index.js';
import { createServices, warmUp } from '../commands/services.js';
import { runSession } from './cli/session.js';
import { type Config, loadEnvFile, readConfig } from './config.js';
import { LoginError } from './discord/login.js';
import { startBot } from './discord/start-bot.js';
import { ConfigError, DataError } from './errors.js';
import { openLibrary } from './library/open-library.js';
import { createLog, type Log } from './log.js';
import { runPreview } from './preview/run-preview.js';
import type { Library } from './search/library.js';

/** What the exit code tells whoever started the program. */
const EXIT = { done: 0, badArticles: 1, wrongUsage: 2, cannotStart: 3 } as const;

/**
 * Runs the bot when there is a `DISCORD_TOKEN`. When there is none, serves the preview's page, or holds a session in the
 * terminal when `--terminal` asks for it or questions come through a pipe.
 *
 * @returns The exit code, after the end; what went wrong has been said on standard error.
 */
export async function start(args: readonly string[] = process.argv.slice(2)): Promise<number> {
	const wanted = readArguments(args);
	if (wanted === null) {
		process.stderr.write('onrecord: npm start takes --page or --terminal, and nothing else.\n');
		return EXIT.wrongUsage;
	}
	try {
		loadEnvFile();
		const config = readConfig();
		forgetShardSettings();
		if (config.token !== null) await runBot(config, config.token, createLog(config.logLevel));
		else if (wantsPage(wanted)) await runPreview(config, previewLog(config), untilStopped());
		else await runSession();
		return EXIT.done;
	} catch (error) {
		process.stderr.write(`onrecord: ${explain(error)}\n`);
		return error instanceof DataError ? EXIT.badArticles : EXIT.cannotStart;
	}
}

/** discord.js would read these by itself too, in a form of its own, and an empty one from `.env` would stop it. */
function forgetShardSettings(): void {
	delete process.env.SHARDS;
	delete process.env.SHARD_COUNT;
}

interface Wanted {
	readonly page?: boolean;
	readonly terminal?: boolean;
}

function readArguments(args: readonly string[]): Wanted | null {
	try {
		return parseArgs({ args: [...args], options: { page: { type: 'boolean' }, terminal: { type: 'boolean' } } }).values;
	} catch {
		return null;
	}
}

/** A page is for people: whoever pipes something in, or nothing, gets text unless a port was asked for. */
function wantsPage({ page, terminal }: Wanted): boolean {
	if (page || terminal) return page === true;
	return process.stdin.isTTY || Boolean(process.env.PORT?.trim());
}

/** The terminal belongs to the page's address, so only what goes wrong is logged unless more is asked for. */
function previewLog({ logLevel }: Config): Log {
	return createLog(process.env.LOG_LEVEL?.trim() ? logLevel : 'warn');
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
function untilStopped(): Promise<NodeJS.Signals> {
	return new Promise((resolve) => {
		process.once('SIGTERM', resolve).once('SIGINT', resolve);
	});
}

async function runBot(config: Config, token: string, log: Log): Promise<void> {
	const stopped = untilStopped();
	process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'));
	const stopping = new AbortController();
	const starting = openLogged(config, log).then(async (library) => {
		const services = createServices(library);
		const bot = await startBot({ config, token, handlers, services, log });
		void warmUp(services, stopping.signal);
		return bot;
	});
	const bot = await Promise.race([starting, stopped.then(() => null)]);
	if (bot === null) return;
	void stopped.then(() => stopping.abort());
	const signal = await Promise.race([stopped, bot.lost]);
	log.info({ signal }, 'stopping');
	await bot.stop();
	log.info('stopped');
}

async function openLogged(config: Config, log: Log): Promise<Library> {
	const started = performance.now();
	const library = await openLibrary({ location: config.library ?? undefined });
	const { articles, sentences } = library;
	const ms = Math.round(performance.now() - started);
	log.info({ articles: articles.length, sentences: sentences.count, ms }, 'library loaded');
	return library;
}

function explain(error: unknown): string {
	if (error instanceof ConfigError || error instanceof DataError || error instanceof LoginError) return error.message;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
