import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../src/preview/stand-in/actor.js';
import type { StandIn } from '../../src/preview/stand-in/stand-in.js';
import type { Place } from '../../src/preview/stand-in/world.js';
import { startTestBot } from './start-test-bot.js';

let discord: StandIn;
let reader: Actor;
let channel: Place;

beforeEach(async () => {
	({ discord } = await startTestBot());
	reader = discord.person({ name: 'reader' });
	channel = discord.serverChannel();
});

const check = async (text: string) => (await reader.command(channel, 'check', { text })).text;

test('GIVEN words as printed THEN they are exact, with who said them', async () => {
	const text = await check('“People on the island need the boat.”');
	expect(text).toMatch(/^\*\*Exact\.\*\*/);
	expect(text).toContain('— **Ada Moreau**, mayor of Port Alder, quoted directly');
});

test('GIVEN a changed word THEN it is struck, the printed one is bold, and both stand in words', async () => {
	const text = await check('Moreau: “We will never raise the fares again, whatever the winter costs us”');
	expect(text).toMatch(/^\*\*Altered\.\*\* 1 difference/);
	expect(text).toContain('> We will ~~never~~ raise the fares again');
	expect(text).toContain('> We will **not** raise the fares again');
	expect(text).toContain('- the article says “not”, the claim says “never”');
});

test('GIVEN right words under a wrong name THEN the true speaker is named', async () => {
	const text = await check('“She has sailed for forty years and she will sail for forty more,” said Ada Moreau.');
	expect(text).toMatch(/^\*\*Misattributed\.\*\*/);
	expect(text).toContain('**Željko Ćurčić** said it, not Ada Moreau.');
});

test('GIVEN words that stop early THEN the rest of what the speaker said is shown', async () => {
	expect(await check('“We will not raise the fares again”')).toContain('> whatever the winter costs us');
});

test('GIVEN words that nobody said THEN they are not found', async () => {
	expect(await check('“The moon is a friendly place for whales and tailors”')).toMatch(/^\*\*Not found\.\*\*/);
});

test('GIVEN a claim that the articles make THEN the verdict says who makes it', async () => {
	const text = await check('The council would vote in June.');
	expect(text).toMatch(/^\*\*Seems supported:\*\* “.+” \*\*Ada Moreau\*\* says so/);
});

test('GIVEN a claim that conflicts THEN what differs is pointed at', async () => {
	const text = await check('The council would vote in July.');
	expect(text).toMatch(/^\*\*Seems contradicted:\*\*/);
	expect(text).toContain('~~July~~');
	expect(text).toContain('**June**');
	expect(text).toContain('the article says “June”, the claim says “July”');
});

test('GIVEN a claim about something else THEN it is not covered', async () => {
	expect(await check('Dragons live on Mars.')).toMatch(/^\*\*Not covered\.\*\*/);
});

test.each([
	['no words at all', '???'],
	['a question', 'Will it ever end?'],
])('GIVEN %s THEN the reader is told kindly', async (_case, text) => {
	expect(await check(text)).toContain('There is nothing to check in that');
});

test('GIVEN a message with quotations and claims THEN each has its verdict, and they can be shared', async () => {
	const message = reader.say(
		channel,
		'“People on the island need the boat.” said Moreau. “Nurses come after their shift and buy whole bags of bread”! Dragons live on Mars.',
	);
	const verdicts = await reader.messageCommand('Check this message', message);
	expect(verdicts.ephemeral).toBe(true);
	for (const verdict of ['Exact', 'Altered', 'Not covered']) expect(verdicts.text).toContain(`**${verdict}.**`);
	expect((await reader.click(verdicts, 'Context')).text).toContain('To copy:');
	const shared = (await reader.click(verdicts, 'Share')).followUps[0];
	expect(shared?.ephemeral).toBe(false);
	expect(shared?.labels).toEqual(['Context', 'Delete']);
});

test.each([
	['words in an embed', { embeds: [{ title: 'News', description: '“People on the island need the boat.”' }] }],
	[
		'a forwarded message',
		{
			message_reference: { type: 1, channel_id: '900000000000000001', message_id: '900000000000000002' },
			message_snapshots: [{ message: { content: '“People on the island need the boat.”', embeds: [] } }],
		},
	],
])('GIVEN %s THEN they are checked', async (_case, more) => {
	const message = reader.say(channel, '', more as object);
	const verdicts = await reader.messageCommand('Check this message', message);
	expect(verdicts.text).toContain('**Exact.**');
});

test('GIVEN a message of nothing but a picture THEN the reader is told kindly', async () => {
	const verdicts = await reader.messageCommand('Check this message', reader.say(channel, ''));
	expect(verdicts.text).toContain('There is nothing to check in that');
});

test('GIVEN more verdicts than one message holds THEN others follow, privately, and none is cut', async () => {
	const long = 'of a thing that nobody in this town has ever seen or heard or read about in any paper '
		.repeat(3)
		.trim();
	const text = Array.from({ length: 10 }, (_, index) => `We will not raise ${index} fares ${long}.`).join(' ');
	const message = reader.say(channel, text);
	const verdicts = await reader.messageCommand('Check this message', message);
	await expect.poll(() => verdicts.followUps.length).toBeGreaterThan(0);
	for (const reply of [verdicts, ...verdicts.followUps]) expect(reply.ephemeral).toBe(true);
	expect(discord.violations).toEqual([]);
});
