import { Option } from 'commander';
import * as z from 'zod';
import type { Answer } from '../../answer/answer.js';
import { ask } from '../../answer/ask.js';
import { articleFinder } from '../article-finder.js';
import { renderAnswer } from '../render-results.js';
import { requestCommand } from '../request-command.js';

interface Question {
	readonly question: string;
	readonly speaker?: string | undefined;
}

/** `onrecord ask`: the sentences that answer a question, each with its speaker and place. */
export const addAsk = requestCommand<Question, Answer>({
	name: 'ask',
	description: 'Find the exact sentences that answer a question',
	text: { name: 'question', description: 'what you want to know', required: true },
	options: [new Option('-s, --speaker <name>', "answer from this speaker's words alone")],
	fromText: (question, { speaker }) => ({ question, speaker }),
	// Without `speaker`: lines may carry one that says who should be found, not where to look.
	lineSchema: z.object({ question: z.string() }),
	answer: (library, request, scope) => ask(library, { ...request, ...scope }),
	render: (page, answer, library) => renderAnswer(page, answer, articleFinder(library)),
});
