import { check } from '../src/answer/check.js';
import { readStatements } from '../src/answer/read-statements.js';
import { suggestQuestions } from '../src/answer/suggest.js';
import { verify } from '../src/answer/verify.js';
import type { Command, Component, MessageCommand } from '../src/discord/command.js';
import { SentenceRefs } from '../src/reply/sentence-ref.js';
import type { Library } from '../src/search/library.js';

/** What the commands answer from. */
export interface Services {
	readonly library: Library;
	readonly refs: SentenceRefs;
}

export type BotCommand = Command<Services>;
export type BotMessageCommand = MessageCommand<Services>;
export type BotComponent = Component<Services>;

/** Builds once what answers are looked up in, so that the first reader does not wait for it. */
export function createServices(library: Library): Services {
	suggestQuestions(library, '');
	readStatements('Nobody said this.');
	verify(library, { quote: 'nobody said this' });
	check(library, { claim: 'Nobody said this.' });
	return { library, refs: new SentenceRefs(library.articles) };
}
