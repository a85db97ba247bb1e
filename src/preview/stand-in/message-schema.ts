import * as z from 'zod';
import { topLevelComponent } from './component-schema.js';
import { LIMITS } from './limits.js';

const url = z.string().regex(/^(https?|attachment):\/\/\S+$/, 'Not a well formed URL.');
const text = (max: number) => z.string().max(max);

const embed = z.looseObject({
	title: text(LIMITS.embedTitle).nullish(),
	description: text(LIMITS.embedDescription).nullish(),
	url: url.nullish(),
	timestamp: z.iso.datetime({ offset: true }).nullish(),
	color: z.number().int().min(0).max(0xffffff).nullish(),
	footer: z.looseObject({ text: text(LIMITS.embedFooter) }).nullish(),
	author: z.looseObject({ name: text(LIMITS.embedAuthor), url: url.nullish() }).nullish(),
	image: z.looseObject({ url }).nullish(),
	thumbnail: z.looseObject({ url }).nullish(),
	fields: z
		.array(
			z.looseObject({
				name: text(LIMITS.embedFieldName).min(1),
				value: text(LIMITS.embedFieldValue).min(1),
				inline: z.boolean().nullish(),
			}),
		)
		.max(LIMITS.embedFields)
		.nullish(),
});
export type Embed = z.infer<typeof embed>;

const ids = z.array(z.string().regex(/^\d{17,20}$/, 'is not snowflake.')).max(LIMITS.mentionIds);
const allowedMentions = z
	.looseObject({
		parse: z.array(z.enum(['roles', 'users', 'everyone'])).nullish(),
		users: ids.nullish(),
		roles: ids.nullish(),
		replied_user: z.boolean().nullish(),
	})
	.superRefine((it, context) => {
		for (const kind of ['users', 'roles'] as const) {
			if (it.parse?.includes(kind) && it[kind]?.length)
				context.addIssue({
					code: 'custom',
					path: [kind],
					message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
					params: { code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE' },
				});
		}
	});
export type AllowedMentions = z.infer<typeof allowedMentions>;

/** The body of a message as sent or edited; `null` and a missing field differ when it edits. */
export const messageBody = z.looseObject({
	content: text(LIMITS.content).nullish(),
	embeds: z.array(embed).max(LIMITS.embeds).nullish(),
	components: z.array(topLevelComponent).max(LIMITS.components).nullish(),
	flags: z.number().int().nonnegative().nullish(),
	tts: z.boolean().nullish(),
	allowed_mentions: allowedMentions.nullish(),
	attachments: z
		.array(
			z.looseObject({
				id: z.union([z.string(), z.number()]).transform(String),
				filename: z.string().optional(),
				description: text(LIMITS.altText).nullish(),
			}),
		)
		.max(LIMITS.files)
		.nullish(),
});
export type MessageBody = z.infer<typeof messageBody>;
