import { ask } from '../src/answer/ask.js';
import { UserError } from '../src/errors.js';
import { renderAnswer } from '../src/reply/answer-message.js';
import { RESULTS_MAX, viewAnswer } from '../src/reply/answer-view.js';
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
		if (!/[\p{L}\p{N}]/u.test(question)) throw new UserError(t('error.no-words'));
		const filters = { speaker: readSpeaker(interaction, request), article: readArticle(interaction, request) };
		const answer = ask(services.library, { question, ...filters, limit: RESULTS_MAX });
		const { visible, audience } = audienceOf(interaction);
		const view = viewAnswer(t, services.library, question, answer);
		return { do: 'reply', visible, reply: renderAnswer(t, services.refs, view, audience) };
	},
	autocomplete: suggest,
} satisfies BotCommand;
