import type { AutocompleteInteraction } from 'discord.js';
import { type Suggestion, suggestArticles, suggestQuestions, suggestSpeakers } from '../src/answer/suggest.js';
import type { Request } from '../src/discord/command.js';
import type { Services } from './services.js';

const SOURCES = { question: suggestQuestions, speaker: suggestSpeakers, article: suggestArticles };

/** The choices for the option that is being typed; each name means the same in every command. */
export function suggest(interaction: AutocompleteInteraction, { services: { library } }: Request<Services>) {
	const { name, value } = interaction.options.getFocused(true);
	const find = Object.hasOwn(SOURCES, name) ? SOURCES[name as keyof typeof SOURCES] : (): Suggestion[] => [];
	return find(library, value).map((choice) => ({ name: choice.label, value: choice.value }));
}
