import { MessageFlags } from 'discord-api-types/v10';
import type { ApiRequest, ApiResponse } from '../api-request.js';
import { composeMessage } from '../compose-message.js';
import { invalidToken, tooManyFollowUps, unknownMessage, unknownWebhook } from '../discord-error.js';
import type { Exchange } from '../exchange.js';
import type { Route } from '../http-api.js';
import { LIMITS } from '../limits.js';
import type { StoredMessage, World } from '../world.js';

/** Edits, follow-ups and deletions with the token of an interaction that has been acknowledged. */
export function webhookRoutes(world: World, exchanges: ReadonlyMap<string, Exchange>): Route[] {
	const base = '/webhooks/:application/:token';
	return [
		{ method: 'POST', path: base, auth: false, handle: followUp },
		{ method: 'GET', path: `${base}/messages/:message`, auth: false, handle: (it) => ok(target(it)) },
		{ method: 'PATCH', path: `${base}/messages/:message`, auth: false, handle: edit },
		{ method: 'DELETE', path: `${base}/messages/:message`, auth: false, handle: remove },
	];

	function find({ params }: ApiRequest): Exchange {
		const exchange = [...exchanges.values()].find(({ token }) => token === params.token);
		if (!exchange || params.application !== world.application.id || exchange.progress === 'waiting')
			throw unknownWebhook();
		if (exchange.expired) throw invalidToken();
		return exchange;
	}

	function target(request: ApiRequest): StoredMessage {
		const exchange = find(request);
		const wanted = request.params.message;
		const all = [exchange.original, ...exchange.followUps];
		const found = wanted === '@original' ? exchange.original : all.find((it) => it?.payload.id === wanted);
		if (!found || found.deleted) throw unknownMessage();
		return found;
	}

	function edit(request: ApiRequest): ApiResponse {
		const message = target(request);
		world.editMessage(message, composeMessage(world, message.place, request, message.payload));
		find(request).conclude();
		return ok(message);
	}

	function remove(request: ApiRequest): ApiResponse {
		world.deleteMessage(target(request));
		find(request).conclude();
		return { status: 204 };
	}

	function followUp(request: ApiRequest): ApiResponse {
		const exchange = find(request);
		const { place, person } = exchange.action;
		// The first follow-up to a deferred reply takes the place of "is thinking…", unless that was deleted.
		if (exchange.original?.loading && !exchange.original.deleted)
			return edit({ ...request, params: { ...request.params, message: '@original' } });
		if (exchange.userInstallOnly && exchange.followUps.length >= LIMITS.followUpsOutsideInstall)
			throw tooManyFollowUps();
		const payload = composeMessage(world, place, request, exchange.messageBase(0));
		const privateTo = ((payload.flags ?? 0) & MessageFlags.Ephemeral) !== 0 ? person : null;
		const message = world.addMessage({ payload, place, privateTo, loading: false });
		exchange.followUps.push(message);
		exchange.conclude();
		return ok(message);
	}

	function ok(message: StoredMessage): ApiResponse {
		return { status: 200, body: message.payload };
	}
}
