import type { Actor } from './stand-in/actor.js';
import { offeredCommands } from './stand-in/command-options.js';
import type { StandIn } from './stand-in/stand-in.js';
import type { Person, Place, StoredMessage } from './stand-in/world.js';

/** The people and places of the preview: a server, a group chat, and direct messages for each of two people. */
export class Scene {
	readonly people: readonly Actor[];
	readonly #server: Place;
	readonly #group: Place;
	/** By person. */
	readonly #direct: ReadonlyMap<Person, Place>;
	/** Private replies that somebody has dismissed; the bot is not told, just as on Discord. */
	readonly #dismissed = new Set<string>();

	constructor(readonly discord: StandIn) {
		this.people = [discord.person({ name: 'Ada', moderator: true }), discord.person({ name: 'Bo' })];
		this.#server = discord.serverChannel({ name: 'newsroom', guildName: 'Morning desk' });
		this.#group = discord.groupChat({ name: 'Lunch group' });
		this.#direct = new Map(this.people.map(({ person }) => [person, discord.directMessage()]));
	}

	/** @throws {Error} When there is nobody with this id. */
	actor(id: string): Actor {
		const found = this.people.find(({ person }) => person.id === id);
		if (!found) throw new Error(`there is nobody with the id ${id}`);
		return found;
	}

	/** The places that a person can go to. */
	placesOf(person: Person): readonly Place[] {
		return [this.#server, this.#direct.get(person), this.#group].filter((place) => place !== undefined);
	}

	/** @throws {Error} When this person has no such place. */
	place(person: Person, id: string): Place {
		const found = this.placesOf(person).find((place) => place.id === id);
		if (!found) throw new Error(`${person.name} has no place with the id ${id}`);
		return found;
	}

	/** @throws {Error} When this person does not see such a message. */
	message(person: Person, id: string): StoredMessage {
		const found = this.discord.world.messages.get(id);
		if (!found || !this.sees(person, found)) throw new Error(`${person.name} sees no message with the id ${id}`);
		return found;
	}

	sees(person: Person, { place, privateTo, deleted, payload }: StoredMessage): boolean {
		const here = this.placesOf(person).includes(place);
		return here && !deleted && (privateTo === null || privateTo === person) && !this.#dismissed.has(payload.id);
	}

	dismiss(message: StoredMessage): void {
		this.#dismissed.add(message.payload.id);
		this.discord.world.emit('message', message);
	}

	/** All that the page needs to draw itself for a person in a place. */
	view(person: Person, place: Place): object {
		const messages = this.discord.world.messagesFor(place, person).filter((it) => this.sees(person, it));
		return {
			people: this.people.map(({ person: { id, name, locale, moderator } }) => ({ id, name, locale, moderator })),
			places: this.placesOf(person).map(({ id, kind, name, guild }) => ({
				id,
				kind,
				name,
				server: guild?.name ?? null,
			})),
			bot: this.discord.botUser,
			person: person.id,
			place: place.id,
			commands: offeredCommands(this.discord.commands.all, place),
			messages: messages.map((it) => this.shown(it)),
		};
	}

	/** A message as the page draws it; its files are served by the page's own server. */
	shown({ payload, privateTo, loading }: StoredMessage): object {
		const local = JSON.stringify(payload).replaceAll(`${this.discord.world.origin}/attachments/`, '/attachments/');
		return { ...JSON.parse(local), private: privateTo !== null, loading };
	}
}
