import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StandIn, startDiscord } from '../../src/preview/stand-in/stand-in.js';
import { BotProcess, settingsFor } from './bot-process.js';

/** Building, when something changed, and starting on a busy machine. */
const SLOW_MS = 180_000;

let discord: StandIn;

beforeEach(async () => {
	discord = await startDiscord();
});
afterEach(() => discord.close());

test('GIVEN a token THEN it registers, answers, finishes what it is answering on SIGTERM and exits 0', {
	timeout: SLOW_MS,
}, async () => {
	const bot = new BotProcess(settingsFor(discord));
	await bot.untilLogged('ready');
	await bot.untilLogged('commands registered');
	const reader = discord.person({ name: 'reader' });
	const channel = discord.serverChannel();
	const answer = await reader.command(channel, 'ask', { question: 'Who opposes a deal without Ukraine?' });
	expect(answer.text).toContain('Volodymyr Zelensky');

	discord.faults.slow(/callback/, 700, { times: 1 });
	const last = reader.command(channel, 'articles');
	await new Promise((resolve) => setTimeout(resolve, 100));
	bot.stop('SIGTERM');
	expect((await last).text).toContain('1 article');
	expect(await bot.ended).toBe(0);
	expect(discord.violations).toEqual([]);
	expect(bot.output).toBe('');
	expect(bot.errors).not.toContain(discord.token);
	expect(bot.errors).not.toContain('opposes');

	const again = new BotProcess(settingsFor(discord));
	await again.untilLogged('commands unchanged');
	const context = await reader.click(answer, 'Context');
	expect(context.text).toContain('To copy:');
	again.stop('SIGINT');
	expect(await again.ended).toBe(0);
});

test('GIVEN a wrong token THEN it says so and exits 3', { timeout: SLOW_MS }, async () => {
	const bot = new BotProcess({ ...settingsFor(discord), DISCORD_TOKEN: 'not.the.token' });
	expect(await bot.ended).toBe(3);
	expect(bot.errors).toContain('Discord does not accept DISCORD_TOKEN');
	expect(bot.errors).not.toContain('not.the.token');
});

test('GIVEN Discord out of reach for a moment at the start THEN it waits and starts', {
	timeout: SLOW_MS,
}, async () => {
	await discord.refuse();
	const bot = new BotProcess(settingsFor(discord));
	await bot.untilLogged('discord cannot be reached yet');
	await discord.accept();
	await bot.untilLogged('ready');
	bot.stop('SIGTERM');
	expect(await bot.ended).toBe(0);
});

test('GIVEN Discord out of reach for longer THEN it says so and exits 3', { timeout: SLOW_MS }, async () => {
	await discord.refuse();
	const bot = new BotProcess(settingsFor(discord));
	expect(await bot.ended).toBe(3);
	expect(bot.errors).toContain('Discord cannot be reached');
});

test('GIVEN wrong settings THEN all are named and it exits 3', { timeout: SLOW_MS }, async () => {
	const bot = new BotProcess({ ...settingsFor(discord), PORT: 'x', DISCORD_GUILD_ID: 'y', LOG_LEVEL: 'z' });
	expect(await bot.ended).toBe(3);
	for (const name of ['PORT', 'DISCORD_GUILD_ID', 'LOG_LEVEL']) expect(bot.errors).toContain(`  ${name}: `);
});

test('GIVEN articles that cannot be read THEN it exits 1 before it logs in', { timeout: SLOW_MS }, async () => {
	const bot = new BotProcess({ ...settingsFor(discord), LIBRARY: 'no-such-folder' });
	expect(await bot.ended).toBe(1);
	expect(bot.errors).toContain('no-such-folder');
	expect(discord.gateway.counts.identified).toBe(0);
});
