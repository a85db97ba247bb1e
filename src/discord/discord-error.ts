import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** Node's and undici's codes for a connection that was never made. */
const NEVER_CONNECTED = [
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENOTFOUND',
	'UND_ERR_CONNECT_TIMEOUT',
];

/** The same, and those for a connection that was dropped. */
const CONNECTION_LOST = [
	...NEVER_CONNECTED,
	'ECONNABORTED',
	'ECONNRESET',
	'EPIPE',
	'ETIMEDOUT',
	'UND_ERR_HEADERS_TIMEOUT',
	'UND_ERR_SOCKET',
];

/** True when the request may not have arrived, or its answer not: nothing says that Discord refused it. */
export function isConnectionLost(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	if (error.name === 'AbortError') return true;
	if (error instanceof HTTPError) return error.status >= 500;
	return CONNECTION_LOST.includes(codeOf(error)) || isConnectionLost(error.cause);
}

/** True when the request cannot have arrived. */
export function isNeverSent(error: unknown): boolean {
	return error instanceof Error && (NEVER_CONNECTED.includes(codeOf(error)) || isNeverSent(error.cause));
}

/** True when somebody answered this interaction before: another instance, or our own request whose answer was lost. */
export function isAlreadyAnswered(error: unknown): boolean {
	return isApiError(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
}

/** True when it is too late to answer: the three seconds or fifteen minutes are over, or the message is gone. */
export function isExpired(error: unknown): boolean {
	return isApiError(
		error,
		RESTJSONErrorCodes.UnknownInteraction,
		RESTJSONErrorCodes.UnknownWebhook,
		RESTJSONErrorCodes.UnknownMessage,
		RESTJSONErrorCodes.InvalidWebhookToken,
	);
}

/** True when Discord does not let the bot post here (again). */
export function isRefusedPost(error: unknown): boolean {
	return isApiError(
		error,
		RESTJSONErrorCodes.MissingAccess,
		RESTJSONErrorCodes.MissingPermissions,
		MAX_FOLLOW_UPS_WITHOUT_INSTALLATION,
	);
}

/** True when the token is not one of Discord's. */
export function isWrongToken(error: unknown): boolean {
	if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
	return error instanceof DiscordAPIError && error.status === 401;
}

/** An app that only its user installed may follow up five times; discord-api-types has no name for it. */
const MAX_FOLLOW_UPS_WITHOUT_INSTALLATION = 40_094;

function isApiError(error: unknown, ...codes: number[]): boolean {
	return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

function codeOf(error: Error): string {
	return 'code' in error ? String(error.code) : '';
}
