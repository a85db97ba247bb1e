import { REST } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandList } from '../../commands/index.js';
import { registerCommands } from '../../src/discord/register-commands.js';
import { type StandIn, startDiscord } from '../../src/preview/stand-in/stand-in.js';

let discord: StandIn;
let rest: REST;

beforeEach(async () => {
	discord = await startDiscord();
	rest = new REST({ api: discord.url }).setToken(discord.token);
});
afterEach(() => discord.close());

test('GIVEN the same commands again THEN nothing is written', async () => {
	const everywhere = { applicationId: null, guildId: null };
	expect(await registerCommands(rest, commandList, everywhere)).toMatchObject({ changed: true });
	discord.faults.serverError(/^PUT/);
	expect(await registerCommands(rest, commandList, everywhere)).toEqual({ changed: false, count: commandList.length });
});

test('GIVEN one server THEN the commands are there and nowhere else, and comparing works there too', async () => {
	const { guild } = discord.serverChannel();
	const here = { applicationId: discord.world.application.id, guildId: guild?.id ?? '' };
	expect(await registerCommands(rest, commandList, here)).toMatchObject({ changed: true });
	expect(await registerCommands(rest, commandList, here)).toMatchObject({ changed: false });
	expect(discord.commands.list(null)).toEqual([]);
});

test.each([
	['a description', (command: object) => ({ ...command, description: 'Other' })],
	['a translation', (command: object) => ({ ...command, description_localizations: { de: 'Anders' } })],
	['an option', (command: object) => ({ ...command, options: [] })],
	['where it works', (command: object) => ({ ...command, contexts: [0] })],
])('GIVEN %s that differs THEN the list is written', async (_case, change) => {
	const everywhere = { applicationId: null, guildId: null };
	await registerCommands(rest, commandList, everywhere);
	const [first, ...others] = commandList;
	const changed = [{ ...first, ...change(first ?? {}) } as (typeof commandList)[number], ...others];
	expect(await registerCommands(rest, changed, everywhere)).toMatchObject({ changed: true });
});
