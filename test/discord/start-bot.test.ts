import { expect, test } from 'vitest';
import { startDiscord } from '../../src/preview/stand-in/stand-in.js';
import { bakery, ferry, fixtureLibrary } from '../commands/fixture-library.js';
import { connectBot, startTestBot } from '../commands/start-test-bot.js';

test('GIVEN a registration that fails at first THEN the bot serves meanwhile', async () => {
	const discord = await startDiscord();
	discord.faults.serverError(/commands/);
	const bot = await connectBot(discord, fixtureLibrary());
	expect(discord.gateway.ready).toBe(true);
	expect(discord.commands.list(null)).toEqual([]);
	await bot.stop();
	await discord.close();
});

test('GIVEN a dropped connection THEN what was asked meanwhile is answered after the resumption', async () => {
	const { discord } = await startTestBot();
	const reader = discord.person({ name: 'reader' });
	const channel = discord.serverChannel();
	discord.gateway.cut();
	expect((await reader.command(channel, 'articles')).text).toContain('2 articles');
});

test('GIVEN another library after a restart THEN buttons of articles that stayed work, and the others say why not', async () => {
	const { discord, bot } = await startTestBot();
	const reader = discord.person({ name: 'reader' });
	const channel = discord.serverChannel();
	const stays = await reader.command(channel, 'quote', { speaker: 'Solheim' });
	const goes = await reader.command(channel, 'quote', { speaker: 'Moreau' });
	const speakers = await reader.command(channel, 'speakers');
	await bot.stop();
	const changed = { ...ferry, article: { ...ferry.article, text: ferry.article.text.replace('diesel', 'coal..') } };
	const next = await connectBot(discord, fixtureLibrary([changed, bakery]));
	expect((await reader.click(stays, 'Context')).text).toContain('Nurses come');
	expect((await reader.click(goes, 'Context')).text).toContain('The articles have changed');
	expect((await reader.select(speakers, ['0'])).text).toContain('The articles have changed');
	await next.stop();
});

test('GIVEN no article at all THEN every command still answers', async () => {
	const { discord } = await startTestBot(fixtureLibrary([]));
	const reader = discord.person({ name: 'reader' });
	const channel = discord.serverChannel();
	expect((await reader.command(channel, 'ask', { question: 'who said no?' })).text).toContain(
		"The articles don't say.",
	);
	expect((await reader.command(channel, 'quote')).text).toContain('no quotation');
	for (const name of ['speakers', 'articles', 'help']) expect((await reader.command(channel, name)).text).not.toBe('');
	expect(await reader.autocomplete(channel, 'ask', 'question', '')).toEqual([]);
	expect(discord.violations).toEqual([]);
});
