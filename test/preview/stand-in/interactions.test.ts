import { ButtonStyle, ComponentType, type Interaction, MessageFlags } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { connect, EVERYWHERE, SAY } from './client.js';

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

async function start(handle: (interaction: Interaction) => unknown) {
	const { discord, client, close: stop } = await connect(handle);
	close = stop;
	await client.application?.commands.set([SAY, { ...EVERYWHERE, type: 3, name: 'Check this message' }] as never);
	return { discord, client, ada: discord.person({ name: 'Ada' }), bo: discord.person({ name: 'Bo', locale: 'de' }) };
}

test('GIVEN a command in a server, a DM and a group chat THEN the bot learns where it is and the reply arrives', async () => {
	const seen: unknown[] = [];
	const { discord, ada, bo } = await start((it) => {
		if (!it.isChatInputCommand()) return;
		seen.push([it.context, it.inGuild(), it.guild?.name ?? null, it.locale]);
		return it.reply({ content: `${it.user.displayName}: ${it.options.getString('text', true)}` });
	});
	const inServer = await ada.command(discord.serverChannel({ guildName: 'Newsroom' }), 'say', { text: 'hello' });
	const inDirect = await ada.command(discord.directMessage(), 'say', { text: 'hello' });
	const inGroup = await bo.command(discord.groupChat(), 'say', { text: 'hallo' });
	expect([inServer.text, inDirect.text, inGroup.text]).toEqual(['Ada: hello', 'Ada: hello', 'Bo: hallo']);
	expect(seen).toEqual([
		[0, true, 'Newsroom', 'en-US'],
		[1, false, null, 'en-US'],
		[2, false, null, 'de'],
	]);
	expect(discord.violations).toEqual([]);
});

test('GIVEN a deferred reply THEN the final state is waited for, private as the deferral said', async () => {
	const { discord, ada, bo } = await start(async (it) => {
		if (!it.isChatInputCommand()) return;
		await it.deferReply({ flags: MessageFlags.Ephemeral });
		await it.editReply({ content: 'first' });
		await it.editReply({
			content: 'second',
			files: [{ attachment: Buffer.from('words'), name: 'a.txt', description: 'A file' }],
		});
	});
	const place = discord.serverChannel();
	const reply = await ada.command(place, 'say', { text: 'x' });
	await expect.poll(() => reply.text).toBe('second');
	expect(reply.ephemeral).toBe(true);
	expect(reply.stored.revisions.map((it) => it.content)).toEqual(['first', 'second']);
	expect([ada.sees(place).length, bo.sees(place).length]).toEqual([1, 0]);
	const [file] = reply.attachments;
	expect(file).toMatchObject({ filename: 'a.txt', description: 'A file', size: 5 });
	expect(await (await fetch(file?.url ?? '')).text()).toBe('words');
});

test('GIVEN a follow-up to a deferral THEN it takes the place of "is thinking"; later ones are messages of their own', async () => {
	const { discord, ada } = await start(async (it) => {
		if (!it.isChatInputCommand()) return;
		await it.deferReply();
		await it.followUp('first');
		await it.followUp('second');
	});
	const reply = await ada.command(discord.directMessage(), 'say', { text: 'x' });
	await expect.poll(() => reply.followUps.map((it) => it.text)).toEqual(['second']);
	expect(reply.text).toBe('first');
});

test('GIVEN buttons THEN each kind of callback does what Discord does', async () => {
	const row = (...ids: string[]) => ({
		type: ComponentType.ActionRow as const,
		components: ids.map((id) => ({
			type: ComponentType.Button as const,
			style: ButtonStyle.Secondary as const,
			label: id,
			customId: id,
		})),
	});
	const { discord, ada } = await start(async (it) => {
		if (it.isChatInputCommand())
			return it.reply({ content: 'zero', components: [row('update', 'defer', 'answer', 'delete')] });
		if (!it.isButton()) return;
		if (it.customId === 'update') return it.update({ content: 'one' });
		if (it.customId === 'answer') return it.reply({ content: 'mine', flags: MessageFlags.Ephemeral });
		await it.deferUpdate();
		if (it.customId === 'delete') return it.deleteReply();
		return it.editReply({ content: 'two' });
	});
	const reply = await ada.command(discord.serverChannel(), 'say', { text: 'x' });
	expect(reply.labels).toEqual(['update', 'defer', 'answer', 'delete']);
	expect((await ada.click(reply, 'update')).text).toBe('one');
	expect((await ada.click(reply, 'defer')).text).toBe('two');
	const answer = await ada.click(reply, 'answer');
	expect([answer.text, answer.ephemeral, reply.text]).toEqual(['mine', true, 'two']);
	await ada.click(reply, 'delete');
	expect(reply.deleted).toBe(true);
	expect(discord.violations).toEqual([]);
});

