import { type AskRequest, ask } from '../src/answer/ask.js';
import type { Request } from '../src/discord/command.js';
import { UserError } from '../src/errors.js';
import { type AnswerView, RESULTS_MAX, viewAnswer } from '../src/reply/answer-view.js';
import type { Services } from './services.js';

/**
 * Asks a question and shows what comes of it.
 *
 * @param request - Speaker and article are known to exist.
 * @throws {UserError} When there is no question in the words, in the reader's language.
 */
export function askLibrary({ services: { library }, t }: Request<Services>, request: AskRequest): AnswerView {
	try {
		return viewAnswer(t, library, request.question, ask(library, { ...request, limit: RESULTS_MAX }));
	} catch (error) {
		throw error instanceof UserError ? new UserError(t('error.no-words')) : error;
	}
}
