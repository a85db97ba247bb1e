import { PREFIX } from '../../src/reply/answer-message.js';
import { cardMessage } from '../../src/reply/sentence-message.js';
import type { BotComponent } from '../services.js';
import { readState } from './read-state.js';

/** `Card`: a quotation as a picture, for whoever pressed. */
export const card: BotComponent = {
	prefix: PREFIX.card,
	defer: () => 'private',
	async execute(interaction, { services, t }) {
		const { number, shown } = readState(interaction, services, t);
		const reply = await cardMessage(t, services.refs, { shown, index: number }, 'private');
		return { do: 'reply', visible: 'private', reply };
	},
};

/** `Sentence 2`: a card of another quotation of the answer. */
export const cardOf: BotComponent = {
	prefix: PREFIX.cardOf,
	defer: () => 'update',
	async execute(interaction, { services, t }) {
		const { number, shown } = readState(interaction, services, t);
		return { do: 'update', reply: await cardMessage(t, services.refs, { shown, index: number }, 'private') };
	},
};
