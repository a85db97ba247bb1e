import type { IncomingMessage } from 'node:http';
import type { UploadedFile } from './compose-message.js';
import { entityTooLarge, invalidForm } from './discord-error.js';
import { LIMITS } from './limits.js';

/** A request to the HTTP API, read. */
export interface ApiRequest {
	readonly method: string;
	/** Without the base and the version: `/gateway/bot`. */
	readonly path: string;
	readonly params: Readonly<Record<string, string>>;
	readonly query: URLSearchParams;
	readonly body: unknown;
	/** By the number in `files[n]`. */
	readonly files: ReadonlyMap<string, UploadedFile>;
}

export interface ApiResponse {
	readonly status: number;
	readonly body?: unknown;
}

/** Reads the body of a request: JSON, or `payload_json` with `files[n]`. @throws {DiscordError} */
export async function readBody(request: IncomingMessage): Promise<Pick<ApiRequest, 'body' | 'files'>> {
	const bytes = await readBytes(request);
	const type = request.headers['content-type'] ?? '';
	const files = new Map<string, UploadedFile>();
	if (bytes.length === 0) return { body: undefined, files };
	if (!type.startsWith('multipart/form-data')) return { body: parseJson(bytes.toString('utf8')), files };
	const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
	let body: unknown;
	for (const [name, value] of form) {
		if (name === 'payload_json') body = parseJson(String(value));
		const number = /^files\[(\d+)\]$/.exec(name)?.[1];
		if (number === undefined || typeof value === 'string') continue;
		files.set(number, {
			filename: value.name,
			contentType: value.type || 'application/octet-stream',
			bytes: new Uint8Array(await value.arrayBuffer()),
		});
	}
	return { body, files };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size <= LIMITS.requestBytes) chunks.push(chunk);
	}
	if (size > LIMITS.requestBytes) throw entityTooLarge();
	return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw invalidForm([{ path: [], code: 'BASE_TYPE_INVALID', message: 'The request body contains invalid JSON.' }]);
	}
}
