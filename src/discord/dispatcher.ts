import { randomBytes } from 'node:crypto';
import type { AutocompleteInteraction, Interaction } from 'discord.js';
import { UserError } from '../errors.js';
import type { Log } from '../log.js';
import { clipMarkup } from '../reply/clip-markup.js';
import { escapeText } from '../reply/escape-text.js';
import { AUTOCOMPLETE_CHOICES_MAX, CONTENT_MAX } from '../reply/limits.js';
import { type Translate, translator } from '../reply/locales/catalogue.js';
import type { Deferral, Handler, Handlers, Outcome } from './command.js';
import { isAlreadyAnswered, isExpired } from './discord-error.js';
import { RateLimit } from './rate-limit.js';
import { type Answerable, acknowledge, followUp, sendOutcome } from './send-outcome.js';

/** A handler that has been found for an interaction, both together. */
interface Job {
	/** What is logged: the command's name or the button's prefix, never a reader's words. */
	readonly name: string;
	readonly defer: () => Deferral | null;
	readonly execute: (t: Translate) => Outcome | Promise<Outcome>;
}

/**
 * Brings every interaction to its handler and every outcome back, under one policy for errors: what the reader can put
 * right is said to them alone; a bug is logged, and the reader gets its reference; too late is too late.
 */
export class Dispatcher<Services> {
	readonly #running = new Set<Promise<void>>();
	readonly #limit = new RateLimit();
	#stopping = false;

	constructor(
		private readonly handlers: Handlers<Services>,
		private readonly services: Services,
		private readonly log: Log,
	) {}

	/** Never rejects. */
	dispatch(interaction: Interaction): void {
		const answer = interaction.isAutocomplete() ? this.#suggest(interaction) : this.#answer(interaction);
		const settled = answer.catch((err: unknown) => this.log.error({ err }, 'answering failed'));
		this.#running.add(settled);
		void settled.finally(() => this.#running.delete(settled));
	}

	/** From now on asks everybody to come back later. @returns When everything that was under way is answered. */
	async drain(): Promise<void> {
		this.#stopping = true;
		while (this.#running.size > 0) await Promise.all(this.#running);
	}

	async #answer(interaction: Interaction): Promise<void> {
		if (!interaction.isRepliable() || interaction.isModalSubmit()) return;
		if (interaction.isUserContextMenuCommand() || interaction.isPrimaryEntryPointCommand()) return;
		const started = performance.now();
		const t = translator(interaction.locale);
		const answerable = interaction as Answerable;
		const job = this.#find(answerable);
		try {
			const waitSeconds = await this.#limit.take(interaction.user.id);
			if (this.#stopping) throw new UserError(t('error.stopping'));
			if (waitSeconds > 0) throw new UserError(t('error.rate', { count: waitSeconds }));
			if (job === null) throw new UserError(t('error.unknown-button'));
			const deferral = job.defer();
			if (deferral !== null) await acknowledge(answerable, deferral);
			const outcome = await job.execute(t);
			await sendOutcome(answerable, outcome, t);
			this.log.info({ command: job.name, ms: Math.round(performance.now() - started) }, 'answered');
		} catch (error) {
			await this.#explain(answerable, error, job?.name ?? 'unknown', t);
		}
	}

	#find(interaction: Answerable): Job | null {
		if (interaction.isChatInputCommand()) {
			const command = this.handlers.commands.find(({ data }) => data.name === interaction.commandName);
			return command ? this.#bind(command, interaction, interaction.commandName) : null;
		}
		if (interaction.isMessageContextMenuCommand()) {
			const command = this.handlers.messageCommands.find(({ data }) => data.name === interaction.commandName);
			return command ? this.#bind(command, interaction, interaction.commandName) : null;
		}
		if (interaction.isButton() || interaction.isStringSelectMenu()) {
			const prefix = interaction.customId.split(':', 1)[0] ?? '';
			const component = this.handlers.components.find((one) => one.prefix === prefix);
			return component ? this.#bind(component, interaction, prefix) : null;
		}
		return null;
	}

	/** A handler with its interaction: their types belong together, and are forgotten here. */
	#bind<Its extends Answerable>(handler: Handler<Its, Services>, interaction: Its, name: string): Job {
		return {
			name,
			defer: () => handler.defer?.(interaction) ?? null,
			execute: (t) => handler.execute(interaction, { services: this.services, t }),
		};
	}

	async #explain(interaction: Answerable, error: unknown, command: string, t: Translate): Promise<void> {
		if (isExpired(error) || isAlreadyAnswered(error)) {
			this.log.warn({ command, err: error }, 'interaction no longer waits for an answer');
			return;
		}
		let content: string;
		if (error instanceof UserError) {
			content = clipMarkup(error.message, CONTENT_MAX, escapeText).markup;
		} else {
			const reference = randomBytes(3).toString('hex');
			this.log.error({ command, reference, err: error }, 'command failed');
			content = t('error.bug', { reference });
		}
		try {
			await this.#sayPrivately(interaction, content, t);
		} catch (err) {
			this.log.warn({ command, err }, 'error could not be shown');
		}
	}

	/** After a public acknowledgement the placeholder is taken away first: an error is nobody else's business. */
	async #sayPrivately(interaction: Answerable, content: string, t: Translate): Promise<void> {
		if (interaction.deferred && interaction.ephemeral === false) {
			await sendOutcome(interaction, { do: 'delete' }, t);
			interaction.deferred = false;
			interaction.replied = true;
		}
		const hangsOnMessage = interaction.deferred && interaction.ephemeral === null;
		if (interaction.replied || hangsOnMessage) {
			await followUp(interaction, { content }, 'private');
		} else {
			await sendOutcome(interaction, { do: 'reply', reply: { content }, visible: 'private' }, t);
		}
	}

	async #suggest(interaction: AutocompleteInteraction): Promise<void> {
		const command = this.handlers.commands.find(({ data }) => data.name === interaction.commandName);
		const request = { services: this.services, t: translator(interaction.locale) };
		try {
			const choices = command?.autocomplete?.(interaction, request) ?? [];
			await interaction.respond(choices.slice(0, AUTOCOMPLETE_CHOICES_MAX));
		} catch (err) {
			// The reader has typed on, and the next keystroke has its own answer.
			if (isExpired(err) || isAlreadyAnswered(err)) this.log.debug({ err }, 'suggestions came too late');
			else this.log.error({ command: interaction.commandName, err }, 'suggesting failed');
		}
	}
}
