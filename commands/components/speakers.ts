import { quote } from '../../src/answer/quote.js';
import { UserError } from '../../src/errors.js';
import { renderAnswer } from '../../src/reply/answer-message.js';
import { RESULTS_MAX, viewQuotations } from '../../src/reply/answer-view.js';
import { renderSpeakers, SPEAKER_PREFIX, SPEAKERS_PREFIX } from '../../src/reply/speakers-message.js';
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
	execute(interaction, { services, t }) {
		const [, ...state] = interaction.customId.split(':');
		const { speakers, article } = listAgain(services.library, t, state, 0);
		const speaker = interaction.isStringSelectMenu() && speakers[Number(interaction.values[0])]?.name;
		if (!speaker) throw new UserError(t('error.changed'));
		const results = quote(services.library, { speaker, article: article?.id, limit: RESULTS_MAX });
		const view = viewQuotations(t, services.library, { speaker, about: undefined }, results);
		return { do: 'reply', visible: 'private', reply: renderAnswer(t, services.refs, view, 'private') };
	},
};
