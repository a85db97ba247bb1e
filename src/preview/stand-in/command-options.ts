import {
	ApplicationCommandType as CommandType,
	ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { RegisteredCommand, RegisteredOption } from './commands.js';
import type { UploadedFile } from './compose-message.js';
import { attachmentPayload } from './payloads.js';
import type { StandIn } from './stand-in.js';
import type { Place, World } from './world.js';

/** Option values by name, as a person gives them; a file for attachment options. */
export type GivenOptions = Readonly<Record<string, string | number | boolean | UploadedFile>>;

/** The commands that Discord's client offers in `place`. */
export function offeredCommands(commands: readonly RegisteredCommand[], place: Place): readonly RegisteredCommand[] {
	const context = { server: 0, direct: 1, group: 2 }[place.kind];
	// In direct messages both kinds of installation count; elsewhere the one that brought the app there.
	const installs = place.kind === 'direct' ? [0, 1] : [place.installed ? 0 : 1];
	return commands.filter(
		(it) =>
			(it.contexts ?? [0, 1, 2]).includes(context) &&
			installs.some((install) => it.integration_types.includes(install)) &&
			(it.guild_id === undefined || it.guild_id === place.guild?.id),
	);
}

/** @throws {Error} Where the client would not offer it. */
export function offeredCommand(
	{ commands }: StandIn,
	place: Place,
	path: string,
	type: CommandType,
): RegisteredCommand {
	const [root] = path.split(' ');
	const name = type === CommandType.ChatInput ? root : path;
	const offered = offeredCommands(commands.all, place).filter((it) => it.type === type);
	const found = offered.find((it) => it.name === name);
	if (!found)
		throw new Error(
			`"${path}" is not offered in a ${place.kind} place; offered: ${offered.map((it) => it.name).join(', ')}`,
		);
	return found;
}

/**
 * The `data` of a command interaction.
 *
 * @param focused - The option being typed, for autocomplete; then required ones may still be missing.
 * @throws {Error} Where Discord's client would not send it.
 */
export function fillOptions(
	world: World,
	place: Place,
	command: RegisteredCommand,
	path: string,
	given: GivenOptions,
	focused?: string,
): object {
	const attachments: Record<string, object> = {};
	let defined = command.options ?? [];
	const steps: RegisteredOption[] = [];
	for (const step of path.split(' ').slice(1)) {
		const sub = defined.find(({ name }) => name === step);
		if (!sub) throw new Error(`"${path}": there is no subcommand "${step}"`);
		steps.push(sub);
		defined = sub.options ?? [];
	}
	const unknown = Object.keys(given).filter((name) => !defined.some((it) => it.name === name));
	if (unknown.length > 0) throw new Error(`/${path} has no option ${unknown.join(', ')}`);
	let options: object[] = defined.flatMap((option) => {
		const value = given[option.name];
		if (value === undefined) {
			if (option.required && focused === undefined) throw new Error(`/${path} needs "${option.name}"`);
			return [];
		}
		if (typeof value === 'object') {
			const file = world.addFile(value);
			attachments[file.id] = attachmentPayload(world, place, file);
			return { name: option.name, type: option.type, value: file.id };
		}
		if (focused === undefined) checkValue(option, value);
		return { name: option.name, type: option.type, value, ...(option.name === focused && { focused: true }) };
	});
	for (const { name, type } of steps.reverse()) options = [{ name, type, options }];
	const { id, name, type, guild_id } = command;
	const resolved = Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {};
	return { id, name, type, options, ...(guild_id && { guild_id }), ...resolved };
}

/** Refuses what the client refuses before it is sent. */
function checkValue(option: RegisteredOption, value: string | number | boolean): void {
	const wanted =
		option.type === OptionType.Boolean ? 'boolean' : option.type === OptionType.String ? 'string' : typeof value;
	if (typeof value !== wanted) throw new Error(`"${option.name}" takes a ${wanted}`);
	if (typeof value !== 'string') return;
	const { min_length = 0, max_length = 6_000, choices } = option;
	if (value.length < min_length || value.length > max_length)
		throw new Error(`"${option.name}" takes ${min_length} to ${max_length} characters, not ${value.length}`);
	if (choices?.length && !choices.some((it) => it.value === value))
		throw new Error(`"${option.name}" takes one of its choices`);
}
