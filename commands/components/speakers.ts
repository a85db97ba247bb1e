import { UserError } from '../../src/errors.js';
import { renderAnswer } from '../../src/reply/answer-message.js';
import { renderSpeakers, SPEAKER_PREFIX, SPEAKERS_PREFIX } from '../../src/reply/speakers-message.js';
import { quoteLibrary } from '../quote-library.js';
import type { BotComponent } from '../services.js';
import { listAgain } from '../speaker-list.js';

/** `More` and `Back` of `/speakers`. */
export const speakersPage: BotComponent = {
	prefix: SPEAKERS_PREFIX,
	defer: () => 'update',
	async execute(interaction, { services, t }) {
		const [, page, ...state] = interaction.customId.split(':');
		const list = listAgain(services.library, t, state, Number(page) || 0);
		return { do: 'update', reply: await renderSpeakers(t, list) };
	},
};

/** The menu of `/speakers`: quotations of the one that was chosen. */
export const speakerMenu: BotComponent = {
	prefix: SPEAKER_PREFIX,
	execute(interaction, request) {
		const { services, t } = request;
		const [, ...state] = interaction.customId.split(':');
		const { speakers, article } = listAgain(services.library, t, state, 0);
		const speaker = interaction.isStringSelectMenu() && speakers[Number(interaction.values[0])]?.name;
		if (!speaker) throw new UserError(t('error.changed'));
		const view = quoteLibrary(request, { speaker, about: undefined, article: article?.id });
		return { do: 'reply', visible: 'private', reply: renderAnswer(t, services.refs, view, 'private') };
	},
};
