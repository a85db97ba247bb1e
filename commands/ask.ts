import { renderAnswer } from '../src/reply/answer-message.js';
import { askLibrary } from './ask-library.js';
import { articleOption, defineCommand, shareOption, speakerOption, stringOption } from './define.js';
import { audienceOf, readArticle, readSpeaker } from './filters.js';
import type { BotCommand } from './services.js';
import { suggest } from './suggest.js';

/** `/ask`: the sentences that answer a question, each with its speaker and source. */
export default {
	data: defineCommand('ask', 'command.ask')
		.addStringOption(stringOption('question', 'option.question').setRequired(true).setAutocomplete(true))
		.addStringOption(speakerOption)
		.addStringOption(articleOption)
		.addBooleanOption(shareOption)
		.toJSON(),
	execute(interaction, request) {
		const { services, t } = request;
		const question = interaction.options.getString('question', true);
		const filters = { speaker: readSpeaker(interaction, request), article: readArticle(interaction, request) };
		const { visible, audience } = audienceOf(interaction);
		const view = askLibrary(request, { question, ...filters });
		return { do: 'reply', visible, reply: renderAnswer(t, services.refs, view, audience) };
	},
	autocomplete: suggest,
} satisfies BotCommand;
