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

export function createServices(library: Library): Services {
	return { library, refs: new SentenceRefs(library.articles) };
}
