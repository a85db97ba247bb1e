import { renderVerdicts } from './check-text.js';
import { defineCommand, shareOption, stringOption } from './define.js';
import { audienceOf } from './filters.js';
import type { BotCommand } from './services.js';

/** `/check`: a claim, or words in quotation marks, held against the articles. */
export default {
	data: defineCommand('check', 'command.check')
		.addStringOption(stringOption('text', 'option.text').setRequired(true))
		.addBooleanOption(shareOption)
		.toJSON(),
	defer: (interaction) => audienceOf(interaction).visible,
	execute(interaction, { services, t }) {
		const { visible, audience } = audienceOf(interaction);
		const text = interaction.options.getString('text', true);
		const [reply = { content: t('check.nothing') }, ...more] = renderVerdicts(t, services, text, audience);
		return { do: 'reply', visible, reply, more };
	},
} satisfies BotCommand;
