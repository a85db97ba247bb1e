import {
	type APIMessage,
	InteractionResponseType as Callback,
	InteractionType,
	MessageFlags,
} from 'discord-api-types/v10';
import * as z from 'zod';
import type { ApiRequest, ApiResponse } from '../api-request.js';
import { type Modal, modal } from '../component-schema.js';
import { composeMessage } from '../compose-message.js';
import { alreadyAcknowledged, invalidField, parseForm, unknownInteraction } from '../discord-error.js';
import type { Exchange } from '../exchange.js';
import type { Route } from '../http-api.js';
import { LIMITS } from '../limits.js';
import type { StoredMessage, World } from '../world.js';

const callbackBody = z.looseObject({ type: z.enum(Callback), data: z.unknown().optional() });
const choice = z.looseObject({
	name: z.string().min(1).max(LIMITS.choiceText),
	value: z.union([z.string().max(LIMITS.choiceText), z.number()]),
});
const choicesBody = z.looseObject({ choices: z.array(choice).max(LIMITS.choices) });

/** What may answer what: no message to an autocomplete, no modal to a modal. */
const ALLOWED: Partial<Record<InteractionType, readonly Callback[]>> = {
	[InteractionType.ApplicationCommand]: [4, 5, 9],
	[InteractionType.ApplicationCommandAutocomplete]: [8],
	[InteractionType.MessageComponent]: [4, 5, 6, 7, 9],
	[InteractionType.ModalSubmit]: [4, 5, 6, 7],
};

/** The first callback to an interaction. */
export function interactionRoutes(world: World, exchanges: ReadonlyMap<string, Exchange>): Route[] {
	return [{ method: 'POST', path: '/interactions/:id/:token/callback', auth: false, handle: callback }];

	function callback(request: ApiRequest): ApiResponse {
		const exchange = exchanges.get(request.params.id ?? '');
		if (!exchange || exchange.token !== request.params.token) throw unknownInteraction();
		if (exchange.progress === 'deferred' || exchange.progress === 'answered') throw alreadyAcknowledged();
		if (exchange.late) throw unknownInteraction();
		const { type, data } = parseForm(callbackBody, request.body);
		const { action } = exchange;
		const onMessage = action.message !== undefined;
		const fits = ALLOWED[action.type]?.includes(type) && (onMessage || (type !== 6 && type !== 7));
		if (!fits)
			throw invalidField(['type'], 'INTERACTION_CALLBACK_TYPE', `Callback ${type} does not answer ${action.label}.`);
		const message = act(exchange, type, data, request);
		if (request.query.get('with_response') !== 'true') return { status: 204 };
		return { status: 200, body: responseBody(exchange, type, message) };
	}

	function act(exchange: Exchange, type: Callback, data: unknown, { files }: ApiRequest): StoredMessage | null {
		const { place, message } = exchange.action;
		switch (type) {
			case Callback.ChannelMessageWithSource:
				return send(exchange, composeMessage(world, place, { body: data, files }, exchange.messageBase(0)), false);
			case Callback.DeferredChannelMessageWithSource:
				return send(exchange, loadingMessage(exchange, data), true);
			case Callback.DeferredMessageUpdate:
				exchange.original = message ?? null;
				exchange.acknowledge('deferred');
				return null;
			case Callback.UpdateMessage:
				if (!message) throw unknownInteraction();
				world.editMessage(message, composeMessage(world, place, { body: data, files }, message.payload));
				exchange.original = message;
				exchange.acknowledge('answered');
				return message;
			case Callback.ApplicationCommandAutocompleteResult:
				exchange.choices = parseForm(choicesBody, data).choices;
				exchange.acknowledge('answered');
				return null;
			default:
				exchange.modal = parseForm(modal, data) as Modal;
				exchange.acknowledge('answered');
				return null;
		}
	}

	function send(exchange: Exchange, payload: APIMessage, loading: boolean): StoredMessage {
		const { place, person } = exchange.action;
		const privateTo = ((payload.flags ?? 0) & MessageFlags.Ephemeral) !== 0 ? person : null;
		exchange.original = world.addMessage({ payload, place, privateTo, loading });
		exchange.acknowledge(loading ? 'deferred' : 'answered');
		return exchange.original;
	}

	/** A deferral carries nothing but its flags; "is thinking…" stands in its place. */
	function loadingMessage(exchange: Exchange, data: unknown): APIMessage {
		const flags = Number((data as { flags?: number } | undefined)?.flags ?? 0) & MessageFlags.Ephemeral;
		const base = exchange.messageBase(flags | MessageFlags.Loading);
		const empty = { content: '', embeds: [], components: [], attachments: [], mentions: [], mention_roles: [] };
		const fixed = {
			mention_everyone: false,
			tts: false,
			pinned: false,
			edited_timestamp: null,
			timestamp: world.now(),
		};
		const author = {
			id: world.bot.id,
			username: world.bot.name,
			discriminator: '0',
			avatar: null,
			global_name: null,
			bot: true,
		};
		return { ...empty, ...fixed, ...base, author, id: world.id(), channel_id: exchange.action.place.id } as APIMessage;
	}
}

function responseBody(exchange: Exchange, type: Callback, message: StoredMessage | null): object {
	const { place } = exchange.action;
	return {
		interaction: {
			id: exchange.id,
			type: exchange.action.type,
			channel_id: place.id,
			...(place.guild && { guild_id: place.guild.id }),
			...(message && {
				response_message_id: message.payload.id,
				response_message_loading: message.loading,
				response_message_ephemeral: message.privateTo !== null,
			}),
		},
		resource: { type, ...(message && !message.loading && { message: message.payload }) },
	};
}
