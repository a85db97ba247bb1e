import pino, { type Logger } from 'pino';

export type Log = Logger;

/** Fields that would give away a secret or a reader's words, wherever they hang in a logged object. */
const REDACTED = ['token', 'question', 'content', 'text', 'user', 'requestBody', 'rawError', 'url'];

/**
 * The one log of the process, as JSON lines on standard error; each area takes a `child({ area })`.
 * Standard output stays free for answers.
 */
export function createLog(level: string, destination: pino.DestinationStream = pino.destination(2)): Log {
	return pino(
		{
			level,
			redact: REDACTED.flatMap((field) => [field, `*.${field}`]),
			serializers: { err: serializeError },
		},
		destination,
	);
}

/**
 * Name, message, stack and codes, and nothing else: discord.js hangs the request on its errors, whose address holds an
 * interaction's token and whose body holds what the reader asked.
 */
function serializeError(error: unknown): unknown {
	if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
	const { code, status, method } = error as Error & { code?: unknown; status?: unknown; method?: unknown };
	const cause = error.cause === undefined ? undefined : serializeError(error.cause);
	return { type: error.name, message: error.message, stack: error.stack, code, status, method, cause };
}
