import { renderAnswer } from '../../src/reply/answer-message.js';
import { EXAMPLE_PREFIX } from '../../src/reply/help-message.js';
import { askLibrary } from '../ask-library.js';
import type { BotComponent } from '../services.js';

/** An example of `/help`: asks its question. */
export const example: BotComponent = {
	prefix: EXAMPLE_PREFIX,
	execute(interaction, request) {
		const question = interaction.customId.slice(EXAMPLE_PREFIX.length + 1);
		const reply = renderAnswer(request.t, request.services.refs, askLibrary(request, { question }), 'private');
		return { do: 'reply', visible: 'private', reply };
	},
};
