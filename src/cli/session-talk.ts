import type { Answer } from '../answer/answer.js';
import { ask } from '../answer/ask.js';
import { countLikely } from '../answer/count-likely.js';
import { listSpeakers } from '../answer/list-speakers.js';
import { suggestQuestions } from '../answer/suggest.js';
import { UserError } from '../errors.js';
import type { Library } from '../search/library.js';
import { articleFinder, type FindArticle } from './article-finder.js';
import { type Page, wrap } from './page.js';
import { renderArticles } from './render-articles.js';
import { renderContext } from './render-context.js';
import { renderAnswer, renderResults } from './render-results.js';
import { renderSpeakers } from './render-speakers.js';

const EXAMPLES = 3;
/** Sentences shown at a time, and how many `more` brings in all. */
const PER_TURN = 3;
const RESULTS_MAX = 15;

/** `context`, or `context 2` for the second sentence shown. */
const CONTEXT = /^context(?: +([1-9]))?$/i;

const HELP = `  more        the next sentences
  context     the sentence with its neighbours; again: its whole paragraph
  context 2   the same for the second sentence shown
  speakers    whose words the articles give
  articles    what there is to ask about
  help        this list
  quit        leave; so do Ctrl-C and Ctrl-D

Anything else is a question.
`;

/** One conversation: it remembers the last answer, so that `more` and `context` mean something. */
export class SessionTalk {
	readonly #library: Library;
	readonly #page: Page;
	readonly #findArticle: FindArticle;
	readonly #examples: readonly string[];
	#answer: Answer = { answered: false, results: [] };
	/** Index of the first sentence that is shown now, and of the first that is still to come. */
	#from = 0;
	#to = 0;
	/** Index of the sentence whose neighbours were shown last; -1 for none. */
	#inContext = -1;

	constructor(library: Library, page: Page) {
		this.#library = library;
		this.#page = page;
		this.#findArticle = articleFinder(library);
		this.#examples = suggestQuestions(library, '')
			.slice(0, EXAMPLES)
			.map(({ value }) => value);
	}

	/** @returns What the session says first. */
	greet(): string {
		const { bold } = this.#page.colors;
		const examples = this.#examples.length === 0 ? '' : `${this.#renderExamples()}\n\n`;
		return `${bold('On the Record')}\n\n${this.#describe()}\n${examples}Type help for what else there is.\n`;
	}

	#describe(): string {
		const { articles } = this.#library;
		const about = articles.length === 1 ? `“${articles[0]?.article.title}”` : `${articles.length} articles`;
		return `${wrap(this.#page, `Ask a question about ${about}: the answer is the article's own sentences, each with who said it.`, '')}\n`;
	}

	/** @returns What to say to one line; `null` when it ends the session. */
	reply(line: string): string | null {
		const typed = line.trim();
		const context = CONTEXT.exec(typed);
		if (context) return this.#context(Number(context[1] ?? '1') - 1);
		switch (typed.toLowerCase()) {
			case '':
				return '';
			case 'quit':
			case 'exit':
				return null;
			case 'help':
				return HELP;
			case 'more':
				return this.#more();
			case 'speakers':
				return renderSpeakers(this.#page, listSpeakers(this.#library));
			case 'articles':
				return renderArticles(this.#page, this.#library);
			default:
				return this.#askExample(Number(typed) - 1) ?? this.#ask(typed);
		}
	}

	#renderExamples(): string {
		return this.#examples.map((example, index) => wrap(this.#page, example, `  ${index + 1}  `, '     ')).join('\n');
	}

	#askExample(index: number): string | null {
		const question = this.#examples[index];
		return question === undefined ? null : `${this.#page.colors.bold(question)}\n\n${this.#ask(question)}`;
	}

	#ask(question: string): string {
		try {
			return this.#answerTo(question);
		} catch (error) {
			if (error instanceof UserError) return `${error.message}\n`;
			throw error;
		}
	}

	#answerTo(question: string): string {
		const { answered, results } = ask(this.#library, { question, limit: RESULTS_MAX });
		// Of what does not answer, the nearest are enough.
		this.#answer = { answered, results: answered ? results : results.slice(0, PER_TURN) };
		this.#from = 0;
		this.#to = answered ? Math.min(PER_TURN, countLikely(results)) : PER_TURN;
		this.#inContext = -1;
		const shown = { ...this.#answer, results: this.#answer.results.slice(0, this.#to) };
		return `${renderAnswer(this.#page, shown, this.#findArticle)}${this.#offerMore()}`;
	}

	#more(): string {
		const { results } = this.#answer;
		if (results.length === 0) return 'Ask a question first.\n';
		if (this.#to >= results.length) return 'That is all there is; ask in other words to find more.\n';
		this.#from = this.#to;
		this.#to += PER_TURN;
		this.#inContext = -1;
		return `${renderResults(this.#page, results.slice(this.#from, this.#to), this.#findArticle)}${this.#offerMore()}`;
	}

	#context(nth: number): string {
		const at = this.#from + nth;
		const result = at < this.#to ? this.#answer.results[at] : undefined;
		const attributed = result && this.#findArticle(result.article);
		if (!result || !attributed) {
			return this.#answer.results.length === 0 ? 'Ask a question first.\n' : `There is no sentence ${nth + 1} above.\n`;
		}
		const whole = this.#inContext === at;
		this.#inContext = at;
		return `${renderContext(this.#page, attributed, result, whole)}\n`;
	}

	#offerMore(): string {
		const { results } = this.#answer;
		if (results.length === 0) return '';
		const left = results.length - this.#to;
		const one = this.#to - this.#from === 1;
		const hint = `context shows what stands around ${one ? 'it' : 'the first of them'}`;
		const more = `more brings ${left === 1 ? 'another' : `${left} others`}`;
		return this.#page.colors.dim(left > 0 ? `\n  ${more}, ${hint}\n` : `\n  ${hint}\n`);
	}
}
