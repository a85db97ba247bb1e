import { type ChatInputCommandInteraction, type DiscordAPIError, Events, type Interaction, Routes } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { connect, newClient, SAY } from './client.js';

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

async function start(handle: (interaction: ChatInputCommandInteraction) => unknown = (it) => it.reply('done')) {
	const on = (it: Interaction) => (it.isChatInputCommand() ? handle(it) : undefined);
	const { discord, client, close: stop } = await connect(on);
	close = stop;
	await client.application?.commands.set([SAY] as never);
	const place = discord.serverChannel();
	const ada = discord.person({ name: 'Ada' });
	return { discord, client, place, say: () => ada.command(place, 'say', { text: 'x' }) };
}

const EDIT = /^PATCH \/webhooks\//;
const CALLBACK = /callback$/;

test('GIVEN a 429 on an edit THEN discord.js waits and the edit arrives', async () => {
	const { discord, say } = await start(async (it) => {
		await it.deferReply();
		await it.editReply('late');
	});
	discord.faults.rateLimit(EDIT, { retryAfter: 0.2 });
	expect((await say()).text).toBe('late');
	const edits = () => discord.http.log.filter(({ method }) => method === 'PATCH').map(({ status }) => status);
	await expect.poll(edits).toEqual([429, 200]);
});

test('GIVEN a global 429 THEN discord.js holds everything back for its time', async () => {
	const { discord, client } = await start();
	discord.faults.rateLimit(/users/, { retryAfter: 1, global: true });
	await client.rest.get(Routes.user());
	expect(discord.http.log.slice(-2).map(({ status }) => status)).toEqual([429, 200]);
});

test('GIVEN more requests than a bucket holds THEN the headers make discord.js wait, and no 429 is needed', async () => {
	const { discord, say } = await start(async (it) => {
		await it.deferReply();
		for (let n = 1; n <= 7; n++) await it.editReply(`${n}`);
	});
	const reply = await say();
	await expect.poll(() => reply.text, { timeout: 10_000 }).toBe('7');
	expect(discord.http.log.some(({ status }) => status === 429)).toBe(false);
});

test('GIVEN two server errors THEN discord.js tries again', async () => {
	const { discord, say } = await start(async (it) => {
		await it.deferReply();
		await it.editReply('at last');
	});
	discord.faults.serverError(EDIT, { status: 502, times: 2 });
	expect((await say()).text).toBe('at last');
});

test('GIVEN a connection lost after the callback was carried out THEN a second one is told 40060', async () => {
	const codes: unknown[] = [];
	const { discord, say } = await start(async (it) => {
		await it.reply('once').catch(() => codes.push('lost'));
		const route = Routes.interactionCallback(it.id, it.token);
		const body = { type: 4, data: { content: 'twice' } };
		await it.client.rest.post(route, { body, auth: false }).catch((error: DiscordAPIError) => codes.push(error.code));
	});
	discord.faults.drop(CALLBACK, { when: 'after' });
	expect((await say()).text).toBe('once');
	await expect.poll(() => codes).toEqual(['lost', 40060]);
});

test('GIVEN no callback within three seconds THEN the person is told and a late one gets 10062', async () => {
	const codes: unknown[] = [];
	const { discord, say } = await start(async (it) => {
		discord.world.clock.advance(3_000);
		await it.reply('too late').catch((error: DiscordAPIError) => codes.push(error.code));
	});
	await expect(say()).rejects.toThrow('did not respond');
	await expect.poll(() => codes).toEqual([10062]);
});

test('GIVEN an edit after fifteen minutes THEN the token is no longer taken', async () => {
	const codes: unknown[] = [];
	const { discord, say } = await start(async (it) => {
		await it.reply('soon');
		discord.world.clock.advance(15 * 60_000);
		await it.editReply('too late').catch((error: DiscordAPIError) => codes.push(error.code));
	});
	await say();
	await expect.poll(() => codes).toEqual([50027]);
});

test('GIVEN an app that only its user installed THEN the sixth follow-up is refused', async () => {
	const codes: unknown[] = [];
	const { discord } = await start(async (it) => {
		await it.reply('first');
		for (let n = 1; n <= 6; n++) await it.followUp(`${n}`).catch((error: DiscordAPIError) => codes.push(error.code));
	});
	const reply = await discord.person({ name: 'Bo' }).command(discord.groupChat(), 'say', { text: 'x' });
	await expect.poll(() => codes, { timeout: 10_000 }).toEqual([40094]);
	expect(reply.followUps).toHaveLength(5);
});

test('GIVEN a channel where the bot is no member THEN its routes are closed to it', async () => {
	const { discord, client } = await start();
	const post = client.rest.post(Routes.channelMessages(discord.groupChat().id), { body: { content: 'x' } });
	await expect(post).rejects.toMatchObject({ code: 50001, status: 403 });
});

test.each<[string, (discord: Awaited<ReturnType<typeof start>>['discord']) => void]>([
	['the connection is closed with 4000', ({ gateway }) => gateway.close(4000)],
	['the connection is cut', ({ gateway }) => gateway.cut()],
	['the gateway asks to reconnect', ({ gateway }) => gateway.askToReconnect()],
])('GIVEN %s THEN the session is resumed and what was missed is replayed', async (_what, disturb) => {
	const { discord, say } = await start();
	disturb(discord);
	expect((await say()).text).toBe('done');
	await expect.poll(() => discord.gateway.counts).toEqual({ identified: 1, resumed: 1 });
});

test('GIVEN an invalid session THEN the bot identifies anew', async () => {
	const { discord, client, say } = await start();
	discord.gateway.invalidateSessions();
	await new Promise((resolve) => client.once(Events.ShardReady, resolve));
	expect((await say()).text).toBe('done');
	expect(discord.gateway.counts.identified).toBe(2);
});

test('GIVEN heartbeats without an answer THEN the bot reconnects and resumes', async () => {
	const { discord, client, say } = await start();
	discord.faults.heartbeatMs = 300;
	discord.gateway.close(4000);
	await new Promise((resolve) => client.once(Events.ShardResume, resolve));
	discord.faults.heartbeatAcks = false;
	await expect.poll(() => discord.gateway.counts.resumed, { timeout: 10_000 }).toBeGreaterThan(1);
	discord.faults.clear();
	expect((await say()).text).toBe('done');
});

test('GIVEN a wrong token THEN HTTP says 401 and the gateway closes with 4004', async () => {
	const { discord } = await start();
	const stranger = newClient(discord);
	await expect(stranger.login('another.token.altogether')).rejects.toThrow();
	expect(discord.violations).toEqual([]);
});

test('GIVEN an intent that was not granted THEN the gateway closes with 4014', async () => {
	const { discord } = await start();
	const socket = new WebSocket(`${discord.url.replace('http', 'ws').replace('/api', '/gateway')}`);
	const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
	socket.addEventListener('open', () =>
		socket.send(JSON.stringify({ op: 2, d: { token: discord.token, intents: 1 << 15 } })),
	);
	expect(await closed).toBe(4014);
});

test('GIVEN refused connections THEN a login fails, and works once they are taken again', async () => {
	const { discord } = await start();
	await discord.refuse();
	const second = newClient(discord);
	await expect(second.login(discord.token)).rejects.toThrow();
	await second.destroy();
	await discord.accept();
	const third = newClient(discord);
	const ready = new Promise((resolve) => third.once(Events.ClientReady, resolve));
	await third.login(discord.token);
	await ready;
	await third.destroy();
});
