import { ApplicationCommandType as CommandType } from 'discord-api-types/v10';
import { type CommandBody, commandBody } from './command-schema.js';
import { invalidField, parseForm, tooManyCreations, unknownCommand } from './discord-error.js';
import { LIMITS } from './limits.js';
import type { World } from './world.js';

type Localizations = Readonly<Record<string, string>> | null;

/** An option, or a subcommand, of a registered command. */
export interface RegisteredOption {
	readonly type: number;
	readonly name: string;
	readonly description: string;
	readonly name_localizations?: Localizations;
	readonly description_localizations?: Localizations;
	readonly required?: boolean;
	readonly autocomplete?: boolean;
	readonly min_length?: number;
	readonly max_length?: number;
	readonly choices?: readonly {
		readonly name: string;
		readonly value: string | number;
		readonly name_localizations?: Localizations;
	}[];
	readonly options?: readonly RegisteredOption[];
}

/** A command as Discord keeps it. */
export interface RegisteredCommand {
	readonly id: string;
	readonly application_id: string;
	readonly version: string;
	readonly guild_id?: string;
	readonly type: CommandType;
	readonly name: string;
	readonly description: string;
	readonly name_localizations?: Localizations;
	readonly description_localizations?: Localizations;
	readonly contexts: readonly number[] | null;
	readonly integration_types: readonly number[];
	readonly default_member_permissions: string | null;
	readonly options?: readonly RegisteredOption[];
}

/** The application's commands, global ones and those of single servers. */
export class Commands {
	readonly #scopes = new Map<string, RegisteredCommand[]>();
	#creations = 0;

	constructor(readonly world: World) {}

	/** `guild` is `null` for the global ones. */
	list(guild: string | null): readonly RegisteredCommand[] {
		return this.#scopes.get(guild ?? '') ?? [];
	}

	/** What people are offered: a server's own commands besides the global ones. */
	get all(): readonly RegisteredCommand[] {
		return [...this.#scopes.values()].flat();
	}

	get(guild: string | null, id: string): RegisteredCommand {
		const found = this.list(guild).find((command) => command.id === id);
		if (!found) throw unknownCommand();
		return found;
	}

	/** Replaces every command of a scope. */
	overwrite(guild: string | null, bodies: readonly unknown[]): readonly RegisteredCommand[] {
		const commands = bodies.map((body) => this.#register(guild, parseForm(commandBody, body)));
		this.#store(guild, commands);
		return this.list(guild);
	}

	/** Adds a command, or replaces the one of its name. */
	upsert(guild: string | null, body: unknown): RegisteredCommand {
		const command = this.#register(guild, parseForm(commandBody, body));
		this.#store(guild, [...this.list(guild).filter((it) => it.id !== command.id), command]);
		return command;
	}

	edit(guild: string | null, id: string, changes: object): RegisteredCommand {
		const body = parseForm(commandBody, { ...this.get(guild, id), ...changes });
		const edited = { ...this.get(guild, id), ...body, version: this.world.id() } as RegisteredCommand;
		this.#store(
			guild,
			this.list(guild).map((it) => (it.id === id ? edited : it)),
		);
		return edited;
	}

	remove(guild: string | null, id: string): void {
		this.get(guild, id);
		this.#store(
			guild,
			this.list(guild).filter((it) => it.id !== id),
		);
	}

	#register(guild: string | null, body: CommandBody): RegisteredCommand {
		const before = this.list(guild).find((it) => it.name === body.name && it.type === body.type);
		if (!before) {
			this.#creations += 1;
			if (this.#creations > LIMITS.creationsPerDay) throw tooManyCreations();
		}
		return {
			contexts: null,
			integration_types: [0],
			default_member_permissions: null,
			nsfw: false,
			...withoutDefaults(body),
			description: body.description ?? '',
			id: before?.id ?? this.world.id(),
			application_id: this.world.application.id,
			version: this.world.id(),
			...(guild !== null && { guild_id: guild }),
		} as RegisteredCommand;
	}

	#store(guild: string | null, commands: readonly RegisteredCommand[]): void {
		const names = new Set(commands.map(({ type, name }) => `${type} ${name}`));
		if (names.size < commands.length)
			throw invalidField([], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
		for (const type of [CommandType.ChatInput, CommandType.User, CommandType.Message]) {
			const max = type === CommandType.ChatInput ? LIMITS.chatCommands : LIMITS.menuCommands;
			if (commands.filter((it) => it.type === type).length > max)
				throw invalidField([], 'APPLICATION_COMMANDS_MAX', `Maximum number of application commands reached (${max})`);
		}
		this.#scopes.set(guild ?? '', [...commands]);
		this.world.emit('commands');
	}
}

/** Discord keeps no `false` of these fields, so what it gives back is not what it was given. */
function withoutDefaults(value: CommandBody): Pick<RegisteredCommand, 'type' | 'name' | 'options'> {
	return JSON.parse(JSON.stringify(value), (key, it: unknown) =>
		(key === 'required' || key === 'autocomplete') && it === false ? undefined : it,
	) as Pick<RegisteredCommand, 'type' | 'name' | 'options'>;
}
