import { type APIAttachment, type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Modal } from './component-schema.js';
import type { Exchange } from './exchange.js';
import { type AnyComponent, walkComponents } from './message-rules.js';
import type { StoredMessage } from './world.js';

/** A button as people see it. */
export interface SeenButton extends AnyComponent {
	readonly label?: string;
	readonly url?: string;
	readonly disabled?: boolean;
}

/** A message as its reader sees it, always in its present state, and what else came of the same interaction. */
export class Reply {
	constructor(
		readonly stored: StoredMessage,
		readonly exchange: Exchange | null = null,
	) {}

	get message(): APIMessage {
		return this.stored.payload;
	}

	get ephemeral(): boolean {
		return this.stored.privateTo !== null;
	}

	get deleted(): boolean {
		return this.stored.deleted;
	}

	/** All words of the message in reading order: content, embeds, components. */
	get text(): string {
		return textOf(this.message);
	}

	get buttons(): readonly SeenButton[] {
		return this.#components().filter(({ type }) => type === ComponentType.Button);
	}

	/** Labels of the buttons, in order. */
	get labels(): readonly string[] {
		return this.buttons.map(({ label = '' }) => label);
	}

	get selects(): readonly AnyComponent[] {
		return this.#components().filter(({ type }) => type === ComponentType.StringSelect || (type >= 5 && type <= 8));
	}

	get attachments(): readonly APIAttachment[] {
		return this.message.attachments;
	}

	/** Who was notified, by id. */
	get pings(): readonly string[] {
		return [...this.message.mentions.map(({ id }) => id), ...(this.message.mention_everyone ? ['everyone'] : [])];
	}

	/** Later messages of the same interaction. */
	get followUps(): readonly Reply[] {
		return (this.exchange?.followUps ?? []).map((it) => new Reply(it, this.exchange));
	}

	/** The form that was opened instead of a message, if one was. */
	get modal(): Modal | null {
		return this.exchange?.modal ?? null;
	}

	#components(): readonly SeenButton[] {
		return [...walkComponents((this.message.components ?? []) as readonly AnyComponent[])] as readonly SeenButton[];
	}
}

function textOf({ content, embeds, components }: APIMessage): string {
	const ofEmbeds = embeds.flatMap((embed) => [
		embed.author?.name,
		embed.title,
		embed.description,
		...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
		embed.footer?.text,
	]);
	const displays = [...walkComponents((components ?? []) as readonly AnyComponent[])];
	const ofComponents = displays.filter(({ type }) => type === ComponentType.TextDisplay).map((it) => it.content);
	return [content, ...ofEmbeds, ...ofComponents].filter(Boolean).join('\n');
}
