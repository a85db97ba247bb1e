import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'discord.js';
import { COPY_TOKEN } from '../config.js';
import type { Log } from '../log.js';
import { isWrongToken } from './discord-error.js';

/**
 * Waits between attempts, in seconds: a short outage passes unnoticed, and after a quarter of a minute whoever
 * supervises the process learns that it cannot start and decides how long to go on.
 */
const WAITS_SECONDS = [1, 2, 4, 8];

/** Discord cannot be reached, or does not let this token in. The message is for the person who runs the bot. */
export class LoginError extends Error {
	override readonly name = 'LoginError';
}

/**
 * Logs in, again and again for about fifteen seconds while Discord cannot be reached.
 *
 * @param create - Makes a client for one attempt: one that failed once goes on reconnecting behind our back, and would
 * then answer everything twice.
 * @throws {LoginError} At once when the token is wrong.
 */
export async function login(create: () => Client, token: string, apiUrl: string, log: Log): Promise<Client> {
	for (let attempt = 0; ; attempt++) {
		const client = create();
		try {
			await client.login(token);
			return client;
		} catch (err) {
			await client.destroy();
			if (isWrongToken(err)) {
				throw new LoginError(`Discord does not accept DISCORD_TOKEN; ${COPY_TOKEN}.`);
			}
			const seconds = WAITS_SECONDS[attempt];
			if (seconds === undefined) {
				const reason = err instanceof Error ? err.message : String(err);
				throw new LoginError(
					`Discord cannot be reached at ${apiUrl} (${reason}). Check the network, then start again.`,
				);
			}
			log.warn({ err, retryInSeconds: seconds }, 'discord cannot be reached yet');
			await wait(seconds * 1000);
		}
	}
}
