import type { ApiRequest, ApiResponse } from '../api-request.js';
import { composeMessage } from '../compose-message.js';
import { missingAccess, unknownChannel, unknownMessage } from '../discord-error.js';
import type { Route } from '../http-api.js';
import { LIMITS } from '../limits.js';
import { channelPayload, userPayload } from '../payloads.js';
import type { Place, StoredMessage, World } from '../world.js';

/** What the bot asks with its own token: who it is, where the gateway is, and the channels it is a member of. */
export function botRoutes(world: World, gatewayUrl: () => string, identifiesLeft: () => number): Route[] {
	const limit = () => ({
		total: LIMITS.identifiesPerDay,
		remaining: identifiesLeft(),
		reset_after: 86_400_000,
		max_concurrency: 1,
	});
	return [
		get('/gateway/bot', () => ({ url: gatewayUrl(), shards: 1, session_start_limit: limit() })),
		{ ...get('/gateway', () => ({ url: gatewayUrl() })), auth: false },
		get('/users/@me', () => userPayload(world.bot, true)),
		get('/applications/@me', application),
		get('/oauth2/applications/@me', application),
		get('/channels/:channel', (it) => channelPayload(channel(it), [...world.people.values()], world.bot)),
		get('/channels/:channel/messages/:message', (it) => message(it).payload),
		{ method: 'POST', path: '/channels/:channel/messages', auth: true, handle: post },
		{ method: 'DELETE', path: '/channels/:channel/messages/:message', auth: true, handle: remove },
	];

	function get(path: string, read: (request: ApiRequest) => unknown): Route {
		return { method: 'GET', path, auth: true, handle: (request) => ({ status: 200, body: read(request) }) };
	}

	function application() {
		const { id, name } = world.application;
		return {
			id,
			name,
			icon: null,
			description: '',
			bot_public: true,
			bot_require_code_grant: false,
			verify_key: '',
			flags: 0,
			team: null,
		};
	}

	function channel({ params }: ApiRequest): Place {
		const place = world.places.get(params.channel ?? '');
		if (!place) throw unknownChannel();
		if (!place.installed) throw missingAccess();
		return place;
	}

	function message(request: ApiRequest): StoredMessage {
		const place = channel(request);
		const found = world.messages.get(request.params.message ?? '');
		if (!found || found.deleted || found.place !== place || found.privateTo) throw unknownMessage();
		return found;
	}

	function post(request: ApiRequest): ApiResponse {
		const place = channel(request);
		const payload = composeMessage(world, place, request);
		world.addMessage({ payload, place, privateTo: null, loading: false });
		return { status: 200, body: payload };
	}

	function remove(request: ApiRequest): ApiResponse {
		const found = message(request);
		if (found.payload.author.id !== world.bot.id) throw missingAccess();
		world.deleteMessage(found);
		return { status: 204 };
	}
}
