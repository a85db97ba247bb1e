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

test('GIVEN each command in a server, a direct message and a group chat THEN Discord takes every reply', async () => {
	for (const place of [channel, discord.directMessage(), discord.groupChat()]) {
		for (const [name, options] of [
			['ask', { question: 'will the timetable be printed?' }],
			['ask', { question: 'who tames the dragons of Mars?' }],
			['quote', {}],
			['quote', { about: 'rolls', card: true }],
			['speakers', {}],
			['speakers', { article: 'bakery' }],
			['articles', {}],
			['help', {}],
			['privacy', {}],
		] as const) {
			const reply = await reader.command(place, name, options);
			expect(reply.ephemeral).toBe(true);
			expect(reply.text).not.toBe('');
		}
	}
	expect(discord.violations).toEqual([]);
});

test('GIVEN a question that is answered THEN the sentence stands first, with who, where and a link', async () => {
	const reply = await reader.command(channel, 'ask', { question: 'who sells rolls after the shift of nurses?' });
	expect(reply.text).toContain(
		'> “Nurses come after their shift and buy whole bags of rolls,” said owner Ingrid Solheim.',
	);
	expect(reply.text).toContain('— **Ingrid Solheim**, owner, quoted directly');
	expect(reply.text).toContain('“A bakery opens at midnight”, Night Post, June 11, 2024, paragraph 2');
});

test('GIVEN a name that is not sure THEN the reply says so', async () => {
	const reply = await reader.command(channel, 'ask', { question: 'will the timetable be printed?' });
	expect(reply.text).toContain('— appears to be **Island Union**, reported by the article');
});

test('GIVEN words of the article that are markup, links and mentions THEN they are shown as characters', async () => {
	const reply = await reader.command(channel, 'quote', { about: 'expensive', share: true });
	expect(reply.text).toContain('\\*far\\* too expensive: see https\\://fares.example or ask \\@everyone');
	expect(reply.text).toContain('— speaker not named, quoted directly');
	expect(reply.pings).toEqual([]);
});

test('GIVEN two quotations of one speaker THEN they stand together above the name', async () => {
	const reply = await reader.command(channel, 'quote', { speaker: 'moreau' });
	expect(reply.text.match(/Ada Moreau\*\*, mayor/g)).toHaveLength(1);
	expect(reply.text).toContain('said Mayor Ada Moreau. “People on the island need the boat.”\n— **Ada Moreau**');
});

test.each([
	['a typing error and no accents', 'zeljko curcic', 'Željko Ćurčić'],
	['only the last name', 'Solheim', 'Ingrid Solheim'],
])('GIVEN a speaker typed with %s THEN it is found', async (_case, speaker, name) => {
	const reply = await reader.command(channel, 'quote', { speaker });
	expect(reply.text).toContain(`**Quotations of ${name}**`);
});

test('GIVEN a speaker who is only reported THEN that is shown, and said', async () => {
	const reply = await reader.command(channel, 'quote', { speaker: 'Island Union' });
	expect(reply.text).toContain('**What the articles report of Island Union**, whom they do not quote');
	expect(reply.text).toContain('> The winter timetable may never be printed, the union is understood to say.');
});

test.each([
	['nothing but words in quotation marks', '“whole bags of rolls”', '> “Nurses come after their shift'],
	['words in quotation marks that no article holds', '"bags of whole rolls"', "The articles don't say."],
])('GIVEN %s THEN they are looked for as they stand', async (_case, question, shown) => {
	expect((await reader.command(channel, 'ask', { question })).text).toContain(shown);
});

test('GIVEN a speaker whom nobody quotes THEN the reader alone is told', async () => {
	const reply = await reader.command(channel, 'quote', { speaker: 'Xerxes', share: true });
	expect(reply.text).toBe('These articles give no words of “Xerxes”.');
	expect(reply.ephemeral).toBe(true);
});

test('GIVEN an answer THEN More, Back and Context work', async () => {
	const answer = await reader.command(channel, 'ask', { question: 'what about the ferry this winter?' });
	const first = answer.text;
	await reader.click(answer, 'More');
	expect(answer.text).not.toBe(first);
	expect(answer.text).toContain('Less likely to answer it:');
	expect(answer.text).toContain('Page 2 of');
	await reader.click(answer, 'Back');
	expect(answer.text).toBe(first);
	const quotations = await reader.command(channel, 'quote', { speaker: 'moreau' });
	const context = await reader.click(quotations, 'Context');
	expect(context.ephemeral).toBe(true);
	expect(context.text).toContain('**Context**: paragraph');
	const other = await reader.click(context, 'Sentence 2');
	expect(other.text).toContain('To copy:');
	expect(discord.violations).toEqual([]);
});

