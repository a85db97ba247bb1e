import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Actor } from './actor.js';
import { Commands } from './commands.js';
import { type Action, Exchange } from './exchange.js';
import { Faults } from './faults.js';
import { Gateway } from './gateway.js';
import { HttpApi } from './http-api.js';
import { userPayload, wherePayload } from './payloads.js';
import { botRoutes } from './routes/bot-routes.js';
import { commandRoutes } from './routes/command-routes.js';
import { interactionRoutes } from './routes/interaction-routes.js';
import { webhookRoutes } from './routes/webhook-routes.js';
import { type Place, World } from './world.js';

/** `/api/v10/gateway/bot` → `/gateway/bot`. */
const BASE = /^\/api\/v10(?=\/)/;

/** `/attachments/<place>/<file>/<name>`. */
const FILE = /^\/attachments\/\d+\/(\d+)\//;

/**
 * Discord's HTTP API v10 and gateway v10 on this machine, for one application. The bot connects to it with nothing but
 * `DISCORD_API_URL` changed; people act through {@link Actor}.
 */
export class StandIn {
	readonly world = new World();
	readonly faults = new Faults();
	readonly commands = new Commands(this.world);
	readonly gateway: Gateway;
	readonly http: HttpApi;
	readonly #exchanges = new Map<string, Exchange>();
	#server: Server | null = null;
	#port = 0;

	constructor(readonly token: string) {
		this.gateway = new Gateway(this.world, this.faults, token, () => this.#gatewayUrl);
		this.http = new HttpApi(this.world, this.faults, token, [
			...botRoutes(
				this.world,
				() => this.#gatewayUrl,
				() => 1_000 - this.gateway.counts.identified,
			),
			...commandRoutes(this.world, this.commands),
			...interactionRoutes(this.world, this.#exchanges),
			...webhookRoutes(this.world, this.#exchanges),
		]);
	}

	/** For `DISCORD_API_URL`. */
	get url(): string {
		return `${this.world.origin}/api`;
	}

	get #gatewayUrl(): string {
		return `ws://127.0.0.1:${this.#port}/gateway`;
	}

	/** What Discord refused, oldest first; empty when the bot behaved. */
	get violations() {
		return this.world.violations;
	}

	/** Starts to listen, on the same port as before if there was one. */
	async accept(port = this.#port): Promise<void> {
		const server = createServer((request, response) => {
			this.#answer(request, response).catch((error: unknown) => response.destroy(error as Error));
		});
		server.on('upgrade', (request, socket, head) => this.gateway.upgrade(request, socket, head));
		server.listen(port, '127.0.0.1');
		await once(server, 'listening');
		this.#server = server;
		this.#port = (server.address() as AddressInfo).port;
		this.world.origin = `http://127.0.0.1:${this.#port}`;
	}

	/** Connections are refused from now on, and the present ones cut, until {@link accept}. */
	async refuse(): Promise<void> {
		const server = this.#server;
		this.#server = null;
		if (!server) return;
		this.gateway.cut();
		const closed = once(server, 'close');
		server.close();
		server.closeAllConnections();
		await closed;
	}

	async close(): Promise<void> {
		this.world.clock.stop();
		this.gateway.stop();
		await this.refuse();
	}

	/** A person does something with the app: the bot is told, and the exchange that follows is watched. */
	interact(action: Action): Exchange {
		const exchange = new Exchange(this.world, action);
		this.#exchanges.set(exchange.id, exchange);
		const { person, place, type, data, message } = action;
		this.gateway.dispatch(place, 'INTERACTION_CREATE', {
			id: exchange.id,
			application_id: this.world.application.id,
			type,
			token: exchange.token,
			version: 1,
			data,
			...(message && { message: message.payload }),
			...wherePayload(this.world, person, place),
		});
		return exchange;
	}

	/** Somebody new; their language is `en-US` unless said otherwise. */
	person(options: { name: string; locale?: string; moderator?: boolean }): Actor {
		return new Actor(this, this.world.addPerson(options));
	}

	/** A channel of a server that the bot was added to, or of one where people only brought it along themselves. */
	serverChannel({ name = 'general', guildName = 'Newsroom', installed = true, externalApps = true } = {}): Place {
		const place = this.world.addPlace({ kind: 'server', name, guildName, installed, externalApps });
		this.gateway.announce(place);
		return place;
	}

	/** The direct messages between a person and the bot. */
	directMessage(): Place {
		return this.world.addPlace({ kind: 'direct', name: this.world.bot.name, installed: true, externalApps: true });
	}

	/** A group chat, where the bot is no member and people use it by their own installation. */
	groupChat({ name = 'Friends' } = {}): Place {
		return this.world.addPlace({ kind: 'group', name, installed: false, externalApps: true });
	}

	/** Resolves once a bot has identified itself. */
	async untilReady(): Promise<void> {
		while (!this.gateway.ready) await new Promise((resolve) => setTimeout(resolve, 20));
	}

	/** The bot's own account, as its messages carry it. */
	get botUser() {
		return userPayload(this.world.bot, true);
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname, searchParams } = new URL(request.url ?? '/', this.world.origin);
		const file = this.world.files.get(FILE.exec(pathname)?.[1] ?? '');
		if (file && request.method === 'GET') {
			response.writeHead(200, { 'content-type': file.contentType, 'content-length': file.bytes.length });
			response.end(file.bytes);
			return;
		}
		await this.http.answer(request, response, decodeURIComponent(pathname).replace(BASE, ''), searchParams);
	}
}

/** Starts a stand-in for Discord; `port` 0 or none is any free one. Close it when done. */
export async function startDiscord({ port = 0, token = 'stand-in.token.of-no-value' } = {}): Promise<StandIn> {
	const discord = new StandIn(token);
	await discord.accept(port);
	return discord;
}
