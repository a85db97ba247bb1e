import {
	type APIAttachment,
	type APIUser,
	ChannelType,
	InteractionContextType as Context,
	type GatewayGuildCreateDispatchData,
	PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import type { Person, Place, StoredFile, World } from './world.js';

const EVERYONE =
	Permission.ViewChannel |
	Permission.SendMessages |
	Permission.EmbedLinks |
	Permission.AttachFiles |
	Permission.ReadMessageHistory |
	Permission.UseApplicationCommands;

export function userPayload(person: Person, bot = false): APIUser {
	const { id, name } = person;
	if (bot) return { id, username: name, global_name: null, discriminator: '0', avatar: null, bot };
	const username = name.toLowerCase().replaceAll(/[^a-z0-9._]+/g, '');
	return { id, username, global_name: name, discriminator: '0', avatar: null };
}

/** What `person` may do in `place`, as the string of bits that Discord sends. */
export function permissionsOf(person: Person, place: Place): string {
	let bits = EVERYONE;
	if (place.externalApps) bits |= Permission.UseExternalApps;
	if (person.moderator) bits |= Permission.ManageMessages | Permission.ManageGuild;
	return bits.toString();
}

export function memberPayload(person: Person, place: Place) {
	return {
		user: userPayload(person),
		nick: null,
		avatar: null,
		banner: null,
		roles: [],
		joined_at: '2024-01-01T00:00:00.000Z',
		deaf: false,
		mute: false,
		flags: 0,
		permissions: permissionsOf(person, place),
	};
}

export function channelPayload(place: Place, people: readonly Person[], bot: Person) {
	const { id, guild, name } = place;
	if (guild) return { id, type: ChannelType.GuildText, guild_id: guild.id, name, position: 0, nsfw: false, flags: 0 };
	if (place.kind === 'direct') return { id, type: ChannelType.DM, recipients: [userPayload(bot, true)], flags: 0 };
	return {
		id,
		type: ChannelType.GroupDM,
		name,
		icon: null,
		owner_id: people[0]?.id ?? '0',
		recipients: people.map((it) => userPayload(it)),
	};
}

/** The fields of an interaction that say where it happens, and on whose installation. */
export function wherePayload(world: World, person: Person, place: Place) {
	const channel = channelPayload(place, [...world.people.values()], world.bot);
	const shared = {
		channel,
		channel_id: place.id,
		app_permissions: EVERYONE.toString(),
		locale: person.locale,
		entitlements: [],
		attachment_size_limit: 10 * 1024 * 1024,
	};
	if (place.guild) {
		return {
			...shared,
			channel: { ...channel, permissions: permissionsOf(person, place) },
			context: Context.Guild,
			guild_id: place.guild.id,
			guild: { id: place.guild.id, locale: 'en-US', features: [] },
			guild_locale: 'en-US',
			member: memberPayload(person, place),
			authorizing_integration_owners: place.installed ? { '0': place.guild.id } : { '1': person.id },
		};
	}
	const direct = place.kind === 'direct';
	return {
		...shared,
		context: direct ? Context.BotDM : Context.PrivateChannel,
		user: userPayload(person),
		authorizing_integration_owners: direct ? { '0': '0' } : { '1': person.id },
	};
}

export function guildPayload(world: World, place: Place & { guild: NonNullable<Place['guild']> }) {
	const { guild } = place;
	const people = [...world.people.values()];
	return {
		...guild,
		icon: null,
		splash: null,
		discovery_splash: null,
		owner_id: people[0]?.id ?? world.bot.id,
		afk_channel_id: null,
		afk_timeout: 300,
		verification_level: 0,
		default_message_notifications: 0,
		explicit_content_filter: 0,
		roles: [
			{
				id: guild.id,
				name: '@everyone',
				color: 0,
				hoist: false,
				position: 0,
				permissions: EVERYONE.toString(),
				managed: false,
				mentionable: false,
				flags: 0,
			},
		],
		emojis: [],
		stickers: [],
		features: [],
		mfa_level: 0,
		application_id: null,
		system_channel_id: null,
		system_channel_flags: 0,
		rules_channel_id: null,
		vanity_url_code: null,
		description: null,
		banner: null,
		premium_tier: 0,
		preferred_locale: 'en-US',
		public_updates_channel_id: null,
		nsfw_level: 0,
		premium_progress_bar_enabled: false,
		safety_alerts_channel_id: null,
		joined_at: '2024-01-01T00:00:00.000Z',
		large: false,
		unavailable: false,
		member_count: people.length + 1,
		voice_states: [],
		members: [],
		channels: [channelPayload(place, people, world.bot)],
		threads: [],
		presences: [],
		stage_instances: [],
		guild_scheduled_events: [],
		soundboard_sounds: [],
	} as unknown as GatewayGuildCreateDispatchData;
}

export function attachmentPayload(
	world: World,
	place: Place,
	file: StoredFile,
	description?: string | null,
): APIAttachment {
	const url = world.fileUrl(place, file);
	return {
		id: file.id,
		filename: file.filename,
		size: file.bytes.length,
		url,
		proxy_url: url,
		content_type: file.contentType,
		...(description && { description }),
		...pngSize(file.bytes),
	};
}

/** Width and height from the head of a PNG; nothing for other files. */
function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47) return undefined;
	return { width: view.getUint32(16), height: view.getUint32(20) };
}
