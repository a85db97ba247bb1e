import { h } from './dom.js';

let boxes = 0;

/** A list of choices above a text field, as the combobox pattern has it: arrows move, Enter or Tab picks, Escape closes. */
export class ListBox {
	/**
	 * @param {HTMLInputElement} input
	 * @param {{label: string, onPick: (item: object) => void}} options
	 */
	constructor(input, { label, onPick }) {
		this.input = input;
		this.onPick = onPick;
		this.items = [];
		this.active = -1;
		this.element = h('ul.list-box', { role: 'listbox', id: `list-${++boxes}`, 'aria-label': label, hidden: true });
		for (const [name, value] of Object.entries({
			role: 'combobox',
			autocomplete: 'off',
			'aria-autocomplete': 'list',
			'aria-expanded': 'false',
			'aria-controls': this.element.id,
		}))
			input.setAttribute(name, value);
		input.addEventListener('blur', () => this.hide());
	}

	get open() {
		return this.items.length > 0;
	}

	/**
	 * @param {{title: string, detail?: string}[]} items
	 * @param {boolean} [first] - Whether the first one is chosen already, so that Enter picks it.
	 */
	show(items, first = false) {
		this.items = items;
		this.element.replaceChildren(
			...items.map((item, index) =>
				h(
					'li',
					{
						role: 'option',
						id: `${this.element.id}-${index}`,
						'aria-selected': 'false',
						// The field must keep the focus, or the list would close before the click.
						onmousedown: (event) => event.preventDefault(),
						onclick: () => this.pick(index),
					},
					h('span.title', {}, item.title),
					item.detail && h('span.detail', {}, item.detail),
				),
			),
		);
		this.element.hidden = items.length === 0;
		this.input.setAttribute('aria-expanded', String(items.length > 0));
		this.#activate(first && items.length > 0 ? 0 : -1);
	}

	hide() {
		this.show([]);
	}

	pick(index) {
		const item = this.items[index];
		this.hide();
		if (item) this.onPick(item);
	}

	/** @returns Whether the key was meant for the list. */
	handle({ key, shiftKey }) {
		if (!this.open) return false;
		const count = this.items.length;
		if (key === 'ArrowDown') this.#activate((this.active + 1) % count);
		else if (key === 'ArrowUp') this.#activate((Math.max(this.active, 0) + count - 1) % count);
		else if (key === 'Escape') this.hide();
		// What is typed stands on its own until a choice is pointed at.
		else if (this.active < 0) return false;
		else if (key === 'Enter' || (key === 'Tab' && !shiftKey)) this.pick(this.active);
		else return false;
		return true;
	}

	#activate(index) {
		this.active = index;
		for (const [position, option] of [...this.element.children].entries()) {
			option.setAttribute('aria-selected', String(position === index));
			if (position === index) option.scrollIntoView({ block: 'nearest' });
		}
		if (index < 0) this.input.removeAttribute('aria-activedescendant');
		else this.input.setAttribute('aria-activedescendant', `${this.element.id}-${index}`);
	}
}
