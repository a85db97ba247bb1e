import type { z } from 'zod';

/** One complaint of Discord's about one field of a request. */
export interface FieldError {
	readonly path: readonly PropertyKey[];
	readonly code: string;
	readonly message: string;
}

/** A refusal in Discord's own shape: HTTP status, JSON error code, message, and the fields at fault. */
export class DiscordError extends Error {
	override readonly name = 'DiscordError';

	constructor(
		readonly status: number,
		readonly code: number,
		message: string,
		readonly fields: readonly FieldError[] = [],
	) {
		super(message);
	}

	/** The body that Discord would send. */
	toJSON(): object {
		const { code, message } = this;
		return this.fields.length === 0 ? { code, message } : { code, message, errors: nest(this.fields) };
	}

	/** One line for a test's report. */
	describe(): string {
		const fields = this.fields.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
		return [`${this.status} ${this.code} ${this.message}`, ...fields].join('; ');
	}
}

export const notFound = () => new DiscordError(404, 0, '404: Not Found');
export const unauthorized = () => new DiscordError(401, 0, '401: Unauthorized');
export const missingAccess = () => new DiscordError(403, 50001, 'Missing Access');
export const unknownChannel = () => new DiscordError(404, 10003, 'Unknown Channel');
export const unknownMessage = () => new DiscordError(404, 10008, 'Unknown Message');
export const unknownWebhook = () => new DiscordError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new DiscordError(404, 10062, 'Unknown interaction');
export const unknownCommand = () => new DiscordError(404, 10063, 'Unknown application command');
export const invalidToken = () => new DiscordError(401, 50027, 'Invalid Webhook Token');
export const alreadyAcknowledged = () => new DiscordError(400, 40060, 'Interaction has already been acknowledged.');
export const tooManyFollowUps = () =>
	new DiscordError(400, 40094, 'Maximum number of follow-up messages for this interaction reached');
export const emptyMessage = () => new DiscordError(400, 50006, 'Cannot send an empty message');
export const entityTooLarge = () => new DiscordError(413, 40005, 'Request entity too large');
export const tooManyCreations = () =>
	new DiscordError(400, 30034, 'Max number of daily application command creates has been reached (200)');

export const invalidForm = (fields: readonly FieldError[]) => new DiscordError(400, 50035, 'Invalid Form Body', fields);

/** A form error about a single field. */
export const invalidField = (path: readonly PropertyKey[], code: string, message: string) =>
	invalidForm([{ path, code, message }]);

/** Reads `value` by `schema`. @throws {DiscordError} 50035 with every field at fault. */
export function parseForm<T>(schema: z.ZodType<T>, value: unknown): T {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw invalidForm(parsed.error.issues.map((issue) => ({ path: issue.path, ...formCode(issue) })));
}

function formCode(issue: z.core.$ZodIssue): { code: string; message: string } {
	switch (issue.code) {
		case 'too_big':
			return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
		case 'too_small':
			return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
		case 'invalid_type':
			return issue.input === undefined
				? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
				: { code: 'BASE_TYPE_BAD_TYPE', message: `Must be of type ${issue.expected}.` };
		case 'custom':
			return { code: String(issue.params?.code ?? 'BASE_TYPE_INVALID'), message: issue.message };
		default:
			return { code: 'BASE_TYPE_INVALID', message: issue.message };
	}
}

/** Discord's tree of errors: `{ embeds: { 0: { title: { _errors: [...] } } } }`. */
function nest(fields: readonly FieldError[]): object {
	interface Node {
		[key: string]: Node | { code: string; message: string }[];
	}
	const root: Node = {};
	for (const { path, code, message } of fields) {
		let node = root;
		for (const key of path) {
			const child = node[String(key)];
			const next: Node = child && !Array.isArray(child) ? child : {};
			node[String(key)] = next;
			node = next;
		}
		const list = node._errors;
		node._errors = [...(Array.isArray(list) ? list : []), { code, message }];
	}
	return root;
}
