import {
	ApplicationCommandType as CommandType,
	Locale,
	ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import * as z from 'zod';
import { LIMITS } from './limits.js';

/** Names that Discord takes for chat-input commands and options: `ask`, `größe`; not `Ask me`. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const text = (max: number) => z.string().min(1).max(max);
const localized = (value: z.ZodType<string>) => z.partialRecord(z.enum(Locale), value).nullish();
const lowerCaseName = z
	.string()
	.regex(NAME, 'String value did not match validation regex.')
	.refine((name) => name === name.toLowerCase(), 'Must be in lower case.');
const menuName = text(LIMITS.name);
const description = text(LIMITS.description);
const where = {
	contexts: z
		.array(z.literal([0, 1, 2]))
		.min(1)
		.nullish(),
	integration_types: z
		.array(z.literal([0, 1]))
		.min(1)
		.optional(),
	default_member_permissions: z.union([z.string().regex(/^\d+$/), z.number()]).nullish(),
	nsfw: z.boolean().optional(),
};

const choice = z.looseObject({
	name: text(LIMITS.choiceText),
	name_localizations: localized(text(LIMITS.choiceText)),
	value: z.union([text(LIMITS.choiceText), z.number()]),
});

const texts = {
	name: lowerCaseName,
	name_localizations: localized(lowerCaseName),
	description,
	description_localizations: localized(description),
};

const valueOption = z
	.looseObject({
		...texts,
		type: z.literal([
			OptionType.String,
			OptionType.Integer,
			OptionType.Boolean,
			OptionType.User,
			OptionType.Channel,
			OptionType.Role,
			OptionType.Mentionable,
			OptionType.Number,
			OptionType.Attachment,
		]),
		required: z.boolean().optional(),
		autocomplete: z.boolean().optional(),
		choices: z.array(choice).max(LIMITS.choices).nullish(),
		min_length: z.number().int().min(0).max(LIMITS.stringOption).optional(),
		max_length: z.number().int().min(1).max(LIMITS.stringOption).optional(),
		min_value: z.number().optional(),
		max_value: z.number().optional(),
	})
	.refine((it) => !(it.autocomplete && it.choices?.length), {
		path: ['choices'],
		message: 'Autocomplete options cannot have choices.',
	})
	.refine((it) => !it.autocomplete || [OptionType.String, OptionType.Integer, OptionType.Number].includes(it.type), {
		path: ['autocomplete'],
		message: 'Only strings and numbers have autocomplete.',
	});

const options = <T extends z.ZodType<{ name: string; required?: unknown }>>(option: T) =>
	z
		.array(option)
		.max(LIMITS.commandOptions)
		.superRefine((list, context) => {
			if (new Set(list.map(({ name }) => name)).size < list.length)
				context.addIssue({ code: 'custom', message: 'Option names must be unique' });
			const late = list.findIndex(
				(it, index) => it.required && list.slice(0, index).some((before) => !before.required),
			);
			const message = 'Required options must be placed before non-required options';
			if (late > -1) context.addIssue({ code: 'custom', path: [late], message });
		});

const subcommand = z.looseObject({
	...texts,
	type: z.literal(OptionType.Subcommand),
	options: options(valueOption).optional(),
});
const group = z.looseObject({
	...texts,
	type: z.literal(OptionType.SubcommandGroup),
	options: z.array(subcommand).max(LIMITS.commandOptions).optional(),
});

const isValue = ({ type }: { type: OptionType }) => type > OptionType.SubcommandGroup;

const chatCommand = z.looseObject({
	...texts,
	...where,
	type: z.literal(CommandType.ChatInput),
	options: options(z.discriminatedUnion('type', [valueOption, subcommand, group]))
		.refine((list) => list.every(isValue) || !list.some(isValue), 'Sub-commands and other options cannot be mixed')
		.optional(),
});

const menuCommand = z.looseObject({
	...where,
	type: z.literal([CommandType.User, CommandType.Message]),
	name: menuName,
	name_localizations: localized(menuName),
	description: z.literal('').optional(),
});

/** A command as sent for registration. */
export const commandBody = z
	.preprocess(
		(value) =>
			typeof value === 'object' && value !== null && !('type' in value)
				? { ...value, type: CommandType.ChatInput }
				: value,
		z.discriminatedUnion('type', [chatCommand, menuCommand]),
	)
	.refine((command) => commandLength(command) <= LIMITS.commandCharacters, {
		message: `Command exceeds maximum size (${LIMITS.commandCharacters})`,
	});
export type CommandBody = z.infer<typeof commandBody>;

interface Texts {
	readonly name?: unknown;
	readonly description?: unknown;
	readonly value?: unknown;
	readonly name_localizations?: unknown;
	readonly description_localizations?: unknown;
	readonly options?: unknown;
	readonly choices?: unknown;
}

/** Characters of names, descriptions and values; where a text is localised, its longest version counts. */
export function commandLength(it: Texts): number {
	const longest = (value: unknown, localizations: unknown) =>
		Math.max(
			...[value, ...Object.values(localizations ?? {})].map((one) => (typeof one === 'string' ? one.length : 0)),
		);
	const own =
		longest(it.name, it.name_localizations) +
		longest(it.description, it.description_localizations) +
		longest(it.value, undefined);
	const children = [it.options, it.choices].flatMap((list) => (Array.isArray(list) ? (list as Texts[]) : []));
	return children.reduce((sum, child) => sum + commandLength(child), own);
}
