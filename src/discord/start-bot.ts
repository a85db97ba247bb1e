import { setTimeout as wait } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import type { Config } from '../config.js';
import type { Log } from '../log.js';
import type { Handlers } from './command.js';
import { createClient } from './create-client.js';
import { Dispatcher } from './dispatcher.js';
import { LoginError, login } from './login.js';
import { registerCommands } from './register-commands.js';

/** A bot that answers. */
export interface Bot {
	/** Finishes what it is answering, for at most eight seconds, and leaves Discord. */
	stop(): Promise<void>;
	/** Rejects when Discord closes the connection for good, such as after a reset of the token. */
	readonly lost: Promise<never>;
}

interface Setting<Services> {
	readonly config: Config;
	readonly token: string;
	readonly handlers: Handlers<Services>;
	/** What the handlers work with; it must be ready, since the first question may come at once. */
	readonly services: Services;
	readonly log: Log;
}

const DRAIN_MS = 8000;

/** Waits before registering is tried again; the last one repeats. */
const REGISTER_WAITS_SECONDS = [5, 15, 60, 300];

/**
 * Logs in and answers from then on. Commands are registered beside it: when Discord is unwell, the registration of last
 * time serves meanwhile.
 *
 * @throws {LoginError}
 */
export async function startBot<Services>({ config, token, handlers, services, log }: Setting<Services>): Promise<Bot> {
	const dispatcher = new Dispatcher(handlers, services, log.child({ area: 'commands' }));
	const stopping = new AbortController();
	let ready: Promise<void> = Promise.resolve();
	let lost: Promise<never> = new Promise(() => {});
	const client = await login(
		() => {
			const fresh = createClient(config);
			ready = new Promise((resolve) => fresh.once(Events.ClientReady, () => resolve()));
			lost = new Promise((_, reject) =>
				fresh.on(Events.ShardDisconnect, ({ code }) =>
					reject(new LoginError(`Discord closed the connection for good (code ${code}).`)),
				),
			);
			lost.catch(() => {});
			fresh.on(Events.InteractionCreate, (interaction) => dispatcher.dispatch(interaction));
			logEvents(fresh, log.child({ area: 'discord' }), stopping.signal);
			return fresh;
		},
		token,
		config.apiUrl,
		log,
	);
	await Promise.race([ready, lost]);
	log.info({ shards: client.ws.shards.size, commands: handlers.commands.length }, 'ready');
	void keepRegistered(client, config, handlers, log.child({ area: 'registration' }), stopping.signal);
	return {
		lost,
		async stop() {
			stopping.abort();
			await Promise.race([dispatcher.drain(), wait(DRAIN_MS, undefined, { ref: false })]);
			await client.destroy();
		},
	};
}

async function keepRegistered(
	client: Client,
	config: Config,
	{ commands, messageCommands }: Handlers<never>,
	log: Log,
	signal: AbortSignal,
): Promise<void> {
	const applicationId = client.application?.id ?? config.applicationId;
	const all = [...commands, ...messageCommands].map(({ data }) => data);
	for (let attempt = 0; !signal.aborted; attempt++) {
		try {
			const result = await registerCommands(client.rest, all, { applicationId, guildId: config.guildId });
			log.info(result, result.changed ? 'commands registered' : 'commands unchanged');
			return;
		} catch (err) {
			if (signal.aborted) return;
			const seconds = REGISTER_WAITS_SECONDS[Math.min(attempt, REGISTER_WAITS_SECONDS.length - 1)] ?? 0;
			log.warn({ err, retryInSeconds: seconds }, 'commands could not be registered');
			await wait(seconds * 1000, undefined, { signal, ref: false }).catch(() => {});
		}
	}
}

/** An error event without a listener would end the process. */
function logEvents(client: Client, log: Log, stopping: AbortSignal): void {
	client.on(Events.Error, (err) => log.error({ err }, 'client error'));
	client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'connection error'));
	// discord.js says so when it leaves for good, too.
	client.on(Events.ShardReconnecting, (shard) => stopping.aborted || log.warn({ shard }, 'reconnecting'));
	client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'connection resumed'));
	client.on(Events.Warn, (warning) => log.warn({ warning }, 'client warning'));
}
