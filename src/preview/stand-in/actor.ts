import type { APIMessage, APIApplicationCommandOptionChoice as Choice } from 'discord-api-types/v10';
import type { GivenOptions } from './command-options.js';
import type { Exchange } from './exchange.js';
import { Gestures } from './gestures.js';
import { userPayload } from './payloads.js';
import { Reply } from './reply.js';
import type { StandIn } from './stand-in.js';
import type { Person, Place, StoredMessage } from './world.js';

/** A person at the keyboard: each act waits until there is something final to see. */
export class Actor {
	readonly #hands: Gestures;

	constructor(
		readonly discord: StandIn,
		readonly person: Person,
	) {
		this.#hands = new Gestures(discord, person);
	}

	/** Sends a slash command; `name` may hold subcommands: `library add`. */
	async command(place: Place, name: string, options: GivenOptions = {}): Promise<Reply> {
		return replyOf(await this.#hands.command(place, name, options).settled);
	}

	/** The choices offered for option `focused` while it holds `typed`. */
	async autocomplete(
		place: Place,
		name: string,
		focused: string,
		typed: string,
		options: GivenOptions = {},
	): Promise<readonly Choice[]> {
		const exchange = await this.#hands.type(place, name, focused, { ...options, [focused]: typed }).settled;
		return exchange.choices ?? [];
	}

	/** Picks a command from the menu of a message. */
	async messageCommand(name: string, target: StoredMessage | Reply): Promise<Reply> {
		return replyOf(await this.#hands.menu(target instanceof Reply ? target.stored : target, name).settled);
	}

	/** Presses the button with this label. */
	async click(reply: Reply, label: string): Promise<Reply> {
		const button = reply.buttons.find((it) => it.label === label);
		if (!button) throw new Error(`there is no button "${label}", only: ${reply.labels.join(', ')}`);
		if (button.disabled || button.custom_id === undefined) throw new Error(`the button "${label}" cannot be pressed`);
		return replyOf(await this.#hands.press(reply.stored, button.custom_id, `button ${label}`).settled);
	}

	/** Presses a button by its id, as a stale client may even when the button is gone. */
	async press(message: StoredMessage, customId: string): Promise<Reply> {
		return replyOf(await this.#hands.press(message, customId).settled);
	}

	/** Chooses from the first select menu, or the one with this id. */
	async select(reply: Reply, values: readonly string[], customId?: string): Promise<Reply> {
		const menu = reply.selects.find((it) => customId === undefined || it.custom_id === customId);
		if (menu?.custom_id === undefined) throw new Error('there is no such select menu');
		return replyOf(await this.#hands.select(reply.stored, menu.custom_id, values, menu.type).settled);
	}

	/** Sends a command that answers with a form. */
	open(place: Place, name: string, options: GivenOptions = {}): Promise<Exchange> {
		return this.#hands.command(place, name, options).settled;
	}

	/** Fills in and sends the form that `exchange` opened; `values` by the custom ids of its fields. */
	async submit(exchange: Exchange, values: Readonly<Record<string, string>>): Promise<Reply> {
		return replyOf(await this.#hands.submit(exchange, values).settled);
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
}

function replyOf(exchange: Exchange): Reply {
	const { modal, original, followUps, action } = exchange;
	if (modal) throw new Error(`a form was opened instead of a message: ${modal.title}`);
	const message = original ?? followUps.at(-1) ?? action.message;
	if (!message) throw new Error(`nothing came back from ${action.label}`);
	return new Reply(message, exchange);
}
