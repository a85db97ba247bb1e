import type { Message, MessageSnapshot } from 'discord.js';
import { renderVerdicts } from './check-text.js';
import { defineMessageCommand } from './define.js';
import type { BotMessageCommand } from './services.js';

/** `Check this message`: what a message says, held against the articles. */
export default {
	data: defineMessageCommand('Check this message').toJSON(),
	defer: () => 'private',
	execute(interaction, { services, t }) {
		const [reply = { content: t('check.nothing') }, ...more] = renderVerdicts(
			t,
			services,
			textOf(interaction.targetMessage),
			'private',
		);
		return { do: 'reply', visible: 'private', reply, more };
	},
} satisfies BotMessageCommand;

/** All that a message says: its own words, those that it forwards, and those of its embeds. */
function textOf(message: Message): string {
	return [message, ...message.messageSnapshots.values()].flatMap(partsOf).join('\n');
}

function partsOf({ content, embeds }: Message | MessageSnapshot): string[] {
	const ofEmbeds = embeds.flatMap(({ title, description, fields }) => [
		title,
		description,
		...fields.flatMap(({ name, value }) => [name, value]),
	]);
	return [content, ...ofEmbeds].filter((part) => typeof part === 'string' && part !== '') as string[];
}
