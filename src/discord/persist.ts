import { setTimeout as wait } from 'node:timers/promises';
import { isConnectionLost } from './discord-error.js';

/** Waits before the second, third … attempt: together they fit the three seconds that a first answer has. */
const WAITS_MS = [150, 350, 700];

/**
 * Sends something again and again while the connection is lost. discord.js retries answers of 500 and up, but not a
 * connection that Discord closes, and an edit lost that way leaves "is thinking…" for ever.
 *
 * @param send - Called with the number of the attempt, from 0.
 * @param mayRepeat - After which failures it is sent again: after any lost connection, when twice does no harm.
 */
export async function persist<Result>(
	send: (attempt: number) => Promise<Result>,
	mayRepeat: (error: unknown) => boolean = isConnectionLost,
): Promise<Result> {
	for (let attempt = 0; ; attempt++) {
		try {
			return await send(attempt);
		} catch (error) {
			const waitMs = WAITS_MS[attempt];
			if (waitMs === undefined || !mayRepeat(error)) throw error;
			await wait(waitMs);
		}
	}
}
