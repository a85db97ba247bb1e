import { defineCommand } from './define.js';
import type { BotCommand } from './services.js';

/** `/privacy`: what the bot keeps of those who use it. */
export default {
	data: defineCommand('privacy', 'command.privacy').toJSON(),
	execute(_interaction, { t }) {
		return { do: 'reply', visible: 'private', reply: { content: t('privacy.text') } };
	},
} satisfies BotCommand;
