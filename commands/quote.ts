import { renderAnswer } from '../src/reply/answer-message.js';
import { cardMessage } from '../src/reply/sentence-message.js';
import { articleOption, booleanOption, defineCommand, shareOption, speakerOption, stringOption } from './define.js';
import { audienceOf, readArticle, readSpeaker } from './filters.js';
import { quoteLibrary } from './quote-library.js';
import type { BotCommand } from './services.js';
import { suggest } from './suggest.js';

/** `/quote`: quotations by speaker, by subject, both, or any one; as a picture if wanted. */
export default {
	data: defineCommand('quote', 'command.quote')
		.addStringOption(speakerOption)
		.addStringOption(stringOption('about', 'option.about'))
		.addStringOption(articleOption)
		.addBooleanOption(booleanOption('card', 'option.card'))
		.addBooleanOption(shareOption)
		.toJSON(),
	defer: (interaction) => (interaction.options.getBoolean('card') ? audienceOf(interaction).visible : null),
	async execute(interaction, request) {
		const { services, t } = request;
		const about = interaction.options.getString('about')?.trim() || undefined;
		const wanted = { speaker: readSpeaker(interaction, request), about, article: readArticle(interaction, request) };
		const { visible, audience } = audienceOf(interaction);
		const view = quoteLibrary(request, wanted);
		const quotations = view.shown.filter(({ result }) => result.kind !== 'reported');
		const reply =
			interaction.options.getBoolean('card') && quotations.length > 0
				? await cardMessage(t, services.refs, { shown: quotations, index: 0 }, audience)
				: renderAnswer(t, services.refs, view, audience);
		return { do: 'reply', visible, reply };
	},
	autocomplete: suggest,
} satisfies BotCommand;
