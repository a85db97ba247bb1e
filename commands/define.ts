import {
	ApplicationCommandType,
	ApplicationIntegrationType,
	ContextMenuCommandBuilder,
	InteractionContextType,
	SlashCommandBooleanOption,
	SlashCommandBuilder,
	SlashCommandStringOption,
} from 'discord.js';
import { QUESTION_MAX } from '../src/reply/limits.js';
import { localizations, type TextKey, translator } from '../src/reply/locales/catalogue.js';

/** Servers, direct messages and group chats; by installation to a server or to oneself. */
const CONTEXTS = [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel];
const INSTALLATIONS = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];

const english = translator('en');

/** A command that works everywhere; its name is the same in every language, its description is not. */
export function defineCommand(name: string, description: TextKey): SlashCommandBuilder {
	return new SlashCommandBuilder()
		.setName(name)
		.setDescription(english(description))
		.setDescriptionLocalizations(localizations(description))
		.setContexts(CONTEXTS)
		.setIntegrationTypes(INSTALLATIONS);
}

/** An entry of the menu of a message; it works everywhere and has the same name in every language. */
export function defineMessageCommand(name: string): ContextMenuCommandBuilder {
	return new ContextMenuCommandBuilder()
		.setName(name)
		.setType(ApplicationCommandType.Message)
		.setContexts(CONTEXTS)
		.setIntegrationTypes(INSTALLATIONS);
}

export function stringOption(name: string, description: TextKey): SlashCommandStringOption {
	return describe(new SlashCommandStringOption(), name, description).setMaxLength(QUESTION_MAX);
}

export function booleanOption(name: string, description: TextKey): SlashCommandBooleanOption {
	return describe(new SlashCommandBooleanOption(), name, description);
}

export const speakerOption = stringOption('speaker', 'option.speaker').setAutocomplete(true);
export const articleOption = stringOption('article', 'option.article').setAutocomplete(true);
export const shareOption = booleanOption('share', 'option.share');

function describe<Option extends SlashCommandStringOption | SlashCommandBooleanOption>(
	option: Option,
	name: string,
	description: TextKey,
): Option {
	option.setName(name).setDescription(english(description)).setDescriptionLocalizations(localizations(description));
	return option;
}
