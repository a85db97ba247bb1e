import { h } from './dom.js';
import { renderMessage } from './message.js';

/** The messages of a place, the newest at the bottom. */
export class Channel {
	constructor() {
		this.welcome = h('div.welcome');
		this.list = h('ol.messages');
		// A log is read out as it grows; the list inside it keeps its count for screen readers.
		this.log = h('div', { role: 'log' }, this.list);
		this.element = h('div.scroll', { tabindex: 0, role: 'region' }, this.welcome, this.log);
	}

	/** Shows another place, or the same in other words. */
	reset(messages, context) {
		this.context = context;
		this.element.setAttribute('aria-label', context.words.messages);
		this.log.setAttribute('aria-label', context.words.messages);
		this.list.replaceChildren(...messages.map((message) => renderMessage(message, context)));
		this.#toEnd();
	}

	/** A message is new, or has changed. */
	put(message) {
		const item = renderMessage(message, this.context);
		const before = this.#find(message.id);
		const atEnd = this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < 120;
		const { me } = this.context;
		const mine = message.private || [message.author.id, message.interaction?.user.id].includes(me);
		// What one asked for oneself comes into view; what others write leaves the reader where they are.
		const stays = atEnd || (mine && !before);
		if (before) replaceKeepingFocus(before, item);
		else this.list.append(item);
		if (stays) this.#toEnd();
	}

	remove(id) {
		const item = this.#find(id);
		const focused = item?.contains(document.activeElement);
		const next = item?.nextElementSibling ?? item?.previousElementSibling;
		item?.remove();
		if (focused) (next ?? this.element).focus();
	}

	/** A line for the reader alone that no message carries: the bot did not answer, for one. */
	fail(text) {
		this.list.append(h('li.message.notice', {}, h('p.failure', { role: 'alert' }, text)));
		this.#toEnd();
	}

	showWelcome(...children) {
		this.welcome.replaceChildren(...children);
		this.#toEnd();
	}

	#find(id) {
		return this.list.querySelector(`[data-id="${CSS.escape(id)}"]`);
	}

	#toEnd() {
		this.element.scrollTop = this.element.scrollHeight;
		// Pictures grow once they are loaded.
		for (const image of this.list.querySelectorAll('img'))
			image.addEventListener('load', () => this.element.scrollTo({ top: this.element.scrollHeight }), { once: true });
	}
}

/** Whoever stood on a button stands on the same one of the new message, or else on the message. */
function replaceKeepingFocus(before, item) {
	const focused = before.contains(document.activeElement) ? document.activeElement : null;
	before.replaceWith(item);
	if (!focused) return;
	const { focus } = focused.dataset;
	const same = focus && item.querySelector(`[data-focus="${CSS.escape(focus)}"]`);
	(same && !same.disabled ? same : item).focus();
}
