import { ask } from '../../src/answer/ask.js';
import { renderAnswer } from '../../src/reply/answer-message.js';
import { RESULTS_MAX, viewAnswer } from '../../src/reply/answer-view.js';
import { EXAMPLE_PREFIX } from '../../src/reply/help-message.js';
import type { BotComponent } from '../services.js';

/** An example of `/help`: asks its question. */
export const example: BotComponent = {
	prefix: EXAMPLE_PREFIX,
	execute(interaction, { services, t }) {
		const question = interaction.customId.slice(EXAMPLE_PREFIX.length + 1);
		const view = viewAnswer(t, services.library, question, ask(services.library, { question, limit: RESULTS_MAX }));
		return { do: 'reply', visible: 'private', reply: renderAnswer(t, services.refs, view, 'private') };
	},
};
