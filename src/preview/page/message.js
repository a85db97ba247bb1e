import { color, picture, renderComponents } from './components.js';
import { h, ICONS, icon } from './dom.js';
import { renderMarkdown } from './markdown.js';

/**
 * A message as a list item.
 *
 * @param {object} message - As the bot's own payload, with `private` and `loading`.
 * @param {object} context - `words`, `locale`, `nameOf`, `bot`, and what the reader can do: `use`, `dismiss`, `openMenu`.
 */
export function renderMessage(message, context) {
	const { words, locale } = context;
	const use = (control, request) => context.use(control, message, request);
	const inner = { ...context, use };
	const name = message.author.global_name ?? message.author.username;
	const at = new Date(message.timestamp);
	const headingId = `by-${message.id}`;
	const item = h(
		'li.message',
		{
			'data-id': message.id,
			tabindex: -1,
			'aria-labelledby': headingId,
			oncontextmenu: (event) => openMenu(event, message, context),
			onkeydown: (event) => openMenuByKey(event, message, context),
		},
		usedLine(message, context),
		h('span.avatar', { 'aria-hidden': 'true', 'data-name': name }, initials(name)),
		h(
			'div.body',
			{},
			h(
				'h3.by',
				{ id: headingId },
				h('span.name', {}, name),
				message.author.bot && h('span.badge', {}, words.app),
				h(
					'time',
					{ datetime: message.timestamp, title: at.toLocaleString(locale) },
					at.toLocaleTimeString(locale, { timeStyle: 'short' }),
				),
				message.edited_timestamp && h('span.edited', {}, words.edited),
			),
			message.loading
				? h('p.thinking', {}, h('span.dots', { 'aria-hidden': 'true' }), words.thinking(name))
				: h('div.content', {}, ...content(message, inner)),
			h('p.failure', { role: 'status' }),
			message.private && privateNote(message, context),
		),
		!message.loading &&
			h(
				'div.tools',
				{},
				h(
					'button.icon',
					{
						type: 'button',
						'aria-label': words.options,
						'aria-haspopup': 'menu',
						title: words.options,
						onclick: (event) => context.openMenu(message, event.currentTarget),
					},
					icon(ICONS.more),
				),
			),
	);
	if (message.private) item.classList.add('private');
	return item;
}

function content(message, context) {
	return [
		message.content && h('div.markup', {}, ...renderMarkdown(message.content, context)),
		...message.embeds.map((embed) => renderEmbed(embed, context)),
		...message.attachments.filter((file) => isLoose(file, message)).map((file) => renderFile(file, context)),
		...renderComponents(message.components ?? [], context),
	].filter(Boolean);
}

/** Files that no embed shows already. */
const isLoose = ({ url }, { embeds }) => !JSON.stringify(embeds).includes(JSON.stringify(url));

function renderFile(file, context) {
	if (/^image\/(png|jpeg|gif|webp)$/.test(file.content_type ?? '')) return picture(file.url, file.description, context);
	return h('a.file', { href: file.url, download: file.filename }, icon(ICONS.file), file.filename);
}

function renderEmbed(embed, context) {
	const markup = (text) => renderMarkdown(text, context);
	const title =
		embed.title &&
		(embed.url ? h('a', { href: embed.url, target: '_blank', rel: 'noopener noreferrer' }, embed.title) : embed.title);
	const element = h(
		'article.embed',
		{},
		embed.author && h('p.embed-author', {}, embed.author.name),
		title && h('h4', {}, title),
		embed.description && h('div.markup', {}, ...markup(embed.description)),
		embed.fields?.length > 0 &&
			h('dl', {}, ...embed.fields.map((it) => h('div', {}, h('dt', {}, it.name), h('dd', {}, ...markup(it.value))))),
		embed.image && h('img.picture', { src: embed.image.url, alt: '' }),
		embed.footer && h('p.embed-footer', {}, embed.footer.text),
	);
	if (embed.color != null) element.style.setProperty('--accent', color(embed.color));
	return element;
}

function usedLine({ interaction }, { words }) {
	if (!interaction) return null;
	return h(
		'p.used',
		{},
		icon(ICONS.reply),
		h('strong', {}, interaction.user.global_name ?? interaction.user.username),
		` ${words.used} `,
		h('span.mention', {}, /^\p{Lu}/u.test(interaction.name) ? interaction.name : `/${interaction.name}`),
	);
}

function privateNote(message, { words, dismiss }) {
	return h(
		'p.note',
		{},
		icon(ICONS.eye),
		`${words.onlyYou} · `,
		h('button.as-link', { type: 'button', onclick: () => dismiss(message) }, words.dismiss),
	);
}

function openMenu(event, message, context) {
	// Links and pictures keep the browser's own menu.
	if (event.target.closest('a, img, input, select')) return;
	event.preventDefault();
	context.openMenu(message, { x: event.clientX, y: event.clientY });
}

function openMenuByKey(event, message, context) {
	const wanted = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
	if (!wanted) return;
	event.preventDefault();
	context.openMenu(message, event.target);
}

const initials = (name) =>
	name
		.split(' ')
		.map((word) => word[0])
		.join('')
		.slice(0, 2);
