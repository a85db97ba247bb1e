import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiRequest, type ApiResponse, readBody } from './api-request.js';
import { DiscordError, notFound, unauthorized } from './discord-error.js';
import type { Faults } from './faults.js';
import { RateLimits } from './rate-limits.js';
import type { World } from './world.js';

export interface Route {
	readonly method: string;
	/** `/webhooks/:application/:token`. */
	readonly path: string;
	/** Whether the bot's token must come along; interactions carry their own in the path. */
	readonly auth: boolean;
	handle(request: ApiRequest): ApiResponse | Promise<ApiResponse>;
}

/** A request that was answered, for tests to look back at. */
export interface LoggedRequest {
	readonly method: string;
	readonly path: string;
	/** 0 where the connection was dropped. */
	readonly status: number;
}

/** The HTTP API: finds the route, applies faults, tokens and rate limits, and answers in Discord's shapes. */
export class HttpApi {
	readonly log: LoggedRequest[] = [];
	readonly #limits: RateLimits;
	readonly #routes: { route: Route; pattern: RegExp }[];

	constructor(
		readonly world: World,
		readonly faults: Faults,
		readonly token: string,
		routes: readonly Route[],
	) {
		this.#limits = new RateLimits(world.clock);
		this.#routes = routes.map((route) => ({
			route,
			pattern: new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
		}));
	}

	/** Answers a request to `path`, which comes without the base and the version. */
	async answer(
		request: IncomingMessage,
		response: ServerResponse,
		path: string,
		query: URLSearchParams,
	): Promise<void> {
		const method = request.method ?? 'GET';
		const line = `${method} ${path}`;
		const fault = this.faults.take(line);
		if (fault?.kind === 'drop' && fault.when === 'before') return this.#drop(request, method, path);
		if (fault?.kind === 'slow') await sleep(fault.ms, undefined, { ref: false });
		let status: number;
		let body: unknown;
		let headers: Record<string, string> = {};
		if (fault?.kind === 'status') {
			({ status, body, headers } = fault);
			request.resume();
		} else {
			({ status, body, headers } = await this.#carryOut(request, method, path, query));
		}
		if (fault?.kind === 'drop') return this.#drop(request, method, path);
		this.log.push({ method, path, status });
		send(response, status, body, headers);
	}

	async #carryOut(request: IncomingMessage, method: string, path: string, query: URLSearchParams) {
		let headers: Record<string, string> = {};
		try {
			const { body, files } = await readBody(request);
			const found = this.#find(method, path);
			if (found.route.auth && request.headers.authorization !== `Bot ${this.token}`) throw unauthorized();
			const standing = this.#limits.count(`${method} ${found.route.path}`, found.params.token ?? '', !found.route.auth);
			headers = standing.headers;
			if (standing.retryAfter !== null) {
				const { retryAfter, global } = standing;
				return {
					status: 429,
					body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
					headers: { ...headers, 'retry-after': String(Math.ceil(retryAfter)) },
				};
			}
			const answer = await found.route.handle({ method, path, query, body, files, params: found.params });
			return { status: answer.status, body: answer.body, headers };
		} catch (error) {
			if (!(error instanceof DiscordError)) throw error;
			if (error.status !== 401)
				this.world.report({ request: `${method} ${path}`, code: error.code, text: error.describe() });
			return { status: error.status, body: error.toJSON(), headers };
		}
	}

	#find(method: string, path: string) {
		for (const { route, pattern } of this.#routes) {
			const match = route.method === method ? pattern.exec(path) : null;
			if (match) return { route, params: { ...match.groups } as Record<string, string> };
		}
		throw notFound();
	}

	#drop(request: IncomingMessage, method: string, path: string): void {
		this.log.push({ method, path, status: 0 });
		request.socket.destroy();
	}
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string>): void {
	response.writeHead(status, { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) });
	response.end(body === undefined ? undefined : JSON.stringify(body));
}
