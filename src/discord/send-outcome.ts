import {
	type ChatInputCommandInteraction,
	type Message,
	type MessageComponentInteraction,
	type MessageContextMenuCommandInteraction,
	MessageFlags,
} from 'discord.js';
import type { Translate } from '../reply/locales/catalogue.js';
import { type Reply, toMessage } from '../reply/reply.js';
import type { Deferral, Outcome, Visibility } from './command.js';
import { isAlreadyAnswered, isExpired, isNeverSent, isRefusedPost } from './discord-error.js';
import { persist } from './persist.js';

/** An interaction that is answered with a message; `update` is there for those that hang on one. */
export type Answerable =
	| ChatInputCommandInteraction
	| MessageContextMenuCommandInteraction
	| MessageComponentInteraction;

/** Acknowledges, so that the answer may take longer than three seconds. */
export async function acknowledge(interaction: Answerable, deferral: Deferral): Promise<void> {
	await firstAnswer(interaction, 'deferred', () => {
		if (deferral === 'update' && 'update' in interaction) return interaction.deferUpdate();
		return interaction.deferReply(deferral === 'private' ? { flags: MessageFlags.Ephemeral } : {});
	});
}

/** Does what a handler decided, whether or not the interaction was acknowledged before. */
export async function sendOutcome(interaction: Answerable, outcome: Outcome, t: Translate): Promise<void> {
	switch (outcome.do) {
		case 'reply':
			await sendReply(interaction, outcome.reply, outcome.visible, t);
			return sendMore(interaction, outcome.more ?? [], outcome.visible);
		case 'update':
			return sendUpdate(interaction, outcome.reply);
		case 'publish':
			return publish(interaction, outcome.reply, outcome.after, t);
		case 'delete':
			if (!interaction.deferred) await acknowledge(interaction, 'update');
			await persist((attempt) => interaction.deleteReply().catch((error) => ignoreGone(error, attempt)));
	}
}

async function sendReply(interaction: Answerable, reply: Reply, visible: Visibility, t: Translate): Promise<void> {
	if (interaction.deferred) {
		const message = await edit(interaction, reply);
		if (visible === 'public' && isPrivate(message)) await sayKeptPrivate(interaction, t);
		return;
	}
	const sent = await firstAnswer(interaction, 'replied', () =>
		interaction.reply({ ...toSend(reply, visible), withResponse: true }),
	);
	const posted = sent?.resource?.message;
	if (visible === 'public' && posted && isPrivate(posted)) await sayKeptPrivate(interaction, t);
}

async function sendMore(interaction: Answerable, more: readonly Reply[], visible: Visibility): Promise<void> {
	for (const reply of more) await followUp(interaction, reply, visible);
}

async function sendUpdate(interaction: Answerable, reply: Reply): Promise<void> {
	if (interaction.deferred || !('update' in interaction)) await edit(interaction, reply);
	else await firstAnswer(interaction, 'replied', () => interaction.update(toMessage(reply)));
}

/** A post for all goes out once or not at all, and the reader is told when it did not work. */
async function publish(interaction: Answerable, reply: Reply, after: Reply, t: Translate): Promise<void> {
	if (!interaction.deferred) await acknowledge(interaction, 'update');
	try {
		const message = await followUp(interaction, reply, 'public', isNeverSent);
		await edit(interaction, after);
		if (isPrivate(message)) await sayKeptPrivate(interaction, t);
	} catch (error) {
		if (!isRefusedPost(error)) throw error;
		await edit(interaction, { ...after, content: `${after.content}\n\n${t('share.refused')}` });
	}
}

/** What an attempt finds gone, the one before took away. */
function ignoreGone(error: unknown, attempt: number): void {
	if (attempt === 0 || !isExpired(error)) throw error;
}

/** In places where apps from outside may not post, Discord turns a public answer private without an error. */
async function sayKeptPrivate(interaction: Answerable, t: Translate): Promise<void> {
	await followUp(interaction, { content: t('share.forced-private') }, 'private');
}

/**
 * Sends one more message. Where the connection is lost nobody knows whether it arrived; a part of an answer is rather
 * sent twice than never, a post for all is not.
 */
export async function followUp(
	interaction: Answerable,
	reply: Reply,
	visible: Visibility,
	mayRepeat?: (error: unknown) => boolean,
): Promise<Message> {
	return persist(() => interaction.followUp(toSend(reply, visible)), mayRepeat);
}

function toSend(reply: Reply, visible: Visibility) {
	const message = toMessage(reply);
	return { ...message, flags: visible === 'private' ? message.flags | MessageFlags.Ephemeral : message.flags };
}

function isPrivate(message: Message): boolean {
	return message.flags.has(MessageFlags.Ephemeral);
}

async function edit(interaction: Answerable, reply: Reply): Promise<Message> {
	return persist(() => interaction.editReply(toMessage(reply)));
}

/**
 * Sends the first answer, which Discord takes only once: when it is tried again because the connection was lost, "already
 * answered" says that the first attempt did arrive.
 */
async function firstAnswer<Sent>(
	interaction: Answerable,
	state: 'replied' | 'deferred',
	send: () => Promise<Sent>,
): Promise<Sent | null> {
	return persist(async (attempt) => {
		try {
			return await send();
		} catch (error) {
			if (attempt === 0 || !isAlreadyAnswered(error)) throw error;
			interaction[state] = true;
			return null;
		}
	});
}
