import { h } from './dom.js';

/**
 * Opens a menu beside a button, or at a point. Arrows move, Enter picks, Escape and Tab close; the focus goes back.
 *
 * @param {{label: string, items: {title: string, pick: () => void}[]}} menu
 * @param {HTMLElement | {x: number, y: number}} at
 */
export function openMenu({ label, items }, at) {
	const before = document.activeElement;
	const dialog = h('dialog.menu-layer', { 'aria-label': label });
	const close = () => {
		dialog.close();
		dialog.remove();
		if (before instanceof HTMLElement && before.isConnected) before.focus();
	};
	const buttons = items.map(({ title, pick }) =>
		h(
			'button',
			{
				type: 'button',
				role: 'menuitem',
				onclick: () => {
					close();
					pick();
				},
			},
			title,
		),
	);
	const menu = h('div.menu-items', { role: 'menu', 'aria-label': label }, ...buttons);
	menu.addEventListener('keydown', (event) => {
		const index = buttons.indexOf(document.activeElement);
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step) buttons[(index + step + buttons.length) % buttons.length].focus();
		else if (event.key === 'Home') buttons[0].focus();
		else if (event.key === 'End') buttons.at(-1).focus();
		else if (event.key === 'Tab') close();
		else return;
		event.preventDefault();
	});
	dialog.addEventListener('cancel', (event) => {
		event.preventDefault();
		close();
	});
	dialog.addEventListener('click', (event) => {
		if (event.target === dialog) close();
	});
	dialog.append(menu);
	document.body.append(dialog);
	dialog.showModal();
	place(menu, at);
	buttons[0]?.focus();
}

/** Beside the button or at the point, and wholly inside the window. */
function place(menu, at) {
	const { x, y } = at instanceof HTMLElement ? cornerOf(at) : at;
	const { width, height } = menu.getBoundingClientRect();
	menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
	menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
}

function cornerOf(element) {
	const { left, bottom } = element.getBoundingClientRect();
	return { x: left, y: bottom + 4 };
}
