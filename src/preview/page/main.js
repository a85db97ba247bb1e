import { Articles } from './articles.js';
import { Channel } from './channel.js';
import { Composer } from './composer.js';
import { h, ICONS, icon } from './dom.js';
import { openForm } from './form-dialog.js';
import { openMenu } from './message-menu.js';
import { act, listen } from './server.js';
import { LANGUAGES, wordsOf } from './words.js';

const MESSAGE_COMMAND = 3;

/** How many questions a first visitor is offered. */
const EXAMPLES = 3;

/** The whole page: places on the left, a channel or the articles on the right. */
class Page {
	constructor(root) {
		this.root = root;
		this.tab = 'chat';
		this.view = null;
		this.channel = new Channel();
		this.articles = new Articles((window) => this.#acceptFiles(window));
		this.library = { temporary: null, articles: [] };
		this.examples = [];
		this.composer = null;
		this.notice = h('p.gone', { role: 'alert', hidden: true });
		this.stop = () => undefined;
		this.#setTheme(localStorage.theme ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'));
		this.#acceptFiles(window);
		this.#listen({});
	}

	get person() {
		return this.view.people.find(({ id }) => id === this.view.person);
	}

	get place() {
		return this.view.places.find(({ id }) => id === this.view.place);
	}

	get words() {
		return wordsOf(this.person?.locale);
	}

	get #placeName() {
		const { kind, name } = this.place;
		return kind === 'server' ? `#${name}` : kind === 'direct' ? `@${name}` : name;
	}

