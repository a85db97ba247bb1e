import { afterEach } from 'vitest';
import { handlers } from '../../commands/index.js';
import { createServices } from '../../commands/services.js';
import { readConfig } from '../../src/config.js';
import { type Bot, startBot } from '../../src/discord/start-bot.js';
import { createLog } from '../../src/log.js';
import { type StandIn, startDiscord } from '../../src/preview/stand-in/stand-in.js';
import type { Library } from '../../src/search/library.js';
import { fixtureLibrary } from './fixture-library.js';

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** The whole bot, on a stand-in for Discord, by real sockets; both are stopped after the test. */
export async function startTestBot(library: Library = fixtureLibrary()): Promise<{ discord: StandIn; bot: Bot }> {
	const discord = await startDiscord();
	cleanups.push(() => discord.close());
	const bot = await connectBot(discord, library);
	cleanups.push(() => bot.stop());
	await untilRegistered(discord);
	return { discord, bot };
}

/** The whole bot on this stand-in; the test stops it. */
export function connectBot(discord: StandIn, library: Library): Promise<Bot> {
	return startBot({
		config: readConfig({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url }),
		token: discord.token,
		handlers,
		services: createServices(library),
		log: createLog(process.env.LOG_LEVEL ?? 'silent'),
	});
}

async function untilRegistered(discord: StandIn): Promise<void> {
	while (discord.commands.list(null).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
