import { setImmediate } from 'node:timers/promises';
import { ask } from '../src/answer/ask.js';
import { check } from '../src/answer/check.js';
import { readStatements } from '../src/answer/read-statements.js';
import { suggestArticles, suggestQuestions, suggestSpeakers } from '../src/answer/suggest.js';
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

export function createServices(library: Library): Services {
	return { library, refs: new SentenceRefs(library.articles) };
}

/**
 * Loads, once and beside answering, what the first reader would otherwise wait for: word lists, weights and indexes.
 * Between two of them whoever asks has their turn.
 *
 * @param signal - Ends it before its time.
 */
export async function warmUp({ library }: Services, signal?: AbortSignal): Promise<void> {
	const steps = [
		() => suggestQuestions(library, 'nobody'),
		() => suggestSpeakers(library, 'nobody'),
		() => suggestArticles(library, 'nobody'),
		() => ask(library, { question: 'Who said nothing?' }),
		() => readStatements('Nobody said this.'),
		() => verify(library, { quote: 'nobody said this' }),
		() => check(library, { claim: 'Nobody said this.' }),
	];
	for (const step of steps) {
		await setImmediate();
		if (signal?.aborted) return;
		step();
	}
}
