import { Client, Options } from 'discord.js';
import type { Config } from '../config.js';

/** discord.js keeps users and channels for ever unless it is told otherwise; a command bot looks back at none of them. */
const KEPT = 100;

/**
 * A client that asks for no events but interactions, which come without any intent, keeps next to nothing, and talks to
 * `DISCORD_API_URL`.
 */
export function createClient({ apiUrl, shards, shardCount }: Config): Client {
	return new Client({
		intents: [],
		allowedMentions: { parse: [] },
		makeCache: Options.cacheWithLimits({
			...Options.DefaultMakeCacheSettings,
			GuildMemberManager: KEPT,
			UserManager: KEPT,
			MessageManager: 0,
			PresenceManager: 0,
			ReactionManager: 0,
			GuildEmojiManager: 0,
			GuildStickerManager: 0,
			ThreadManager: 0,
			VoiceStateManager: 0,
			StageInstanceManager: 0,
		}),
		shards: shards === 'auto' ? 'auto' : [...shards],
		...(shardCount === null ? {} : { shardCount }),
		rest: { api: apiUrl },
	});
}
