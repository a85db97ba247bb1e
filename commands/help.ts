import { suggestQuestions } from '../src/answer/suggest.js';
import { renderHelp } from '../src/reply/help-message.js';
import { defineCommand } from './define.js';
import type { BotCommand } from './services.js';

/** `/help`: what the bot can do, with three questions to press. */
export default {
	data: defineCommand('help', 'command.help').toJSON(),
	execute(_interaction, { services, t }) {
		return { do: 'reply', visible: 'private', reply: renderHelp(t, suggestQuestions(services.library, '')) };
	},
} satisfies BotCommand;
