import {
	type APIActionRowComponent,
	type APIComponentInMessageActionRow,
	type BaseMessageOptions,
	MessageFlags,
} from 'discord.js';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A file that goes with a reply. */
export interface Attachment {
	readonly name: string;
	readonly data: Buffer;
	/** For readers who do not see a picture; the text of the reply says the same in words too. */
	readonly alt?: string;
}

/** One message, before it is decided who sees it. */
export interface Reply {
	/** Discord's Markdown; everything from outside in it is escaped. */
	readonly content: string;
	readonly rows?: readonly Row[];
	readonly attachments?: readonly Attachment[];
}

/**
 * The reply as discord.js sends it: it pings nobody, previews no link, and an edit leaves nothing of the message before.
 */
export function toMessage(reply: Reply) {
	return {
		content: reply.content,
		components: [...(reply.rows ?? [])],
		files: (reply.attachments ?? []).map(({ name, data, alt }) => ({
			attachment: data,
			name,
			...(alt === undefined ? {} : { description: alt }),
		})),
		embeds: [],
		attachments: [],
		allowedMentions: { parse: [] },
		flags: MessageFlags.SuppressEmbeds as const,
	} satisfies BaseMessageOptions & Record<string, unknown>;
}
