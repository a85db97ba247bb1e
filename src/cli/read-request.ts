import * as z from 'zod';
import { UserError } from '../errors.js';

const articleField = z.object({ article: z.string() });

/**
 * Reads one line's request; fields that the command does not know are ignored.
 *
 * @param withinArticle - Whether the line's `article` counts, and must be there.
 * @throws {UserError} That names every field that is missing or of another type.
 */
export function readRequest<Request>(
	schema: z.ZodType<Request>,
	line: object,
	withinArticle: boolean,
): { request: Request; article?: string } {
	const request = schema.safeParse(line, { error: sayMissing });
	const article = withinArticle ? articleField.safeParse(line, { error: sayMissing }) : undefined;
	const issues = [...(request.error?.issues ?? []), ...(article?.error?.issues ?? [])];
	if (request.success && issues.length === 0) {
		return { request: request.data, ...(article?.success && { article: article.data.article }) };
	}
	throw new UserError(issues.map(({ path, message }) => `"${path.join('.')}" ${message}`).join('; '));
}

function sayMissing({ input, expected }: { readonly input?: unknown; readonly expected?: unknown }): string {
	return input === undefined ? 'is missing' : `must be a ${expected}`;
}
