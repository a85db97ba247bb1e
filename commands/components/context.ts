import { PREFIX } from '../../src/reply/answer-message.js';
import { contextMessage } from '../../src/reply/sentence-message.js';
import type { BotComponent } from '../services.js';
import { readState } from './read-state.js';

/** `Context`: the passage around a sentence, for whoever pressed. */
export const context: BotComponent = {
	prefix: PREFIX.context,
	execute(interaction, { services, t }) {
		const { number, shown } = readState(interaction, services, t);
		return { do: 'reply', visible: 'private', reply: contextMessage(t, services.refs, { shown, index: number }) };
	},
};

/** `Sentence 2`: the same of another sentence of the answer. */
export const around: BotComponent = {
	prefix: PREFIX.around,
	execute(interaction, { services, t }) {
		const { number, shown } = readState(interaction, services, t);
		return { do: 'update', reply: contextMessage(t, services.refs, { shown, index: number }) };
	},
};
