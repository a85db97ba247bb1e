import { REST } from 'discord.js';
import { commandList } from '../commands/index.js';
import { readConfig } from './config.js';
import { isWrongToken } from './discord/discord-error.js';
import { registerCommands } from './discord/register-commands.js';
import { ConfigError } from './errors.js';

/**
 * Registers the commands with Discord, without starting the bot.
 *
 * @param guildId - The one server to register them in; `DISCORD_GUILD_ID` when absent, and everywhere without that.
 * @returns Whether Discord's list had to be changed, and how many commands it has.
 * @throws {ConfigError} When a setting is missing or wrong, the token among them.
 */
export async function register(guildId?: string): Promise<{ changed: boolean; count: number }> {
	const env = guildId === undefined ? process.env : { ...process.env, DISCORD_GUILD_ID: guildId };
	const config = readConfig(env, ['DISCORD_TOKEN']);
	const rest = new REST({ api: config.apiUrl }).setToken(config.token ?? '');
	try {
		return await registerCommands(rest, commandList, config);
	} catch (error) {
		if (!isWrongToken(error)) throw error;
		throw new ConfigError('Discord refuses to register the commands:', [
			{ where: 'DISCORD_TOKEN', reason: 'is not a token that Discord knows' },
		]);
	}
}
