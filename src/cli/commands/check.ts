import * as z from 'zod';
import { type ClaimCheck, check } from '../../answer/check.js';
import { articleFinder } from '../article-finder.js';
import { renderCheck } from '../render-check.js';
import { requestCommand } from '../request-command.js';

/** `onrecord check`: what the articles say to a claim. */
export const addCheck = requestCommand<{ readonly claim: string }, ClaimCheck>({
	name: 'check',
	description: 'Check a claim against the articles',
	text: { name: 'claim', description: 'the statement to check', required: true },
	fromText: (claim) => ({ claim }),
	lineSchema: z.object({ claim: z.string() }),
	answer: (library, request, scope) => check(library, { ...request, ...scope }),
	render: (page, answer, library) => renderCheck(page, answer, articleFinder(library)),
});