test('GIVEN a select menu and a form THEN their values reach the bot', async () => {
	const { discord, ada } = await start((it) => {
		if (it.isChatInputCommand() && it.options.getString('text') === 'form')
			return it.showModal({
				custom_id: 'f',
				title: 'Form',
				components: [{ type: 18, label: 'Why', component: { type: 4, custom_id: 'why', style: 1 } }],
			} as never);
		if (it.isChatInputCommand())
			return it.reply({
				components: [
					{
						type: ComponentType.ActionRow,
						components: [{ type: ComponentType.StringSelect, customId: 's', options: [{ label: 'A', value: 'a' }] }],
					},
				],
			});
		if (it.isStringSelectMenu()) return it.update({ content: `chose ${it.values.join()}`, components: [] });
		if (it.isModalSubmit()) return it.reply(`because ${it.fields.getTextInputValue('why')}`);
	});
	const place = discord.groupChat();
	const menu = await ada.command(place, 'say', { text: 'menu' });
	expect((await ada.select(menu, ['a'])).text).toBe('chose a');
	const form = await ada.open(place, 'say', { text: 'form' });
	expect((await ada.submit(form, { why: 'I can' })).text).toBe('because I can');
});

test('GIVEN a message menu command THEN the whole message comes along, without an intent', async () => {
	const { discord, ada, bo } = await start((it) => {
		if (it.isMessageContextMenuCommand()) return it.reply(`checked: ${it.targetMessage.content}`);
	});
	for (const place of [discord.serverChannel(), discord.directMessage(), discord.groupChat()]) {
		const message = bo.say(place, 'words of Bo');
		expect((await ada.messageCommand('Check this message', message)).text).toBe('checked: words of Bo');
	}
});

test('GIVEN autocomplete THEN the typed text and the other options arrive, and the choices come back', async () => {
	const { discord, ada } = await start((it) => {
		if (it.isAutocomplete()) return it.respond([{ name: `${it.options.getFocused()}…`, value: 'v' }]);
	});
	expect(await ada.autocomplete(discord.groupChat(), 'say', 'text', 'he')).toEqual([{ name: 'he…', value: 'v' }]);
});

test('GIVEN people who may not use their own apps in public THEN every reply is private', async () => {
	const { discord, ada } = await start((it) => {
		if (it.isChatInputCommand()) return it.reply({ content: 'all', withResponse: true });
	});
	const reply = await ada.command(discord.serverChannel({ installed: false, externalApps: false }), 'say', {
		text: 'x',
	});
	expect(reply.ephemeral).toBe(true);
});

test('GIVEN text that mentions people THEN it is known who was notified', async () => {
	let allowedMentions: object | undefined;
	const { discord, ada, bo } = await start((it) => {
		if (it.isChatInputCommand())
			return it.reply({ content: `<@${bo.person.id}> @everyone`, ...(allowedMentions && { allowedMentions }) });
	});
	const place = discord.directMessage();
	expect((await ada.command(place, 'say', { text: 'x' })).pings).toEqual([bo.person.id]);
	allowedMentions = { parse: [] };
	expect((await ada.command(place, 'say', { text: 'x' })).pings).toEqual([]);
});

test('GIVEN options that the client would not send THEN the actor refuses them', async () => {
	const { discord, ada } = await start(() => undefined);
	const place = discord.serverChannel();
	await expect(ada.command(place, 'say')).rejects.toThrow('needs "text"');
	await expect(ada.command(place, 'nothing')).rejects.toThrow('not offered');
	await expect(ada.command(place, 'say', { text: 'x', more: 'y' })).rejects.toThrow('has no option more');
});
