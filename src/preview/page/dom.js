/**
 * Makes an element. Text is always text: nothing here, and nothing on the page, parses HTML.
 *
 * @param {string} tag - `button.primary` gives it a class.
 * @param {object} [props] - Attributes; `on…` are listeners; `null`, `undefined` and `false` leave an attribute out.
 * @param {...(Node | string | null | undefined | false)} children
 */
export function h(tag, props = {}, ...children) {
	const [name, ...classes] = tag.split('.');
	const element = document.createElement(name);
	if (classes.length > 0) element.className = classes.join(' ');
	for (const [key, value] of Object.entries(props)) {
		if (value === null || value === undefined || value === false) continue;
		if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
		else element.setAttribute(key, value === true ? '' : String(value));
	}
	element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
	return element;
}

/** An icon of the page's own, hidden from screen readers; its button carries the words. */
export function icon(path) {
	const namespace = 'http://www.w3.org/2000/svg';
	const svg = document.createElementNS(namespace, 'svg');
	svg.setAttribute('viewBox', '0 0 24 24');
	svg.setAttribute('aria-hidden', 'true');
	const shape = document.createElementNS(namespace, 'path');
	shape.setAttribute('d', path);
	svg.append(shape);
	return svg;
}

export const ICONS = {
	channel:
		'M9 3 8 8H3v2h4.6l-.8 4H2v2h4.4l-1 5h2l1-5h4l-1 5h2l1-5H19v-2h-4.2l.8-4H20V8h-4l1-5h-2l-1 5h-4l1-5zm.6 7h4l-.8 4h-4z',
	direct: 'M12 3a5 5 0 1 1 0 10 5 5 0 0 1 0-10zm0 12c5 0 9 2.500 9 6H3c0-3.500 4-6 9-6z',
	group:
		'M8 5a4 4 0 1 1 0 8 4 4 0 0 1 0-8zm8 1a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM8 14.500c4 0 7 2 7 5H1c0-3 3-5 7-5zm8.500 0c3.500 0 6 1.700 6 4.500H17c0-1.700-.7-3.200-2-4.300.5-.1 1-.2 1.500-.2z',
	menu: 'M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z',
	more: 'M5 10a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
	eye: 'M12 5c5 0 9 4 10 7-1 3-5 7-10 7S3 15 2 12c1-3 5-7 10-7zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
	moon: 'M20 14a8 8 0 0 1-10-10 8.500 8.500 0 1 0 10 10z',
	away: 'M14 4h6v6h-2V7.400l-8.300 8.300-1.400-1.400L16.600 6H14zM5 6h5v2H6v10h10v-4h2v6H4V6z',
	send: 'M3 4l18 8-18 8 2-7 9-1-9-1z',
	file: 'M6 2h8l5 5v15H6zm7 2v5h5z',
	reply: 'M10 8V4L3 11l7 7v-4c5 0 8 1.500 10 5 0-6-3-11-10-11z',
};
