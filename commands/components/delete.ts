import { PermissionFlagsBits } from 'discord.js';
import { UserError } from '../../src/errors.js';
import { PREFIX } from '../../src/reply/answer-message.js';
import type { BotComponent } from '../services.js';

/** `Delete`: takes a public answer away, for who asked for it and for moderators. */
export const remove: BotComponent = {
	prefix: PREFIX.delete,
	execute(interaction, { t }) {
		const [, owner] = interaction.customId.split(':');
		const moderates = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
		if (interaction.user.id !== owner && !moderates) throw new UserError(t('error.not-yours'));
		return { do: 'delete' };
	},
};
