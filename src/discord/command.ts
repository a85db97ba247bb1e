import type {
	ApplicationCommandOptionChoiceData,
	AutocompleteInteraction,
	ButtonInteraction,
	ChatInputCommandInteraction,
	MessageContextMenuCommandInteraction,
	RESTPostAPIApplicationCommandsJSONBody,
	StringSelectMenuInteraction,
} from 'discord.js';
import type { Translate } from '../reply/locales/catalogue.js';
import type { Reply } from '../reply/reply.js';

/** What becomes of an interaction; the dispatcher sends it, so that every answer goes one way. */
export type Outcome =
	/** A new message, for the reader alone or for all; `more` follow it when it does not hold everything, four at most. */
	| { readonly do: 'reply'; readonly reply: Reply; readonly visible: Visibility; readonly more?: readonly Reply[] }
	/** The message with the button changes. */
	| { readonly do: 'update'; readonly reply: Reply }
	/** A new message for all; then the message with the button changes, so that nobody posts twice. */
	| { readonly do: 'publish'; readonly reply: Reply; readonly after: Reply }
	/** The message with the button goes. */
	| { readonly do: 'delete' };

export type Visibility = 'private' | 'public';

/** How an interaction is acknowledged at once, before work that waits for a disk, a network or a picture. */
export type Deferral = Visibility | 'update';

/** What a handler is given beside the interaction: the services of this bot, and the reader's language. */
export interface Request<Services> {
	readonly services: Services;
	readonly t: Translate;
}

/** What every kind of handler has in common. */
export interface Handler<Interaction, Services> {
	/** `null`, or absent: what is asked is in memory and can be answered at once. */
	defer?(interaction: Interaction): Deferral | null;
	execute(interaction: Interaction, request: Request<Services>): Outcome | Promise<Outcome>;
}

/** A slash command. */
export interface Command<Services> extends Handler<ChatInputCommandInteraction, Services> {
	readonly data: RESTPostAPIApplicationCommandsJSONBody;
	/** From memory, at every keystroke; at most 25 choices of at most 100 characters. */
	autocomplete?(interaction: AutocompleteInteraction, request: Request<Services>): ApplicationCommandOptionChoiceData[];
}

/** An entry of a message's menu. */
export interface MessageCommand<Services> extends Handler<MessageContextMenuCommandInteraction, Services> {
	readonly data: RESTPostAPIApplicationCommandsJSONBody;
}

/** What answers a button or menu. Its `custom_id` is `PREFIX:` and whatever state it needs, all of it. */
export interface Component<Services> extends Handler<ButtonInteraction | StringSelectMenuInteraction, Services> {
	readonly prefix: string;
}

/** Everything that can be asked of a bot. */
export interface Handlers<Services> {
	readonly commands: readonly Command<Services>[];
	readonly messageCommands: readonly MessageCommand<Services>[];
	readonly components: readonly Component<Services>[];
}
