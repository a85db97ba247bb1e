import { EventEmitter } from 'node:events';
import type { APIMessage } from 'discord-api-types/v10';
import { Clock } from './clock.js';
import { snowflake } from './snowflake.js';

/** Somebody who uses the app. */
export interface Person {
	readonly id: string;
	readonly name: string;
	/** Discord's language setting of this person, such as `en-US`; the preview changes it. */
	locale: string;
	/** Has Manage Messages and Manage Server. */
	readonly moderator: boolean;
}

export type PlaceKind = 'server' | 'direct' | 'group';

/** A channel of a server, the direct messages with the bot, or a group chat. */
export interface Place {
	readonly id: string;
	readonly kind: PlaceKind;
	readonly name: string;
	readonly guild: { readonly id: string; readonly name: string } | null;
	/** Whether the bot is a member here. In group chats it never is; in a server only where it was added. */
	readonly installed: boolean;
	/** In a server where it was not added: whether people may use their own apps in public. */
	readonly externalApps: boolean;
}

/** A file that was uploaded, served again under `/attachments/`. */
export interface StoredFile {
	readonly id: string;
	readonly filename: string;
	readonly contentType: string;
	readonly bytes: Uint8Array;
}

/** A message, with what only the stand-in knows of it. The payload is replaced, never changed, when it is edited. */
export interface StoredMessage {
	payload: APIMessage;
	readonly place: Place;
	/** The only person who sees it, or `null` when it is there for all. */
	readonly privateTo: Person | null;
	/** Shown as "is thinking…". */
	loading: boolean;
	deleted: boolean;
	/** Every state that people saw, oldest first, the present one included. */
	readonly revisions: APIMessage[];
}

/** What the stand-in refused, for a test to assert that there was nothing. */
export interface Violation {
	readonly request: string;
	readonly code: number;
	readonly text: string;
}

interface WorldEvents {
	/** A message was sent, edited or deleted. */
	message: [StoredMessage];
	/** The commands of the application changed. */
	commands: [];
	/** Discord refused something that the bot sent. */
	violation: [Violation];
	/** An interaction was answered, or was not answered in time. */
	interaction: [];
}

/** Everything that Discord would keep: people, places, messages and files. */
export class World extends EventEmitter<WorldEvents> {
	readonly clock = new Clock();
	readonly application = { id: '1100000000000000001', name: 'On the Record', guildCount: 1 };
	readonly bot: Person = { id: '1100000000000000001', name: 'On the Record', locale: 'en-US', moderator: false };
	readonly people = new Map<string, Person>();
	readonly places = new Map<string, Place>();
	readonly messages = new Map<string, StoredMessage>();
	readonly files = new Map<string, StoredFile>();
	readonly violations: Violation[] = [];
	/** Where files are served, set once the server listens. */
	origin = '';

	constructor() {
		super();
		this.setMaxListeners(0);
	}

	id(): string {
		return snowflake(this.clock.now());
	}

	now(): string {
		return new Date(this.clock.now()).toISOString();
	}

	addPerson(options: { name: string; locale?: string; moderator?: boolean }): Person {
		const { name, locale = 'en-US', moderator = false } = options;
		const person: Person = { id: this.id(), name, locale, moderator };
		this.people.set(person.id, person);
		return person;
	}

	addPlace(options: Omit<Place, 'id' | 'guild'> & { guildName?: string }): Place {
		const { guildName, ...rest } = options;
		const guild = guildName === undefined ? null : { id: this.id(), name: guildName };
		const place: Place = { id: this.id(), guild, ...rest };
		this.places.set(place.id, place);
		return place;
	}

	addMessage(message: Omit<StoredMessage, 'deleted' | 'revisions'>): StoredMessage {
		const stored: StoredMessage = { ...message, deleted: false, revisions: message.loading ? [] : [message.payload] };
		this.messages.set(stored.payload.id, stored);
		this.emit('message', stored);
		return stored;
	}

	editMessage(message: StoredMessage, payload: APIMessage): void {
		message.payload = payload;
		message.loading = false;
		message.revisions.push(payload);
		this.emit('message', message);
	}

	deleteMessage(message: StoredMessage): void {
		message.deleted = true;
		this.emit('message', message);
	}

	/** The messages of a place that `person` sees, oldest first. */
	messagesFor(place: Place, person: Person): StoredMessage[] {
		return [...this.messages.values()].filter(
			(it) => it.place === place && !it.deleted && (it.privateTo === null || it.privateTo === person),
		);
	}

	addFile(file: Omit<StoredFile, 'id'>): StoredFile {
		const stored = { id: this.id(), ...file };
		this.files.set(stored.id, stored);
		return stored;
	}

	fileUrl(place: Place, file: StoredFile): string {
		return `${this.origin}/attachments/${place.id}/${file.id}/${encodeURIComponent(file.filename)}`;
	}

	report(violation: Violation): void {
		this.violations.push(violation);
		this.emit('violation', violation);
	}
}
