import { h } from './dom.js';
import { renderMarkdown } from './markdown.js';

/**
 * Shows a form that the bot opened.
 *
 * @param {object} form - A modal as the bot sent it.
 * @param {object} context - As for messages.
 * @param {(values: Record<string, string>) => void} send
 */
export function openForm(form, context, send) {
	const { words } = context;
	const inputs = new Map();
	const dialog = h('dialog.form', { 'aria-label': form.title });
	const fields = form.components.map((component) => {
		if (component.type === 10) return h('div.markup', {}, ...renderMarkdown(component.content, context));
		const input = component.component ?? component.components[0];
		const control = controlOf(input);
		inputs.set(input.custom_id, control);
		return h(
			'label',
			{},
			h('span', {}, component.label ?? input.label),
			component.description && h('small', {}, component.description),
			control,
		);
	});
	const submit = (event) => {
		event.preventDefault();
		dialog.remove();
		send(Object.fromEntries([...inputs].map(([id, control]) => [id, control.value])));
	};
	dialog.append(
		h(
			'form',
			{ onsubmit: submit },
			h('h2', {}, form.title),
			...fields,
			h(
				'div.row',
				{},
				h('button.button.secondary', { type: 'button', onclick: () => dialog.remove() }, words.cancel),
				h('button.button.primary', { type: 'submit' }, words.send),
			),
		),
	);
	dialog.addEventListener('close', () => dialog.remove());
	document.body.append(dialog);
	dialog.showModal();
}

function controlOf({ type, style, options, value, required, max_length, min_length, placeholder }) {
	if (type === 3) return h('select', {}, ...options.map((it) => h('option', { value: it.value }, it.label)));
	const control = h(style === 2 ? 'textarea' : 'input', {
		required: required ?? true,
		maxlength: max_length ?? 4_000,
		minlength: min_length,
		placeholder,
	});
	if (value) control.value = value;
	return control;
}
