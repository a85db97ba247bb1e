import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayIntentBits as Intent, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import type { Faults } from './faults.js';
import { LIMITS } from './limits.js';
import { guildPayload, userPayload } from './payloads.js';
import { Session } from './session.js';
import type { Place, World } from './world.js';

const frame = z.object({ op: z.number(), d: z.unknown() });
const identify = z.object({
	token: z.string(),
	intents: z.number().int().nonnegative(),
	shard: z.tuple([z.number().int().nonnegative(), z.number().int().positive()]).default([0, 1]),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

/** Intents that an application must be granted in the developer portal; this one is not. */
const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

/** Why a connection is closed, with the gateway's close code. */
class Refusal extends Error {
	constructor(
		readonly code: number,
		reason: string,
	) {
		super(reason);
	}
}

/** What a connection did so far, besides the session it may carry. */
interface Connection {
	session: Session | null;
	/** Times of the messages of the last minute. */
	sent: number[];
}

/** Gateway v10, JSON without compression: identify, heartbeat, resume, and the events of one application. */
export class Gateway {
	readonly #server = new WebSocketServer({ noServer: true });
	readonly #sessions = new Map<string, Session>();
	readonly #connections = new Map<WebSocket, Connection>();
	/** Successful identifications and resumptions so far. */
	readonly counts = { identified: 0, resumed: 0 };

	constructor(
		readonly world: World,
		readonly faults: Faults,
		readonly token: string,
		readonly url: () => string,
	) {}

	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		if (this.faults.refusedUpgrades > 0) {
			this.faults.refusedUpgrades -= 1;
			socket.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
			return;
		}
		this.#server.handleUpgrade(request, socket, head, (client) => this.#greet(client));
	}

	/** Tells an event to every session of the shard that `place` belongs to, connected or waiting to be resumed. */
	dispatch(place: Place, name: string, data: unknown): void {
		for (const session of this.#sessions.values())
			if (shardOf(place, session.shard[1]) === session.shard[0]) session.dispatch(name, data);
	}

	/** The bot was added to a server. */
	announce(place: Place): void {
		if (!place.guild || !place.installed) return;
		this.dispatch(place, 'GUILD_CREATE', guildPayload(this.world, { ...place, guild: place.guild }));
	}

	/** Closes every connection with `code`; the sessions stay unless the code ends them. */
	close(code: number): void {
		for (const [socket, { session }] of this.#connections) {
			if (code === 1000 || code === 1001) this.#forget(session);
			socket.close(code);
		}
	}

	/** Cuts every connection without a closing frame, as a network does. */
	cut(): void {
		for (const socket of this.#connections.keys()) socket.terminate();
	}

	/** Asks every connection to reconnect and resume (opcode 7). */
	askToReconnect(): void {
		for (const socket of this.#connections.keys()) say(socket, Op.Reconnect, null);
	}

	/** Declares every session invalid (opcode 9); unless `resumable`, they are forgotten. */
	invalidateSessions(resumable = false): void {
		for (const [socket, { session }] of this.#connections) {
			if (!resumable) this.#forget(session);
			say(socket, Op.InvalidSession, resumable);
		}
	}

	/** Whether a bot is connected and ready. */
	get ready(): boolean {
		return [...this.#sessions.values()].some(({ socket }) => socket !== null);
	}

	stop(): void {
		this.#sessions.clear();
		this.cut();
		this.#server.close();
	}

	#greet(socket: WebSocket): void {
		const connection: Connection = { session: null, sent: [] };
		this.#connections.set(socket, connection);
		socket.on('error', () => socket.terminate());
		socket.on('close', (code) => {
			this.#connections.delete(socket);
			if (connection.session?.socket === socket) connection.session.socket = null;
			// The client says goodbye for good with these two codes.
			if (code === 1000 || code === 1001) this.#forget(connection.session);
		});
		socket.on('message', (data: Buffer) => {
			try {
				this.#read(socket, connection, data);
			} catch (error) {
				if (!(error instanceof Refusal)) throw error;
				socket.close(error.code, error.message);
			}
		});
		say(socket, Op.Hello, { heartbeat_interval: this.faults.heartbeatMs });
	}

	#read(socket: WebSocket, connection: Connection, data: Buffer): void {
		const now = this.world.clock.now();
		connection.sent = [...connection.sent.filter((at) => at > now - 60_000), now];
		if (connection.sent.length > LIMITS.gatewayMessagesPerMinute) throw new Refusal(4008, 'Rate limited.');
		if (data.length > LIMITS.gatewayPayloadBytes) throw new Refusal(4002, 'Error while decoding payload.');
		const parsed = frame.safeParse(parseJson(data));
		if (!parsed.success) throw new Refusal(4002, 'Error while decoding payload.');
		const { op, d } = parsed.data;
		if (op === Op.Heartbeat) {
			if (this.faults.heartbeatAcks) say(socket, Op.HeartbeatAck, null);
		} else if (op === Op.Identify) this.#identify(socket, connection, d);
		else if (op === Op.Resume) this.#resume(socket, connection, d);
		else if (!connection.session) throw new Refusal(4003, 'Not authenticated.');
		else if (op !== Op.PresenceUpdate && op !== Op.RequestGuildMembers) throw new Refusal(4001, 'Unknown opcode.');
	}

	#identify(socket: WebSocket, connection: Connection, data: unknown): void {
		const parsed = identify.safeParse(data);
		if (!parsed.success) throw new Refusal(4002, 'Error while decoding payload.');
		const { token, intents, shard } = parsed.data;
		if (token !== this.token) throw new Refusal(4004, 'Authentication failed.');
		if (connection.session) throw new Refusal(4005, 'Already authenticated.');
		if (shard[0] >= shard[1]) throw new Refusal(4010, 'Invalid shard.');
		if ((intents & PRIVILEGED) !== 0) throw new Refusal(4014, 'Disallowed intent(s).');
		const session = new Session(this.world.id(), shard, intents);
		this.#attach(socket, connection, session);
		this.#sessions.set(session.id, session);
		this.counts.identified += 1;
		const servers = [...this.world.places.values()].filter(
			(it) => it.installed && it.guild && shardOf(it, shard[1]) === shard[0],
		);
		session.dispatch('READY', {
			v: 10,
			user: userPayload(this.world.bot, true),
			guilds: servers.map(({ guild }) => ({ id: guild?.id, unavailable: true })),
			session_id: session.id,
			resume_gateway_url: this.url(),
			shard,
			application: { id: this.world.application.id, flags: 0 },
		});
		if ((intents & Intent.Guilds) === 0) return;
		for (const { guild, ...place } of servers)
			if (guild) session.dispatch('GUILD_CREATE', guildPayload(this.world, { ...place, guild }));
	}

	#resume(socket: WebSocket, connection: Connection, data: unknown): void {
		const parsed = resume.safeParse(data);
		if (!parsed.success) throw new Refusal(4002, 'Error while decoding payload.');
		if (parsed.data.token !== this.token) throw new Refusal(4004, 'Authentication failed.');
		const session = this.#sessions.get(parsed.data.session_id);
		if (!session) {
			say(socket, Op.InvalidSession, false);
			return;
		}
		this.#attach(socket, connection, session);
		this.counts.resumed += 1;
		session.replay(parsed.data.seq);
		session.dispatch('RESUMED', {});
	}

	#attach(socket: WebSocket, connection: Connection, session: Session): void {
		connection.session = session;
		session.socket = socket;
	}

	#forget(session: Session | null): void {
		if (session) this.#sessions.delete(session.id);
	}
}

/** Servers are spread over the shards by their id; everything else belongs to shard 0. */
function shardOf({ guild }: Place, shards: number): number {
	return guild ? Number((BigInt(guild.id) >> 22n) % BigInt(shards)) : 0;
}

function say(socket: WebSocket, op: Op, d: unknown): void {
	socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

function parseJson(data: Buffer): unknown {
	try {
		return JSON.parse(data.toString('utf8'));
	} catch {
		return null;
	}
}
