import { isDeepStrictEqual } from 'node:util';
import {
	type APIApplication,
	type REST,
	type RESTGetAPIApplicationCommandsResult,
	type RESTPostAPIApplicationCommandsJSONBody,
	Routes,
} from 'discord.js';

export interface Registration {
	/** `null`: Discord is asked whose token it is. */
	readonly applicationId: string | null;
	/** `null`: everywhere. */
	readonly guildId: string | null;
}

/**
 * Makes Discord's list of commands the same as ours. It is compared first: writing it anew makes clients load it again,
 * and counts against a daily limit.
 *
 * @param rest - Carries the token.
 * @returns Whether something had to be written.
 */
export async function registerCommands(
	rest: REST,
	commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
	{ applicationId, guildId }: Registration,
): Promise<{ changed: boolean; count: number }> {
	const id = applicationId ?? ((await rest.get(Routes.currentApplication())) as APIApplication).id;
	const route = guildId === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
	// Where a command works and who may install it can only be said of commands for everywhere.
	const wanted = guildId === null ? commands : commands.map(withoutPlaces);
	const query = new URLSearchParams({ with_localizations: 'true' });
	const listed = (await rest.get(route, { query })) as RESTGetAPIApplicationCommandsResult;
	const known = guildId === null ? listed : listed.map(withoutPlaces);
	if (isSameList(known, wanted)) return { changed: false, count: wanted.length };
	await rest.put(route, { body: wanted });
	return { changed: true, count: wanted.length };
}

function withoutPlaces<Command extends { contexts?: unknown; integration_types?: unknown }>(command: Command) {
	const { contexts: _, integration_types: __, ...rest } = command;
	return rest;
}

function isSameList(known: readonly object[], wanted: readonly object[]): boolean {
	return isDeepStrictEqual(comparable(known), comparable(wanted));
}

/** Without what Discord adds (ids, versions) and with what it leaves out: an absent value is its default. */
function comparable(commands: readonly object[]): unknown[] {
	return (commands as readonly Record<string, unknown>[])
		.map((command) => ({
			...textsOf(command),
			type: command.type ?? 1,
			permissions: command.default_member_permissions ?? null,
			nsfw: command.nsfw ?? false,
			contexts: sorted(command.contexts),
			integrationTypes: sorted(command.integration_types),
			options: optionsOf(command),
		}))
		.sort((a, b) => (`${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1));
}

function comparableOption(option: Record<string, unknown>): unknown {
	return {
		...textsOf(option),
		type: option.type,
		required: option.required ?? false,
		autocomplete: option.autocomplete ?? false,
		bounds: [option.min_length, option.max_length, option.min_value, option.max_value].map((bound) => bound ?? null),
		choices: option.choices ?? [],
		channelTypes: option.channel_types ?? [],
		options: optionsOf(option),
	};
}

function optionsOf(holder: Record<string, unknown>): unknown[] {
	return ((holder.options as Record<string, unknown>[] | undefined) ?? []).map(comparableOption);
}

function textsOf(holder: Record<string, unknown>) {
	return {
		name: holder.name,
		description: holder.description ?? '',
		names: holder.name_localizations ?? {},
		descriptions: holder.description_localizations ?? {},
	};
}

function sorted(values: unknown): unknown {
	return Array.isArray(values) ? [...values].sort() : null;
}
