import { h } from './dom.js';
import { ListBox } from './list-box.js';

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
const ATTACHMENT = 11;

/** Waits this long after a keystroke before suggestions are asked for. */
const PAUSE_MS = 80;

/** A slash command being filled in: a field for each option in use, and buttons that add the others. */
export class CommandForm {
	/**
	 * @param {{name: string, description: string, options: object[]}} command - `name` with its subcommands.
	 * @param {object} context - `words`, `textOf` (a description in the reader's language), `suggest`, `send`, `cancel`.
	 * @param {string} [begun] - What has been typed after the command's name.
	 */
	constructor(command, context, begun = '') {
		this.command = command;
		this.context = context;
		/** By option name: how to read the value, and what holds the focus. */
		this.fields = new Map();
		this.hint = h('p.hint', { id: 'option-hint', 'aria-live': 'polite' }, context.textOf(command));
		this.lists = h('div.lists');
		this.inputs = h('div.fields', {}, h('span.command', {}, `/${command.name}`));
		this.more = h('div.more-options');
		const { words } = context;
		this.element = h(
			'div.command-form',
			{ onkeydown: (event) => this.#onKey(event), role: 'group', 'aria-label': `/${command.name}` },
			this.lists,
			this.hint,
			h(
				'div.line',
				{},
				this.inputs,
				this.more,
				h('button.button.secondary.cancel', { type: 'button', onclick: () => context.cancel() }, words.cancel),
				h('button.button.primary', { type: 'submit' }, words.send),
			),
		);
		for (const option of command.options) if (option.required) this.#add(option);
		const first = command.options.find(({ type }) => type === STRING);
		if (begun && first && !this.fields.has(first.name)) this.#add(first);
		if (begun && first) this.fields.get(first.name).control.value = begun;
		this.#offerOthers();
	}

	focus() {
		const [field] = this.fields.values();
		(field?.control ?? this.element.querySelector('button[type=submit]')).focus();
	}

	/** @returns The values by option name, or `null` when a required one is missing; then that field says so. */
	async read() {
		const values = {};
		for (const option of this.command.options) {
			const field = this.fields.get(option.name);
			const value = await field?.read();
			field?.control.removeAttribute('aria-invalid');
			if (value !== undefined && value !== '') values[option.name] = value;
			else if (option.required) {
				field.control.setAttribute('aria-invalid', 'true');
				field.control.focus();
				this.hint.textContent = this.context.words.needed(option.name);
				return null;
			}
		}
		return values;
	}

	#add(option) {
		const { words, textOf } = this.context;
		const control = controlOf(option, words);
		const field = { control, read: () => readControl(option, control) };
		const label = h('label.option', {}, h('span', {}, option.name), control);
		control.setAttribute('aria-describedby', this.hint.id);
		if (option.required) control.setAttribute('aria-required', 'true');
		control.addEventListener('focus', () => {
			const required = option.required ? ` (${words.required})` : '';
			this.hint.textContent = `${option.name}: ${textOf(option)}${required}`;
		});
		if (option.autocomplete) this.#suggestFor(option, field);
		this.fields.set(option.name, field);
		this.inputs.append(label);
	}

	/** Asks for suggestions as the option is typed, from the empty field on. */
	#suggestFor(option, field) {
		const { control } = field;
		let asked = 0;
		let timer = 0;
		let picked = null;
		const list = new ListBox(control, {
			label: this.context.words.suggestions,
			onPick: (item) => {
				picked = item;
				control.value = item.title;
			},
		});
		field.list = list;
		field.read = () => (picked?.title === control.value ? picked.value : control.value.trim());
		this.lists.append(list.element);
		const ask = async () => {
			const turn = ++asked;
			const others = Object.fromEntries(
				[...this.fields]
					.filter(([name, it]) => name !== option.name && it.control.value !== '')
					.map(([name, it]) => [name, it.control.value]),
			);
			const choices = await this.context.suggest(option.name, { ...others, [option.name]: control.value });
			if (turn !== asked || document.activeElement !== control) return;
			list.show(choices.map(({ name, value }) => ({ title: name, value })));
		};
		const later = () => {
			clearTimeout(timer);
			timer = setTimeout(ask, PAUSE_MS);
		};
		control.addEventListener('input', later);
		control.addEventListener('focus', later);
		control.addEventListener('blur', () => {
			clearTimeout(timer);
			asked++;
		});
	}

	#offerOthers() {
		const rest = this.command.options.filter(({ name }) => !this.fields.has(name));
		this.more.replaceChildren(
			...rest.map((option) =>
				h(
					'button.chip',
					{
						type: 'button',
						'aria-label': this.context.words.addOption(option.name),
						onclick: () => {
							this.#add(option);
							this.#offerOthers();
							this.fields.get(option.name).control.focus();
						},
					},
					`+ ${option.name}`,
				),
			),
		);
	}

	#onKey(event) {
		const field = [...this.fields.values()].find(({ control }) => control === event.target);
		if (field?.list?.handle(event)) {
			event.preventDefault();
			event.stopPropagation();
			return;
		}
		const leaves = event.key === 'Escape' || (event.key === 'Backspace' && field && field.control.value === '');
		if (!leaves) return;
		event.preventDefault();
		this.context.cancel();
	}
}

function controlOf({ name, type, choices, max_length, min_length }, words) {
	if (type === ATTACHMENT) return h('input', { type: 'file', name });
	const fixed =
		type === BOOLEAN
			? [
					{ name: words.yes, value: 'true' },
					{ name: words.no, value: 'false' },
				]
			: (choices ?? []);
	if (fixed.length > 0)
		return h('select', { name }, ...fixed.map((choice) => h('option', { value: String(choice.value) }, choice.name)));
	const numeric = type === INTEGER || type === NUMBER;
	return h('input', { type: numeric ? 'number' : 'text', name, maxlength: max_length ?? 6_000, minlength: min_length });
}

function readControl({ type }, control) {
	if (type === ATTACHMENT) return control.files[0] ? readFile(control.files[0]) : undefined;
	if (type === BOOLEAN) return control.value === 'true';
	if (type === INTEGER || type === NUMBER) return control.value === '' ? undefined : Number(control.value);
	return control.value.trim();
}

async function readFile(file) {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
	return { filename: file.name, contentType: file.type || 'application/octet-stream', base64 };
}
