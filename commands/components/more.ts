import { headingOf, PREFIX, renderAnswer } from '../../src/reply/answer-message.js';
import type { BotComponent } from '../services.js';
import { isOnPrivateMessage, readState } from './read-state.js';

/** `More` and `Back`: another page. A post for all stays as it is; who wants more of it gets it alone. */
export const more: BotComponent = {
	prefix: PREFIX.more,
	execute(interaction, { services, t }) {
		const { number, first, shown } = readState(interaction, services, t);
		const view = { heading: headingOf(interaction.message.content), shown, page: number, first };
		const reply = renderAnswer(t, services.refs, view, 'private');
		return isOnPrivateMessage(interaction) ? { do: 'update', reply } : { do: 'reply', visible: 'private', reply };
	},
};
