import { h, ICONS, icon } from './dom.js';

const BUTTON_STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link', 6: 'secondary' };

/**
 * Renders the components of a message: rows, buttons and menus.
 *
 * @param {object[]} components
 * @param {object} context - As in `message.js`; `context.use` presses and chooses.
 */
export function renderComponents(components, context) {
	return components.map((component) => renderComponent(component, context)).filter(Boolean);
}

function renderComponent(component, context) {
	switch (component.type) {
		case 1:
			return h('div.row', {}, ...renderComponents(component.components, context));
		case 2:
			return renderButton(component, context);
		case 3:
			return renderMenu(component, context);
		default:
			return h('p.muted', {}, `[component ${component.type}]`);
	}
}

export const color = (number) => `#${number.toString(16).padStart(6, '0')}`;

/** A picture with its description: as alternative text, and to read for whoever asks. */
export function picture(url, description, { words }) {
	const image = h('img.picture', { src: url, alt: description ?? '', loading: 'lazy' });
	if (!description) return image;
	return h(
		'figure',
		{},
		image,
		h(
			'figcaption',
			{},
			h(
				'details.alt',
				{},
				h('summary', {}, 'ALT', h('span.hidden', {}, ` ${words.describes}`)),
				h('p', {}, description),
			),
		),
	);
}

function renderButton(button, context) {
	const label = [button.emoji?.name, button.label].filter(Boolean).join(' ');
	if (button.style === 5) {
		return h(
			'a.button.secondary',
			{ href: button.url, target: '_blank', rel: 'noopener noreferrer' },
			label,
			icon(ICONS.away),
			h('span.hidden', {}, ` ${context.words.newTab}`),
		);
	}
	return h(
		`button.button.${BUTTON_STYLES[button.style]}`,
		{
			type: 'button',
			disabled: button.disabled,
			'data-focus': button.custom_id,
			onclick: (event) => context.use(event.currentTarget, { do: 'press', customId: button.custom_id }),
		},
		label,
	);
}

function renderMenu(menu, context) {
	const several = (menu.max_values ?? 1) > 1;
	const choose = (select) => {
		const values = [...select.selectedOptions].map((option) => option.value).filter((value) => value !== '');
		if (values.length >= (menu.min_values ?? 1))
			context.use(select, { do: 'select', customId: menu.custom_id, values });
	};
	const select = h(
		'select.menu',
		{
			'aria-label': menu.placeholder ?? context.words.choose,
			'data-focus': menu.custom_id,
			disabled: menu.disabled,
			multiple: several,
			onchange: (event) => !several && choose(event.currentTarget),
		},
		!several && h('option', { value: '' }, menu.placeholder ?? context.words.choose),
		...menu.options.map(({ label, value, description, default: chosen }) =>
			h('option', { value, selected: chosen }, description ? `${label} – ${description}` : label),
		),
	);
	if (!several) return select;
	return h(
		'div.row',
		{},
		select,
		h('button.button.primary', { type: 'button', onclick: () => choose(select) }, context.words.send),
	);
}
