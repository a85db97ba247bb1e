import { ApplicationCommandType as CommandType, ComponentType, InteractionType } from 'discord-api-types/v10';
import { fillOptions, type GivenOptions, offeredCommand } from './command-options.js';
import type { Action, Exchange } from './exchange.js';
import { type AnyComponent, walkComponents } from './message-rules.js';
import type { StandIn } from './stand-in.js';
import type { Person, Place, StoredMessage } from './world.js';

/** What a person can do to the app, each as the exchange that it begins. */
export class Gestures {
	constructor(
		readonly discord: StandIn,
		readonly person: Person,
	) {}

	/** Sends a slash command; `name` may hold subcommands: `library add`. */
	command(place: Place, name: string, options: GivenOptions): Exchange {
		const command = offeredCommand(this.discord, place, name, CommandType.ChatInput);
		const data = fillOptions(this.discord.world, place, command, name, options);
		return this.#send({ type: InteractionType.ApplicationCommand, place, data, label: `/${name}` });
	}

	/** Types into the option `focused`, whose value so far is among the options. */
	type(place: Place, name: string, focused: string, options: GivenOptions): Exchange {
		const command = offeredCommand(this.discord, place, name, CommandType.ChatInput);
		const data = fillOptions(this.discord.world, place, command, name, options, focused);
		const label = `/${name} ${focused}`;
		return this.#send({ type: InteractionType.ApplicationCommandAutocomplete, place, data, label });
	}

	/** Picks a command from the menu of a message. */
	menu(target: StoredMessage, name: string): Exchange {
		const { payload, place } = target;
		const { id, type } = offeredCommand(this.discord, place, name, CommandType.Message);
		const data = { id, name, type, target_id: payload.id, resolved: { messages: { [payload.id]: payload } } };
		return this.#send({ type: InteractionType.ApplicationCommand, place, data, label: name });
	}

	press(message: StoredMessage, customId: string, label = customId): Exchange {
		const data = { custom_id: customId, component_type: ComponentType.Button };
		return this.#send({ type: InteractionType.MessageComponent, place: message.place, data, message, label });
	}

	select(
		message: StoredMessage,
		customId: string,
		values: readonly string[],
		type = ComponentType.StringSelect,
	): Exchange {
		const data = { custom_id: customId, component_type: type, values };
		const label = 'select menu';
		return this.#send({ type: InteractionType.MessageComponent, place: message.place, data, message, label });
	}

	/** Fills in and sends the form that `exchange` opened; `values` by the custom ids of its fields. */
	submit({ modal, action }: Exchange, values: Readonly<Record<string, string>>): Exchange {
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
		const { place, message } = action;
		const from = message ? { message } : {};
		return this.#send({ type: InteractionType.ModalSubmit, place, data, label: modal.title, ...from });
	}

	#send(action: Omit<Action, 'person'>): Exchange {
		return this.discord.interact({ ...action, person: this.person });
	}
}
