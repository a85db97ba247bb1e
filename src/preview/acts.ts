import * as z from 'zod';
import type { Scene } from './scene.js';
import type { GivenOptions } from './stand-in/command-options.js';
import type { Exchange } from './stand-in/exchange.js';
import { Gestures } from './stand-in/gestures.js';

const id = z.string().regex(/^\d{17,20}$/);
const file = z.object({ filename: z.string().min(1).max(255), contentType: z.string(), base64: z.base64() });
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), file]));

/** What the page may ask for, each in the name of one person. */
const act = z.discriminatedUnion('do', [
	z.object({ do: z.literal('command'), person: id, place: id, name: z.string(), options }),
	z.object({ do: z.literal('suggest'), person: id, place: id, name: z.string(), option: z.string(), options }),
	z.object({ do: z.literal('menu'), person: id, message: id, name: z.string() }),
	z.object({ do: z.literal('press'), person: id, message: id, customId: z.string() }),
	z.object({ do: z.literal('select'), person: id, message: id, customId: z.string(), values: z.array(z.string()) }),
	z.object({ do: z.literal('submit'), person: id, form: z.string(), values: z.record(z.string(), z.string()) }),
	z.object({ do: z.literal('say'), person: id, place: id, text: z.string().trim().min(1).max(2_000) }),
	z.object({ do: z.literal('dismiss'), person: id, message: id }),
	z.object({ do: z.literal('language'), person: id, locale: z.enum(['en-US', 'de']) }),
]);
export type Act = z.infer<typeof act>;

/** Carries out what the page asks for, with the same gestures as the tests use. */
export class Acts {
	/** Forms that are open in the page, by the id of the interaction that opened them. */
	readonly #forms = new Map<string, Exchange>();

	constructor(readonly scene: Scene) {}

	/**
	 * @returns What the page is to do besides showing the messages, which reach it by themselves.
	 * @throws {Error} With a line for the person: Discord's client would not send it, or the application did not respond.
	 */
	async perform(request: unknown): Promise<object> {
		const asked = act.parse(request);
		const actor = this.scene.actor(asked.person);
		const { person } = actor;
		const hands = new Gestures(this.scene.discord, person);
		switch (asked.do) {
			case 'command':
				return this.#outcome(hands.command(this.#place(asked), asked.name, filesOf(asked.options)));
			case 'suggest': {
				const typing = hands.type(this.#place(asked), asked.name, asked.option, filesOf(asked.options));
				return { choices: (await typing.settled).choices ?? [] };
			}
			case 'menu':
				return this.#outcome(hands.menu(this.scene.message(person, asked.message), asked.name));
			case 'press':
				return this.#outcome(hands.press(this.scene.message(person, asked.message), asked.customId));
			case 'select':
				return this.#outcome(hands.select(this.scene.message(person, asked.message), asked.customId, asked.values));
			case 'submit': {
				const form = this.#forms.get(asked.form);
				if (!form) throw new Error('this form is no longer open');
				this.#forms.delete(asked.form);
				return this.#outcome(hands.submit(form, asked.values));
			}
			case 'say':
				actor.say(this.#place(asked), asked.text);
				return {};
			case 'dismiss':
				this.scene.dismiss(this.scene.message(person, asked.message));
				return {};
			case 'language':
				person.locale = asked.locale;
				return {};
		}
	}

	#place({ person, place }: { person: string; place: string }) {
		return this.scene.place(this.scene.actor(person).person, place);
	}

	/** Waits until the reply stands, so that the page can say so when none comes. */
	async #outcome(exchange: Exchange): Promise<object> {
		const { id, modal } = await exchange.settled;
		if (!modal) return {};
		this.#forms.set(id, exchange);
		return { form: { id, ...modal } };
	}
}

function filesOf(given: z.infer<typeof options>): GivenOptions {
	return Object.fromEntries(
		Object.entries(given).map(([name, value]) => {
			if (typeof value !== 'object') return [name, value];
			const { base64, ...rest } = value;
			return [name, { ...rest, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }];
		}),
	);
}
