import {
	type APIApplicationCommandOptionChoice,
	type APIMessage,
	InteractionType,
	MessageFlags,
} from 'discord-api-types/v10';
import type { Modal } from './component-schema.js';
import { LIMITS } from './limits.js';
import { userPayload } from './payloads.js';
import type { Person, Place, StoredMessage, World } from './world.js';

/** What a person does, as the gateway will tell it to the bot. */
export interface Action {
	readonly type: InteractionType;
	readonly person: Person;
	readonly place: Place;
	readonly data: object;
	/** The message that a component stands on, or that a modal came from. */
	readonly message?: StoredMessage;
	/** Kind and name, for error messages: `/ask`, `button Context`. */
	readonly label: string;
}

/** How far the bot has got with an interaction. */
export type Progress = 'waiting' | 'deferred' | 'answered' | 'failed';

/** One interaction and all that the bot does about it. */
export class Exchange {
	readonly id: string;
	readonly token: string;
	readonly createdAt: number;
	progress: Progress = 'waiting';
	/** What `@original` means: the first reply, or the message that a button stands on. */
	original: StoredMessage | null = null;
	readonly followUps: StoredMessage[] = [];
	modal: Modal | null = null;
	choices: APIApplicationCommandOptionChoice[] | null = null;
	/** Resolves once something final is there to see; rejects when the application does not respond. */
	readonly settled: Promise<Exchange>;
	#settle: (error?: Error) => void = () => undefined;
	#cancelTimer: () => void;

	constructor(
		readonly world: World,
		readonly action: Action,
	) {
		this.id = world.id();
		this.token = `${this.id}.${Math.random().toString(36).slice(2)}`;
		this.createdAt = world.clock.now();
		this.settled = new Promise((resolve, reject) => {
			this.#settle = (error) => (error ? reject(error) : resolve(this));
		});
		// Nobody need wait for it: the page only watches the messages.
		this.settled.catch(() => undefined);
		this.#cancelTimer = world.clock.after(LIMITS.firstCallbackMs, () => this.#fail('The application did not respond'));
	}

	/** Whether the first callback would come too late. */
	get late(): boolean {
		return this.progress === 'failed' || this.world.clock.now() - this.createdAt >= LIMITS.firstCallbackMs;
	}

	get expired(): boolean {
		return this.world.clock.now() - this.createdAt >= LIMITS.tokenLifeMs;
	}

	/** The app is here only because this person installed it for themselves. */
	get userInstallOnly(): boolean {
		return !this.action.place.installed;
	}

	/** Whether Discord makes every reply private, whatever the bot asks for. */
	get forcedPrivate(): boolean {
		const { guild, installed, externalApps } = this.action.place;
		return guild !== null && !installed && !externalApps;
	}

	/** The first callback was accepted; the reply, if it is to come later, is still missing. */
	acknowledge(progress: 'deferred' | 'answered'): void {
		this.#cancelTimer();
		this.progress = progress;
		if (progress === 'answered') this.#settle();
		else {
			const left = this.createdAt + LIMITS.tokenLifeMs - this.world.clock.now();
			this.#cancelTimer = this.world.clock.after(left, () => this.#fail('The reply that was deferred never came'));
		}
		this.world.emit('interaction');
	}

	/** Something final was sent, changed or removed. */
	conclude(): void {
		if (this.progress === 'deferred') this.acknowledge('answered');
	}

	/** Fields that tie a message to this interaction. */
	messageBase(flags: number): Partial<APIMessage> {
		const { person, type } = this.action;
		const privately = this.forcedPrivate ? MessageFlags.Ephemeral : 0;
		return {
			type: type === InteractionType.ApplicationCommand ? 20 : 19,
			flags: flags | privately,
			webhook_id: this.world.application.id,
			...(type === InteractionType.ApplicationCommand && { interaction: this.#described() }),
			interaction_metadata: {
				id: this.id,
				type,
				user: userPayload(person),
				authorizing_integration_owners: {},
			} as unknown as NonNullable<APIMessage['interaction_metadata']>,
		};
	}

	/** What stands above the reply: who used which command. */
	#described(): NonNullable<APIMessage['interaction']> {
		const { person, type, label } = this.action;
		return { id: this.id, type, name: label.replace(/^\//, ''), user: userPayload(person) };
	}

	#fail(reason: string): void {
		this.#cancelTimer();
		this.progress = 'failed';
		if (this.original?.loading) this.world.deleteMessage(this.original);
		this.#settle(new Error(`${reason}: ${this.action.label}`));
		this.world.emit('interaction');
	}
}
