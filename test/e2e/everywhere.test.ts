import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../src/preview/stand-in/actor.js';
import { type StandIn, startDiscord } from '../../src/preview/stand-in/stand-in.js';
import type { Place } from '../../src/preview/stand-in/world.js';
import { HARBOUR } from '../support/harbour.js';
import { writeFiles } from '../support/write-files.js';
import { BotProcess, settingsFor } from './bot-process.js';

/** Building, when something changed, and starting on a busy machine. */
const SLOW_MS = 240_000;

let discord: StandIn;

beforeEach(async () => {
	discord = await startDiscord();
});
afterEach(() => discord.close());

/** Every command, with what its reply must hold. */
const COMMANDS: readonly [string, Record<string, string | boolean>, RegExp][] = [
	['ask', { question: 'What did the mayor say about the harbour?' }, /before the winter storms/],
	['ask', { question: 'Who won the chess cup in Lima?' }, /don't say/],
	['ask', { question: 'water', speaker: 'tom ferris', share: true }, /asked the people/],
	['quote', { speaker: 'Ilse Brandt' }, /before the winter storms/],
	['quote', {}, /winter storms|work on the water|not wait|new wall/],
	['speakers', {}, /Ilse Brandt/],
	['articles', {}, /Harbour plan divides the council/],
	['help', {}, /\/ask/],
	['privacy', {}, /nothing/i],
];

async function tour(reader: Actor, place: Place): Promise<void> {
	for (const [name, options, holds] of COMMANDS) {
		const reply = await reader.command(place, name, options);
		expect(reply.text, `/${name} in a ${place.kind} place`).toMatch(holds);
		expect(reply.ephemeral, `/${name} in a ${place.kind} place`).toBe(options.share !== true);
		expect(reply.pings).toEqual([]);
	}
	const speakers = await reader.autocomplete(place, 'ask', 'speaker', 'brand');
	expect(speakers.map(({ name }) => name).join()).toContain('Ilse Brandt');
	expect((await reader.autocomplete(place, 'ask', 'question', '')).length).toBeGreaterThan(0);
}

/** The longest question that Discord lets people send. */
function longestQuestion(): string {
	const ask = discord.commands.all.find(({ name }) => name === 'ask');
	const length = ask?.options?.find(({ name }) => name === 'question')?.max_length ?? 6_000;
	return 'harbour '.repeat(length).slice(0, length);
}

test('GIVEN npm start THEN every command answers in a server, a direct message and a group chat', {
	timeout: SLOW_MS,
}, async () => {
	const LIBRARY = await writeFiles({ 'harbour.md': HARBOUR });
	const bot = new BotProcess({ ...settingsFor(discord), LIBRARY }, { npm: true });
	await bot.untilLogged('ready');
	await bot.untilLogged('commands registered');
	const group = discord.groupChat();
	for (const place of [discord.serverChannel(), discord.directMessage(), group])
		await tour(discord.person({ name: 'Ada' }), place);
	const bo = discord.person({ name: 'Bo' });
	expect((await bo.command(group, 'ask', { question: longestQuestion() })).text).toContain('harbour');
	expect(discord.violations).toEqual([]);
	expect(bot.errors).not.toMatch(/"level":(50|60)/);
	bot.stop('SIGTERM');
	await bot.ended;
});

test('GIVEN a library without articles THEN it says which folder and exits 1', { timeout: SLOW_MS }, async () => {
	const LIBRARY = await writeFiles({ 'nothing.log': 'x' });
	const bot = new BotProcess({ ...settingsFor(discord), LIBRARY });
	expect(await bot.ended).toBe(1);
	expect(bot.errors).toContain(LIBRARY);
});

test('GIVEN neither a token nor anything to read THEN it explains itself and exits 0', {
	timeout: SLOW_MS,
}, async () => {
	const bot = new BotProcess({ SHARD_COUNT: '', LIBRARY: '' });
	expect(await bot.ended).toBe(0);
	expect(bot.output).toContain('npm start');
});

test('GIVEN --page THEN the page is served until SIGTERM', { timeout: SLOW_MS }, async () => {
	const bot = new BotProcess({ PORT: '0', SHARD_COUNT: '' }, { args: ['--page'] });
	await bot.untilSaid('http://127.0.0.1:');
	const [url = ''] = /http:\/\/\S+/.exec(bot.output) ?? [];
	expect((await fetch(url)).status).toBe(200);
	bot.stop('SIGTERM');
	expect(await bot.ended).toBe(0);
});

test('GIVEN an argument that it does not know THEN it says which it takes and exits 2', {
	timeout: SLOW_MS,
}, async () => {
	const bot = new BotProcess({}, { args: ['--pages'] });
	expect(await bot.ended).toBe(2);
	expect(bot.errors).toContain('--page or --terminal');
});
