import { type APIApplicationCommandOption, Client, Events } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import type { Command, Component, Deferral, Outcome } from '../../src/discord/command.js';
import { Dispatcher } from '../../src/discord/dispatcher.js';
import type { Answerable } from '../../src/discord/send-outcome.js';
import { UserError } from '../../src/errors.js';
import { createLog } from '../../src/log.js';
import { startDiscord } from '../../src/preview/stand-in/stand-in.js';
import { button, buttonRows } from '../../src/reply/components.js';

const EVERYWHERE = { contexts: [0, 1, 2], integration_types: [0, 1] };
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A bot with the one command `/try` that does what the test says, and the one button `again`. */
async function startWith(
	execute: (interaction: Answerable) => Outcome | Promise<Outcome>,
	defer: Deferral | null = null,
) {
	const discord = await startDiscord();
	cleanups.push(() => discord.close());
	const lines: string[] = [];
	const options: APIApplicationCommandOption[] = [];
	const command: Command<null> = {
		data: { ...EVERYWHERE, name: 'try', description: 'Try', options },
		defer: () => defer,
		execute,
	};
	const again: Component<null> = { prefix: 'again', execute };
	const log = createLog('debug', { write: (line) => lines.push(line) });
	const handlers = { commands: [command], messageCommands: [], components: [again] };
	const dispatcher = new Dispatcher(handlers, null, log);
	const client = new Client({ intents: [], rest: { api: discord.url } });
	client.on(Events.InteractionCreate, (interaction) => dispatcher.dispatch(interaction));
	const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(discord.token);
	await ready;
	cleanups.push(() => client.destroy());
	await client.application?.commands.set([command.data]);
	return { discord, dispatcher, lines, channel: discord.serverChannel(), reader: discord.person({ name: 'reader' }) };
}

const say = (content: string): Outcome => ({ do: 'reply', visible: 'public', reply: { content } });

test.each(['before', 'after'] as const)(
	'GIVEN a connection dropped %s the first answer arrived THEN it is sent again and counts once',
	async (when) => {
		const { discord, channel, reader } = await startWith(() => say('here'));
		discord.faults.drop(/callback/, { when });
		const reply = await reader.command(channel, 'try');
		expect(reply.text).toBe('here');
		expect(reader.sees(channel)).toHaveLength(1);
	},
);

test.each(['before', 'after'] as const)(
	'GIVEN a connection dropped %s an edit arrived THEN nothing is left thinking',
	async (when) => {
		const { discord, channel, reader } = await startWith(() => say('here'), 'public');
		discord.faults.drop(/PATCH .*@original/, { when });
		expect((await reader.command(channel, 'try')).text).toBe('here');
	},
);

test.each(['before', 'after'] as const)(
	'GIVEN a connection dropped %s a further message arrived THEN no part of the answer is missing',
	async (when) => {
		const reply = (content: string) => ({ content });
		const { discord, channel, reader } = await startWith(() => {
			return { do: 'reply', visible: 'private', reply: reply('one'), more: [reply('two'), reply('three')] };
		});
		discord.faults.drop(/POST .*webhooks/, { when });
		await reader.command(channel, 'try');
		const texts = () => [...new Set(reader.sees(channel).map(({ text }) => text))];
		await expect.poll(texts).toEqual(['one', 'two', 'three']);
	},
);

test('GIVEN a 429 and two 500s on an edit THEN it arrives late, not never', async () => {
	const { discord, channel, reader } = await startWith(() => say('here'), 'private');
	discord.faults.rateLimit(/PATCH .*@original/, { retryAfter: 0.3 });
	discord.faults.serverError(/PATCH .*@original/, { times: 2 });
	expect((await reader.command(channel, 'try')).text).toBe('here');
});

test.each([null, 'private', 'public'] as const)(
	'GIVEN something the reader can put right, deferred as %s THEN it is said to the reader alone',
	async (defer) => {
		const fail = () => {
			throw new UserError('There is no *such* article.');
		};
		const { channel, reader, lines } = await startWith(fail, defer);
		await reader.command(channel, 'try').catch(() => undefined);
		await expect
			.poll(() => reader.sees(channel).map(({ text, ephemeral }) => [text, ephemeral]))
			.toEqual([['There is no \\*such\\* article.', true]]);
		expect(lines.join('')).not.toContain('"level":50');
	},
);

test('GIVEN a bug THEN it is logged with its stack, and the reader gets the reference', async () => {
	const { channel, reader, lines } = await startWith(() => {
		throw new Error('cannot happen');
	});
	const reply = await reader.command(channel, 'try');
	expect(reply.ephemeral).toBe(true);
	const logged = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'command failed');
	expect(logged).toMatchObject({ level: 50, command: 'try', err: { message: 'cannot happen' } });
	expect(reply.text).toContain(logged.reference);
});

test('GIVEN a button of another version THEN the reader is told', async () => {
	const rows = buttonRows([button('gone:1', 'Old')]);
	const { channel, reader } = await startWith(() => ({
		do: 'reply',
		visible: 'public',
		reply: { content: 'a', rows },
	}));
	const answer = await reader.click(await reader.command(channel, 'try'), 'Old');
	expect(answer.ephemeral).toBe(true);
	expect(answer.text).toContain('another version');
});

test('GIVEN more than anybody can read THEN the reader is told how many seconds to wait, and others are not', async () => {
	const { discord, channel, reader } = await startWith(() => say('here'));
	const texts: string[] = [];
	for (let i = 0; i < 31; i++) texts.push((await reader.command(channel, 'try')).text);
	expect(texts.filter((text) => text === 'here')).toHaveLength(30);
	expect(texts.at(-1)).toMatch(/try again in \d+ seconds?\./);
	expect((await discord.person({ name: 'other' }).command(channel, 'try')).text).toBe('here');
});

test('GIVEN the end THEN what is under way is finished and newcomers are asked to come back', async () => {
	let release = (_: Outcome) => {};
	const outcome = new Promise<Outcome>((resolve) => {
		release = resolve;
	});
	let asked = 0;
	const { dispatcher, channel, reader } = await startWith(() => {
		asked += 1;
		return outcome;
	});
	const first = reader.command(channel, 'try');
	await expect.poll(() => asked).toBe(1);
	const drained = dispatcher.drain();
	expect((await reader.command(channel, 'try')).text).toContain('restarted');
	release(say('here'));
	expect((await first).text).toBe('here');
	await drained;
});

test('GIVEN an answer that comes after three seconds THEN nothing breaks', async () => {
	const { discord, channel, reader, lines } = await startWith(() => say('late'));
	discord.faults.slow(/callback/, 3300, { times: 1 });
	await expect(reader.command(channel, 'try')).rejects.toThrow('did not respond');
	await expect.poll(() => lines.join(''), { timeout: 3000 }).toContain('no longer waits');
	expect((await reader.command(channel, 'try')).text).toBe('late');
});

test('GIVEN the five posts that a user-installed app has are used up THEN the reader is told in the message', async () => {
	const rows = buttonRows([button('again:1', 'Share')]);
	const { discord, reader } = await startWith(async (interaction) => {
		if (!interaction.isButton()) return { do: 'reply', visible: 'private', reply: { content: 'mine', rows } };
		await interaction.deferUpdate();
		for (let i = 0; i < 5; i++) await interaction.followUp('before');
		return { do: 'publish', reply: { content: 'ours' }, after: { content: 'mine', rows } };
	});
	const mine = await reader.command(discord.groupChat(), 'try');
	await reader.click(mine, 'Share');
	await expect.poll(() => mine.text, { timeout: 15_000 }).toContain('Discord did not take the post.');
});
