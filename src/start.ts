import { handlers } from '../commands/index.js';
import { createServices } from '../commands/services.js';
import { runSession } from './cli/session.js';
import { type Config, loadEnvFile, readConfig } from './config.js';
import { LoginError } from './discord/login.js';
import { startBot } from './discord/start-bot.js';
import { ConfigError, DataError } from './errors.js';
import { openLibrary } from './library/open-library.js';
import { createLog, type Log } from './log.js';
import type { Library } from './search/library.js';

/** What the exit code tells whoever started the program. */
const EXIT = { done: 0, badArticles: 1, cannotStart: 3 } as const;

/**
 * Runs the bot when there is a `DISCORD_TOKEN`, and a session in the terminal when there is none.
 *
 * @returns The exit code, after the end; what went wrong has been said on standard error.
 */
export async function start(): Promise<number> {
	try {
		loadEnvFile();
		const config = readConfig();
		if (config.token === null) await runSession();
		else await runBot(config, config.token, createLog(config.logLevel));
		return EXIT.done;
	} catch (error) {
		process.stderr.write(`onrecord: ${explain(error)}\n`);
		return error instanceof DataError ? EXIT.badArticles : EXIT.cannotStart;
	}
}

/** Answers until SIGTERM or SIGINT; a second one ends the process at once. */
async function runBot(config: Config, token: string, log: Log): Promise<void> {
	const stopped = new Promise<NodeJS.Signals>((resolve) => {
		process.once('SIGTERM', resolve).once('SIGINT', resolve);
	});
	process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'));
	const starting = openLogged(config, log).then((library) =>
		startBot({ config, token, handlers, services: createServices(library), log }),
	);
	const bot = await Promise.race([starting, stopped.then(() => null)]);
	if (bot === null) return;
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
