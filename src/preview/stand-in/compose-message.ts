import { type APIMessage, ComponentType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { entityTooLarge, invalidField, parseForm } from './discord-error.js';
import { LIMITS } from './limits.js';
import { type AnyComponent, checkMessage, walkComponents } from './message-rules.js';
import { type AllowedMentions, type MessageBody, messageBody } from './message-schema.js';
import { attachmentPayload, userPayload } from './payloads.js';
import type { Person, Place, World } from './world.js';

/** A file as it came in a multipart request, by its `files[n]` number. */
export interface UploadedFile {
	readonly filename: string;
	readonly contentType: string;
	readonly bytes: Uint8Array;
}

export interface MessageRequest {
	readonly body: unknown;
	readonly files: ReadonlyMap<string, UploadedFile>;
}

/** Flags that a sender may set; Discord ignores or refuses the others. */
const SENDABLE =
	MessageFlags.SuppressEmbeds |
	MessageFlags.Ephemeral |
	MessageFlags.SuppressNotifications |
	MessageFlags.IsComponentsV2;

/**
 * The payload of a new message of the bot, or of `before` once edited.
 *
 * @throws {DiscordError} Where Discord would refuse it.
 */
export function composeMessage(
	world: World,
	place: Place,
	{ body, files }: MessageRequest,
	before: Partial<APIMessage> & { id?: string } = {},
): APIMessage {
	const asked = parseForm(messageBody, body ?? {});
	const editing = before.id !== undefined;
	const flags = flagsOf(asked, before.flags ?? 0, editing);
	const draft = {
		content: asked.content === undefined ? (before.content ?? '') : (asked.content ?? ''),
		embeds: asked.embeds ?? (asked.embeds === null ? [] : ((before.embeds ?? []) as MessageBody['embeds'] & object)),
		components:
			asked.components ??
			(asked.components === null ? [] : ((before.components ?? []) as MessageBody['components'] & object)),
		flags,
	};
	const attachments = attachmentsOf(world, place, asked, files, before.attachments ?? []);
	checkMessage({ ...draft, attachments });
	const urls = new Map(attachments.map(({ filename, url }) => [`attachment://${filename}`, url]));
	const shown = withUrls({ embeds: draft.embeds, components: numbered(draft.components) }, urls);
	return {
		...before,
		id: before.id ?? world.id(),
		type: before.type ?? MessageType.Default,
		channel_id: place.id,
		author: userPayload(world.bot, true),
		content: draft.content,
		...shown,
		attachments,
		flags,
		tts: false,
		pinned: false,
		timestamp: before.timestamp ?? world.now(),
		// What takes the place of "is thinking…" does not count as edited.
		edited_timestamp: editing && ((before.flags ?? 0) & MessageFlags.Loading) === 0 ? world.now() : null,
		application_id: world.application.id,
		...pings(world, draft, asked.allowed_mentions ?? undefined),
	} as APIMessage;
}

function flagsOf({ flags }: MessageBody, before: number, editing: boolean): number {
	const asked = flags ?? (editing ? before & MessageFlags.SuppressEmbeds : 0);
	if ((asked & ~SENDABLE) !== 0)
		throw invalidField(['flags'], 'BASE_TYPE_INVALID', 'Contains flags that cannot be set.');
	if (!editing) return asked | before;
	// An edit cannot make a message private or public, and the components flag stays once it is set.
	const fixed = before & ~(MessageFlags.SuppressEmbeds | MessageFlags.Loading);
	return fixed | (asked & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2));
}

function attachmentsOf(
	world: World,
	place: Place,
	{ attachments }: MessageBody,
	files: ReadonlyMap<string, UploadedFile>,
	before: APIMessage['attachments'],
): APIMessage['attachments'] {
	const kept = attachments ? before.filter(({ id }) => attachments.some((it) => it.id === id)) : before;
	if (kept.length + files.size > LIMITS.files)
		throw invalidField(['attachments'], 'BASE_TYPE_MAX_LENGTH', `Must be ${LIMITS.files} or fewer in length.`);
	const added = [...files].map(([key, file]) => {
		if (file.bytes.length > LIMITS.fileBytes) throw entityTooLarge();
		const asked = attachments?.find(({ id }) => id === key);
		const { filename = asked?.filename ?? 'unknown' } = file;
		return attachmentPayload(world, place, world.addFile({ ...file, filename }), asked?.description);
	});
	return [...kept, ...added];
}

/** Discord numbers the components that carry no id of their own, in reading order from 1. */
function numbered<T>(components: readonly T[]): T[] {
	const copy = structuredClone(components) as T[];
	let next = 1;
	for (const component of walkComponents(copy as readonly AnyComponent[]))
		Object.assign(component, { id: (component as { id?: number }).id || next++ });
	return copy;
}

/** Replaces `attachment://name` by the address that the file is served under. */
function withUrls<T>(value: T, urls: ReadonlyMap<string, string>): T {
	if (urls.size === 0) return value;
	return JSON.parse(JSON.stringify(value), (key, it: unknown) =>
		key === 'url' && typeof it === 'string' ? (urls.get(it) ?? it) : it,
	) as T;
}

/** Whom the message would notify. Without `allowed_mentions` a reply to an interaction notifies users, nobody else. */
function pings(world: World, draft: { content: string; components: readonly unknown[] }, allowed?: AllowedMentions) {
	const displays = [...walkComponents(draft.components as readonly AnyComponent[])];
	const texts = displays.map((it) => (it.type === ComponentType.TextDisplay ? it.content : ''));
	const text = [draft.content, ...texts].join('\n');
	const users = new Set([...text.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? ''));
	const may = (id: string) => !allowed || allowed.parse?.includes('users') || (allowed.users?.includes(id) ?? false);
	const mentions = [...users].filter(may).flatMap((id): Person[] => [world.people.get(id) ?? []].flat());
	return {
		mentions: mentions.map((it) => userPayload(it)),
		mention_roles: [],
		mention_everyone: (allowed?.parse?.includes('everyone') ?? false) && /@(everyone|here)/.test(text),
	};
}
