import { h } from './dom.js';
import { closeLibrary, openLibrary } from './server.js';

/** The articles that the bot answers from, each with its attributions, and a place to drop another. */
export class Articles {
	/** @param acceptFiles - Takes files dropped on a window; what happens over an article's frame, the page is not told. */
	constructor(acceptFiles) {
		this.acceptFiles = acceptFiles;
		this.problems = h('div.problems', { role: 'alert' });
		this.status = h('p.muted', { role: 'status' });
		this.top = h('div.shelf');
		this.frame = h('div.frame');
		this.element = h('section.articles', {}, this.top, this.frame);
		this.chosen = null;
		this.library = { temporary: null, articles: [] };
	}

	update(library, words) {
		this.library = library;
		this.words = words;
		if (!library.articles.some(({ id }) => id === this.chosen)) this.#choose(library.articles[0]?.id ?? null);
		this.#draw();
	}

	/** The article follows the page's colours, which need not be those of the system. */
	setTheme(theme) {
		this.theme = theme;
		const page = this.frame.querySelector('iframe')?.contentDocument?.documentElement;
		page?.style.setProperty('color-scheme', theme);
	}

	/** Answers from a dropped file, or says what is wrong with it. */
	async open(file) {
		this.status.textContent = this.words.reading;
		this.problems.replaceChildren();
		const problems = await openLibrary(file).catch((error) => [{ where: file.name, reason: error.message }]);
		this.status.textContent = problems.length > 0 ? '' : this.words.temporary(file.name);
		if (problems.length === 0) return;
		this.problems.replaceChildren(
			h('p', {}, this.words.problems(problems.length)),
			h(
				'ul',
				{},
				...problems.map(({ where, field, reason }) =>
					h('li', {}, h('code', {}, [where, field].filter(Boolean).join(': ')), ` ${reason}`),
				),
			),
		);
		this.problems.scrollIntoView({ block: 'nearest' });
	}

	#choose(id) {
		this.chosen = id;
		const article = this.library.articles.find((it) => it.id === id);
		this.frame.replaceChildren(...(article ? [this.#frameOf(article)] : []));
	}

	#frameOf({ id, title }) {
		const frame = h('iframe', {
			src: `/article/${encodeURIComponent(id)}`,
			title: this.words.articleOf(title),
			onload: () => {
				this.setTheme(this.theme);
				this.acceptFiles(frame.contentWindow);
				// What is explained stands at the lower end of the frame, which a phone may not show yet.
				frame.contentDocument.addEventListener('focusin', () => frame.scrollIntoView({ block: 'end' }));
			},
		});
		return frame;
	}

	#draw() {
		const { words, library } = this;
		const input = h('input.hidden', {
			type: 'file',
			id: 'article-file',
			accept: '.md,.txt,.jsonl',
			onchange: () => input.files[0] && this.open(input.files[0]),
		});
		this.top.replaceChildren(
			...[
				h('p.muted', {}, words.articlesAbout),
				library.temporary &&
					h(
						'p.banner',
						{},
						h('span', {}, words.temporary(library.temporary)),
						h('button.button.secondary', { type: 'button', onclick: () => closeLibrary() }, words.back),
					),
				h('h2', {}, words.pickArticle),
				h('ul.cards', {}, ...library.articles.map((article) => this.#card(article))),
				h('h2', {}, words.tryOwn),
				h('p.muted', {}, words.dropHere),
				h('div.row', {}, h('label.button.secondary', { for: 'article-file' }, words.chooseFile), input),
				this.status,
				this.problems,
			].filter(Boolean),
		);
	}

	#card({ id, title, publisher, published, sentences, quotations }) {
		const { words } = this;
		const facts = [publisher, published, words.sentences(sentences), words.quotations(quotations)].filter(Boolean);
		return h(
			'li',
			{},
			h(
				'button.card',
				{
					type: 'button',
					'aria-pressed': String(id === this.chosen),
					onclick: () => {
						this.#choose(id);
						this.#draw();
					},
				},
				h('strong', {}, title),
				h('span.muted', {}, facts.join(' · ')),
			),
		);
	}
}
