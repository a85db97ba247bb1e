import {
	type APIMessage,
	type APIApplicationCommandOptionChoice as Choice,
	ApplicationCommandType as CommandType,
	ComponentType,
	InteractionType,
} from 'discord-api-types/v10';
import { fillOptions, type GivenOptions, offeredCommand } from './command-options.js';
import type { Action, Exchange } from './exchange.js';
import { type AnyComponent, walkComponents } from './message-rules.js';
import { userPayload } from './payloads.js';
import { Reply } from './reply.js';
import type { StandIn } from './stand-in.js';
import type { Person, Place, StoredMessage } from './world.js';

/** A person at the keyboard: everything they can do with the app. Each act waits until there is something final to see. */
export class Actor {
	constructor(
		readonly discord: StandIn,
		readonly person: Person,
	) {}

	/** Sends a slash command; `name` may hold subcommands: `library add`. */
	async command(place: Place, name: string, options: GivenOptions = {}): Promise<Reply> {
		const command = offeredCommand(this.discord, place, name, CommandType.ChatInput);
		const data = fillOptions(this.discord.world, place, command, name, options);
		return this.#act({ type: InteractionType.ApplicationCommand, place, data, label: `/${name}` });
	}

	/** The choices offered for option `focused` while it holds `typed`. */
	async autocomplete(
		place: Place,
		name: string,
		focused: string,
		typed: string,
		options: GivenOptions = {},
	): Promise<readonly Choice[]> {
		const command = offeredCommand(this.discord, place, name, CommandType.ChatInput);
		const data = fillOptions(this.discord.world, place, command, name, { ...options, [focused]: typed }, focused);
		const exchange = this.#send({
			type: InteractionType.ApplicationCommandAutocomplete,
			place,
			data,
			label: `/${name} ${focused}`,
		});
		await exchange.settled;
		return exchange.choices ?? [];
	}

	/** Picks a command from the menu of a message. */
	async messageCommand(name: string, target: StoredMessage | Reply): Promise<Reply> {
		const { payload, place } = storedOf(target);
		const command = offeredCommand(this.discord, place, name, CommandType.Message);
		const { id, type } = command;
		const resolved = { messages: { [payload.id]: payload } };
		const data = { id, name, type, target_id: payload.id, resolved };
		return this.#act({ type: InteractionType.ApplicationCommand, place, data, label: name });
	}

	/** Presses the button with this label. */
	async click(reply: Reply, label: string): Promise<Reply> {
		const button = reply.buttons.find((it) => it.label === label);
		if (!button) throw new Error(`there is no button "${label}", only: ${reply.labels.join(', ')}`);
		if (button.disabled || button.custom_id === undefined) throw new Error(`the button "${label}" cannot be pressed`);
		return this.press(reply.stored, button.custom_id, `button ${label}`);
	}

	/** Presses a button by its id, as a stale client may even when the button is gone. */
	async press(message: StoredMessage, customId: string, label = customId): Promise<Reply> {
		return this.#component(message, { custom_id: customId, component_type: ComponentType.Button }, label);
	}

	/** Chooses from the first select menu, or the one with this id. */
	async select(reply: Reply, values: readonly string[], customId?: string): Promise<Reply> {
		const menu = reply.selects.find((it) => customId === undefined || it.custom_id === customId);
		if (!menu) throw new Error('there is no such select menu');
		return this.#component(
			reply.stored,
			{ custom_id: menu.custom_id, component_type: menu.type, values },
			'select menu',
		);
	}

	/** Fills in and sends the form that `exchange` opened; `values` by the custom ids of its fields. */
	async submit(exchange: Exchange, values: Readonly<Record<string, string>>): Promise<Reply> {
		const { modal, action } = exchange;
		if (!modal) throw new Error('no form was opened');
		const fields = [...walkComponents(modal.components as readonly AnyComponent[])].filter(
			({ custom_id }) => custom_id !== undefined,
		);
		const components = fields.map(({ type, custom_id }) => ({
			type: ComponentType.Label,
			id: 1,
			component: { type, id: 2, custom_id, value: values[String(custom_id)] ?? '' },
		}));
		const data = { custom_id: modal.custom_id, components, resolved: {} };
		const message = action.message ? { message: action.message } : {};
		return this.#act({ type: InteractionType.ModalSubmit, place: action.place, data, label: modal.title, ...message });
	}

	/** Opens a form: like `command`, for those that answer with one. */
	async open(place: Place, name: string, options: GivenOptions = {}): Promise<Exchange> {
		const command = offeredCommand(this.discord, place, name, CommandType.ChatInput);
		const data = fillOptions(this.discord.world, place, command, name, options);
		return this.#send({ type: InteractionType.ApplicationCommand, place, data, label: `/${name}` }).settled;
	}

	/** Writes an ordinary message, for the menu commands to be used on. */
	say(place: Place, content: string, more: Partial<APIMessage> = {}): StoredMessage {
		const { world } = this.discord;
		const payload = {
			id: world.id(),
			type: 0,
			channel_id: place.id,
			author: userPayload(this.person),
			content,
			timestamp: world.now(),
			edited_timestamp: null,
			tts: false,
			mention_everyone: false,
			mentions: [],
			mention_roles: [],
			attachments: [],
			embeds: [],
			components: [],
			pinned: false,
			flags: 0,
			...more,
		} as APIMessage;
		return world.addMessage({ payload, place, privateTo: null, loading: false });
	}

	/** The messages of `place` that this person sees, oldest first. */
	sees(place: Place): readonly Reply[] {
		return this.discord.world.messagesFor(place, this.person).map((it) => new Reply(it));
	}

	#component(message: StoredMessage, data: object, label: string): Promise<Reply> {
		return this.#act({ type: InteractionType.MessageComponent, place: message.place, data, message, label });
	}

	async #act(action: Omit<Action, 'person'>): Promise<Reply> {
		const exchange = this.#send(action);
		await exchange.settled;
		const message = exchange.followUps.at(-1) ?? exchange.original ?? action.message;
		if (exchange.modal) throw new Error(`a form was opened instead of a message: ${exchange.modal.title}`);
		if (!message) throw new Error(`nothing came back from ${action.label}`);
		return new Reply(exchange.original ?? message, exchange);
	}

	#send(action: Omit<Action, 'person'>): Exchange {
		return this.discord.interact({ ...action, person: this.person });
	}
}

function storedOf(target: StoredMessage | Reply): StoredMessage {
	return target instanceof Reply ? target.stored : target;
}
