import { answerRows, PREFIX } from '../../src/reply/answer-message.js';
import { cardMessage, cardRows } from '../../src/reply/sentence-message.js';
import { signShared } from '../../src/reply/sign-shared.js';
import { verdictRows } from '../../src/reply/verdict-message.js';
import type { BotComponent } from '../services.js';
import { readState } from './read-state.js';

/** `Share`: posts the answer for all as its reader sees it, with the reader's name, once. */
export const share: BotComponent = {
	prefix: PREFIX.share,
	execute(interaction, { services, t }) {
		const { number, first, shown } = readState(interaction, services, t);
		const { user, message } = interaction;
		const view = { shown, page: number, first };
		return {
			do: 'publish',
			reply: {
				content: signShared(t, message.content, user.id),
				rows: answerRows(t, services.refs, view, { owner: user.id }),
			},
			after: { content: message.content, rows: answerRows(t, services.refs, view, 'private', true) },
		};
	},
};

/** `Share` under a card: posts it with its picture. */
export const shareCard: BotComponent = {
	prefix: PREFIX.shareCard,
	defer: () => 'update',
	async execute(interaction, { services, t }) {
		const { number, shown } = readState(interaction, services, t);
		const choice = { shown, index: number };
		const reply = await cardMessage(t, services.refs, choice, { owner: interaction.user.id });
		return {
			do: 'publish',
			reply: { ...reply, content: signShared(t, reply.content, interaction.user.id) },
			after: { ...reply, rows: cardRows(t, services.refs, choice, 'private', true) },
		};
	},
};

/** `Share` under verdicts. */
export const shareVerdict: BotComponent = {
	prefix: PREFIX.shareVerdict,
	execute(interaction, { services, t }) {
		const { shown } = readState(interaction, services, t);
		const { user, message } = interaction;
		return {
			do: 'publish',
			reply: {
				content: signShared(t, message.content, user.id),
				rows: verdictRows(t, services.refs, shown, { owner: user.id }),
			},
			after: { content: message.content, rows: verdictRows(t, services.refs, shown, 'private', true) },
		};
	},
};
