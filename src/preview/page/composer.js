import { CommandForm } from './command-form.js';
import { h, ICONS, icon } from './dom.js';
import { ListBox } from './list-box.js';

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;

/** The box at the bottom: ordinary messages, and slash commands with a list to choose from. */
export class Composer {
	/** @param {object} context - `words`, `locale`, `place`, `commands`, `say`, `run`, `suggest`. */
	constructor(context) {
		this.context = context;
		this.form = null;
		this.element = h('form.composer', { onsubmit: (event) => this.#submit(event) });
		this.#showText();
	}

	focus() {
		(this.form ?? this.input).focus();
	}

	/** New words, another place or other commands; what is being typed stays unless its command is gone. */
	update(context) {
		this.context = context;
		if (this.form) return;
		this.input.placeholder = context.words.write(context.placeName);
		this.input.setAttribute('aria-label', this.input.placeholder);
	}

	#showText(text = '') {
		const { words, placeName } = this.context;
		this.form = null;
		const placeholder = words.write(placeName);
		this.input = h('input.text', {
			id: 'composer-input',
			type: 'text',
			placeholder,
			'aria-label': placeholder,
			maxlength: 2_000,
			oninput: () => this.#offer(),
			onkeydown: (event) => this.#onKey(event),
		});
		this.input.value = text;
		this.list = new ListBox(this.input, { label: words.commands, onPick: (item) => this.#showCommand(item.command) });
		const send = h('button.icon', { type: 'submit', 'aria-label': words.send, title: words.send }, icon(ICONS.send));
		this.element.replaceChildren(h('div.lists', {}, this.list.element), h('div.line', {}, this.input, send));
	}

	#showCommand(command, begun) {
		const form = new CommandForm(
			command,
			{
				words: this.context.words,
				textOf: (it) => this.#textOf(it),
				suggest: (option, options) => this.context.suggest(command.name, option, options),
				cancel: () => {
					this.#showText();
					this.input.focus();
				},
			},
			begun,
		);
		this.form = form;
		this.element.replaceChildren(form.element);
		form.focus();
	}

	/** The commands whose name or description fits what is typed after the slash. */
	#offer() {
		const typed = /^\/([^\s]*)$/.exec(this.input.value)?.[1];
		if (typed === undefined) return this.list.hide();
		const all = this.#commands();
		const begins = all.filter(({ name }) => name.startsWith(typed.toLowerCase()));
		const found = begins.length > 0 ? begins : all.filter(({ name }) => name.includes(typed.toLowerCase()));
		const items = found.map((command) => ({ title: `/${command.name}`, detail: this.#textOf(command), command }));
		this.list.show(items, true);
	}

	#onKey(event) {
		if (this.list.handle(event)) {
			event.preventDefault();
			return;
		}
		// "/ask " with a space goes on to the options, as if it had been chosen from the list.
		if (event.key !== ' ') return;
		const command = this.#commands().find(({ name }) => `/${name}` === this.input.value.trim());
		if (!command) return;
		event.preventDefault();
		this.#showCommand(command);
	}

	async #submit(event) {
		event.preventDefault();
		if (this.form) {
			const { form } = this;
			const options = await form.read();
			if (options === null) return;
			this.#showText();
			this.input.focus();
			this.context.run(form.command.name, options);
			return;
		}
		const text = this.input.value.trim();
		const command = this.#commands()
			.sort((a, b) => b.name.length - a.name.length)
			.find(({ name }) => text === `/${name}` || text.startsWith(`/${name} `));
		if (command) return this.#showCommand(command, text.slice(command.name.length + 1).trim());
		if (text === '') return;
		this.input.value = '';
		this.context.say(text);
	}

	/** Every chat-input command, each subcommand as one of its own. */
	#commands() {
		const flatten = ({ name, description_localizations, description, options = [] }) => {
			const subs = options.filter(({ type }) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP);
			if (subs.length === 0) return [{ name, description, description_localizations, options }];
			return subs.flatMap(flatten).map((sub) => ({ ...sub, name: `${name} ${sub.name}` }));
		};
		return this.context.commands.filter(({ type }) => type === CHAT_INPUT).flatMap(flatten);
	}

	#textOf({ description, description_localizations }) {
		return description_localizations?.[this.context.locale] ?? description;
	}
}