test('GIVEN Share THEN the answer is posted once for all, with the name and without a ping', async () => {
	const answer = await reader.command(channel, 'ask', { question: 'what about the ferry this winter?' });
	const shared = (await reader.click(answer, 'Share')).followUps[0];
	expect(shared?.ephemeral).toBe(false);
	expect(shared?.text).toContain(`Shared by <@${reader.person.id}>`);
	expect(shared?.pings).toEqual([]);
	await expect.poll(() => answer.buttons.find(({ label }) => label === 'Share')?.disabled).toBe(true);
	expect(shared?.labels).toContain('Delete');
});

test('GIVEN a public answer THEN it stays as it is for all, and its asker and moderators can delete it', async () => {
	const question = { question: 'what about the ferry this winter?', share: true };
	const answer = await reader.command(channel, 'ask', question);
	const before = answer.text;
	const other = discord.person({ name: 'other' });
	const more = await other.click(answer, 'More');
	expect(more.ephemeral).toBe(true);
	expect(answer.text).toBe(before);
	const refused = await other.click(answer, 'Delete');
	expect(refused.ephemeral).toBe(true);
	expect(answer.deleted).toBe(false);
	await reader.click(answer, 'Delete');
	expect(answer.deleted).toBe(true);
	const again = await reader.command(channel, 'ask', question);
	await discord.person({ name: 'mod', moderator: true }).click(again, 'Delete');
	expect(again.deleted).toBe(true);
});

test('GIVEN a place where apps from outside may not post THEN the reader is told why it stayed private', async () => {
	const elsewhere = discord.serverChannel({ installed: false, externalApps: false });
	const answer = await reader.command(elsewhere, 'ask', { question: 'what about the ferry?', share: true });
	expect(answer.ephemeral).toBe(true);
	await expect.poll(() => answer.followUps[0]?.text).toContain('Discord kept this private');
});

test('GIVEN a card THEN it is a picture whose description holds the whole quotation, and it can be shared', async () => {
	const quotations = await reader.command(channel, 'quote', { speaker: 'moreau' });
	const card = await reader.click(quotations, 'Card');
	expect(card.attachments[0]?.description).toContain(
		'“We will not raise the fares again, whatever the winter costs us,” said Mayor Ada Moreau. — Ada Moreau',
	);
	await reader.click(card, 'Sentence 2');
	expect(card.attachments[0]?.description).toContain('“People on the island need the boat.”');
	const shared = (await reader.click(card, 'Share')).followUps[0];
	expect(shared?.attachments).toHaveLength(1);
	expect(shared?.ephemeral).toBe(false);
	expect(discord.violations).toEqual([]);
});

test('GIVEN /speakers THEN figures stand in words, the picture says the same, and the menu leads to quotations', async () => {
	const speakers = await reader.command(channel, 'speakers');
	expect(speakers.text).toContain('**Ada Moreau**, mayor of Port Alder: quoted directly 2 times, reported once');
	expect(speakers.attachments[0]?.description).toContain('Ada Moreau: quoted directly 2 times, reported once');
	const quotations = await reader.select(speakers, ['0']);
	expect(quotations.text).toContain('**Quotations of Ada Moreau**');
});

test('GIVEN /help THEN its examples are questions that are asked when pressed', async () => {
	const help = await reader.command(channel, 'help');
	expect(help.labels.length).toBeGreaterThan(0);
	const [example = ''] = help.labels;
	const answer = await reader.click(help, example);
	expect(answer.text).toContain(`**${example}**`);
});

test('GIVEN empty boxes and typed words THEN autocomplete offers what works', async () => {
	expect((await reader.autocomplete(channel, 'ask', 'question', '')).length).toBeGreaterThan(0);
	const speakers = await reader.autocomplete(channel, 'quote', 'speaker', 'mor');
	expect(speakers).toEqual([{ name: 'Ada Moreau, mayor of Port Alder', value: 'Ada Moreau' }]);
	const articles = await reader.autocomplete(channel, 'speakers', 'article', '');
	expect(articles.map(({ value }) => value)).toEqual(['bakery', 'ferry']);
});

test.each([
	['the longest question', 'ask', { question: `who ${'*said* '.repeat(142)}`.slice(0, 1000) }],
	['the longest name', 'quote', { speaker: '*X* '.repeat(250) }],
	['the longest article', 'speakers', { article: '`y` '.repeat(250) }],
	['a question of nothing but marks', 'ask', { question: '?!' }],
	['a question of nothing but small words', 'ask', { question: 'and is it of the' }],
])('GIVEN %s THEN there is a reply that fits', async (_case, name, options) => {
	expect((await reader.command(channel, name, options)).text).not.toBe('');
	expect(discord.violations).toEqual([]);
});
