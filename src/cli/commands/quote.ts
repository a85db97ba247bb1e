import { Option } from 'commander';
import * as z from 'zod';
import type { Result } from '../../answer/answer.js';
import { quote } from '../../answer/quote.js';
import { articleFinder } from '../article-finder.js';
import { renderResults } from '../render-results.js';
import { requestCommand } from '../request-command.js';

interface Wanted {
	readonly speaker?: string | undefined;
	readonly about?: string | undefined;
}

/** `onrecord quote`: what somebody said word for word, on anything or on one subject. */
export const addQuote = requestCommand<Wanted, { readonly results: readonly Result[] }>({
	name: 'quote',
	description: 'Find quotations by speaker, by subject, or both',
	text: { name: 'about', description: 'what they are about', required: false },
	options: [
		new Option('-s, --speaker <name>', 'whose quotations'),
		new Option('--about <subject>', 'the subject, instead of as text'),
	],
	fromText: (text, { speaker, about }) => ({ speaker, about: text === '' ? about : text }),
	lineSchema: z.object({ speaker: z.string().optional(), about: z.string().optional() }),
	answer: (library, wanted, scope) => ({ results: quote(library, { ...wanted, ...scope }) }),
	render: (page, { results }, library) => {
		if (results.length === 0) return 'No quotation in the articles fits.\n';
		return renderResults(page, results, articleFinder(library));
	},
});