	#listen(where) {
		this.stop();
		this.stop = listen(where, {
			view: (view) => {
				// After a restart the preview knows none of the people and places of before, so the first view decides.
				this.notice.hidden = true;
				this.view = view;
				this.#draw();
				this.#findExamples();
			},
			message: (message) => this.channel.put(message),
			removed: ({ id }) => this.channel.remove(id),
			library: (library) => {
				this.library = library;
				this.articles.update(library, this.words);
				this.#findExamples();
			},
			gone: () => {
				if (!this.view) return;
				this.notice.textContent = this.words.gone;
				this.notice.hidden = false;
			},
		});
	}

	#draw() {
		const { words, view } = this;
		document.documentElement.lang = this.person.locale;
		const context = this.#context();
		if (this.composer) this.composer.update(context);
		else this.composer = new Composer(context);
		this.channel.reset(view.messages, context);
		this.articles.update(this.library, words);
		const focused = document.activeElement?.id;
		this.root.replaceChildren(
			h('a.skip', { href: '#composer-input', onclick: () => this.#show('chat') }, words.skip),
			this.#sidebar(),
			h('main', {}, this.#header(), this.notice, this.#chat(), this.articles.element),
		);
		this.#welcome();
		this.#show(this.tab);
		if (focused) document.getElementById(focused)?.focus();
	}

	#context() {
		const { words, view, person } = this;
		const me = { person: view.person };
		const here = { ...me, place: view.place };
		const nameOf = (id) =>
			[...view.people, { id: view.bot.id, name: view.bot.username }].find((it) => it.id === id)?.name ?? id;
		return {
			words,
			locale: person.locale,
			me: person.id,
			nameOf,
			commands: view.commands,
			placeName: this.#placeName,
			say: (text) => this.#do({ do: 'say', ...here, text }),
			run: (name, options) => this.#do({ do: 'command', ...here, name, options }),
			// A suggestion that fails is simply not there, as on Discord.
			suggest: (name, option, options) =>
				act({ do: 'suggest', ...here, name, option, options }).then(
					({ choices }) => choices,
					() => [],
				),
			dismiss: ({ id }) => this.#do({ do: 'dismiss', ...me, message: id }),
			openMenu: (message, at) => this.#openMenu(message, at),
			use: (control, message, request) => this.#use(control, { ...request, ...me, message: message.id }),
		};
	}

	/** Does something, and shows a form or a failure where one comes of it. */
	async #do(request) {
		try {
			const { form } = await act(request);
			if (form) {
				const submit = (values) => this.#do({ do: 'submit', person: request.person, form: form.id, values });
				openForm(form, this.#context(), submit);
			}
		} catch (error) {
			const silent = /did not respond/.test(error.message);
			this.channel.fail(silent ? this.words.notResponding(this.view.bot.username) : error.message);
		}
	}

	/** Presses or chooses on a message; a failure is told there. */
	async #use(control, request) {
		const item = control.closest('.message');
		control.setAttribute('aria-busy', 'true');
		try {
			const { form } = await act(request);
			if (form)
				openForm(form, this.#context(), (values) =>
					this.#do({ do: 'submit', person: request.person, form: form.id, values }),
				);
		} catch {
			item.querySelector('.failure').textContent = this.words.failed;
		} finally {
			control.removeAttribute('aria-busy');
		}
	}

	#openMenu(message, at) {
		const commands = this.view.commands.filter(({ type }) => type === MESSAGE_COMMAND);
		const items = commands.map(({ name, name_localizations }) => ({
			title: name_localizations?.[this.person.locale] ?? name,
			pick: () => this.#do({ do: 'menu', person: this.view.person, message: message.id, name }),
		}));
		const copy = { title: this.words.copy, pick: () => navigator.clipboard?.writeText(message.content) };
		openMenu({ label: this.words.options, items: [...items, copy] }, at);
	}

	#sidebar() {
		const { words, view } = this;
		const groups = [
			['server', view.places.find(({ kind }) => kind === 'server')?.server ?? words.server],
			['direct', words.directMessages],
			['group', words.groupChats],
		];
		const placeButton = ({ id, kind, name }) =>
			h(
				'button.place',
				{
					type: 'button',
					id: `place-${kind}`,
					'aria-current': id === view.place ? 'page' : null,
					onclick: () => this.#go({ place: id }),
				},
				icon(ICONS[kind === 'server' ? 'channel' : kind]),
				name,
			);
		const choice = (id, label, options, chosen, onchange) =>
			h(
				'label',
				{},
				h('span', {}, label),
				h(
					'select',
					{ id, onchange: (event) => onchange(event.target.value) },
					...options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)),
				),
			);
		return h(
			'nav.sidebar',
			{ 'aria-label': words.places, id: 'places' },
			h('p.brand', {}, 'On the Record'),
			...groups.map(([kind, title]) =>
				h('section', {}, h('h2', {}, title), ...view.places.filter((place) => place.kind === kind).map(placeButton)),
			),
			h(
				'div.settings',
				{},
				choice(
					'choose-person',
					words.youAre,
					view.people.map(({ id, name }) => [id, name]),
					view.person,
					(person) => this.#go({ person }),
				),
				choice('choose-language', words.language, Object.entries(LANGUAGES), this.person.locale, (locale) =>
					this.#speak(locale),
				),
				h(
					'button.icon',
					{
						type: 'button',
						id: 'theme',
						'aria-label': words.theme,
						title: words.theme,
						onclick: () => this.#setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'),
					},
					icon(ICONS.moon),
				),
			),
		);
	}

	#header() {
		const { words } = this;
		const tab = (name) =>
			h('button.tab', { type: 'button', id: `tab-${name}`, onclick: () => this.#show(name) }, words[name]);
		return h(
			'header',
			{},
			h(
				'button.icon.only-narrow',
				{
					type: 'button',
					id: 'show-places',
					'aria-label': words.showPlaces,
					'aria-controls': 'places',
					'aria-expanded': 'false',
					onclick: (event) => {
						const open = this.root.classList.toggle('places-open');
						event.currentTarget.setAttribute('aria-expanded', String(open));
					},
				},
				icon(ICONS.menu),
			),
			h('h1', {}, this.#placeName),
			h('div.tabs', {}, tab('chat'), tab('articles')),
		);
	}

	#chat() {
		return h('section.chat', {}, this.channel.element, this.composer.element);
	}

	#show(tab) {
		this.tab = tab;
		this.root.dataset.tab = tab;
		for (const name of ['chat', 'articles'])
			document.getElementById(`tab-${name}`)?.setAttribute('aria-pressed', String(name === tab));
	}

	#go({ person = this.view.person, place }) {
		this.root.classList.remove('places-open');
		const kind = this.place.kind;
		// Direct messages are each person's own; the other places stay the same for both.
		this.#listen({ person, place: place ?? (kind === 'direct' ? undefined : this.view.place) });
	}

	async #speak(locale) {
		await act({ do: 'language', person: this.view.person, locale });
		this.#listen({ person: this.view.person, place: this.view.place });
	}

	/** The bot's own suggestions for an empty question are the examples, so they always have an answer. */
	async #findExamples() {
		const asks = this.view?.commands.some(({ name }) => name === 'ask');
		if (!asks) return;
		const choices = await this.#context().suggest('ask', 'question', { question: '' });
		this.examples = choices.slice(0, EXAMPLES);
		this.#welcome();
	}

	#welcome() {
		const { words } = this;
		const { run } = this.#context();
		this.channel.showWelcome(
			h('h2', {}, words.welcome(this.#placeName)),
			h('p', {}, words.about),
			h(
				'div.examples',
				{},
				...this.examples.map(({ name, value }) =>
					h('button.example', { type: 'button', onclick: () => run('ask', { question: value }) }, name),
				),
			),
			h('p.muted', {}, words.hint),
		);
	}

	#setTheme(theme) {
		document.documentElement.dataset.theme = theme;
		localStorage.theme = theme;
		this.articles.setTheme(theme);
	}

	/** A file dropped anywhere in the window becomes the library. */
	#acceptFiles(window) {
		const over = (on) => this.root.classList.toggle('dropping', on);
		window.addEventListener('dragover', (event) => {
			event.preventDefault();
			over(true);
		});
		window.addEventListener('dragleave', (event) => event.relatedTarget === null && over(false));
		window.addEventListener('drop', (event) => {
			event.preventDefault();
			over(false);
			const [file] = event.dataTransfer.files;
			if (!file) return;
			this.#show('articles');
			this.articles.open(file);
		});
	}
}

new Page(document.getElementById('app'));
