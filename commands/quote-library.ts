import { pickQuotation } from '../src/answer/pick-quotation.js';
import { quote } from '../src/answer/quote.js';
import type { Request } from '../src/discord/command.js';
import { type AnswerView, RESULTS_MAX, viewQuotations } from '../src/reply/answer-view.js';
import type { Services } from './services.js';

/** Whose quotations, about what, and where; any one when the first two are absent. All are known to exist. */
interface Wanted {
	readonly speaker: string | undefined;
	readonly about: string | undefined;
	readonly article: string | undefined;
}

/** Finds quotations; of a speaker who is not quoted so, what the articles report instead; and shows them. */
export function quoteLibrary({ services: { library }, t }: Request<Services>, wanted: Wanted): AnswerView {
	const request = { ...wanted, limit: RESULTS_MAX };
	const any = !wanted.speaker && !wanted.about;
	const quoted = any ? pickQuotation(library, wanted.article) : quote(library, request);
	const reported = quoted.length === 0 && wanted.speaker ? quote(library, { ...request, reported: true }) : [];
	return viewQuotations(t, library, { ...wanted, reported: reported.length > 0 }, [...quoted, ...reported]);
}
