import * as z from 'zod';
import type { Problem } from '../errors.js';

/** Longest id, in code units: it stands in links, file names and button ids. */
const ID_MAX = 200;

/** A date, with or without a time, as `published` takes it. */
const DATE = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);

/** One line of text, without white space around it; says what it wants when it gets something else. */
function line(what: string) {
	return z
		.string({ error: ({ input }) => (input === undefined ? 'is missing' : `expected ${what}, in quotation marks`) })
		.trim()
		.min(1, 'is empty')
		.refine((value) => !/[\n\r]/.test(value), 'expected a single line');
}

/** A field that may be left out; `null` and an empty value count as left out. */
function optional<T extends z.ZodType>(schema: T) {
	return z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional());
}

function isWebAddress(value: string): boolean {
	return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function isLanguage(value: string): boolean {
	try {
		return Intl.getCanonicalLocales(value).length === 1;
	} catch {
		return false;
	}
}

/** What is told about an article beside its text; other fields are ignored. */
const DETAILS = {
	title: line('the title'),
	published: optional(
		line('a date').refine((value) => DATE.safeParse(value).success, {
			error: ({ input }) => `${JSON.stringify(input)} is not a date such as 2025-02-18 or 2025-02-18T09:30:00Z`,
		}),
	),
	publisher: optional(line('a name')),
	author: optional(line('a name')),
	url: optional(
		line('an address').refine(isWebAddress, {
			error: ({ input }) => `${JSON.stringify(input)} is not an address that starts with http:// or https://`,
		}),
	),
	language: optional(
		line('a language').refine(isLanguage, {
			error: ({ input }) => `${JSON.stringify(input)} is not a language tag such as en or pt-BR`,
		}),
	),
};

/** Front matter. */
export const DETAILS_SCHEMA = z.object(DETAILS);

/** A line of JSON Lines: the text is taken as it is. */
export const LINE_SCHEMA = z.object({
	id: line('the id').max(ID_MAX, `is longer than ${ID_MAX} characters`),
	...DETAILS,
	text: z.string({
		error: ({ input }) => (input === undefined ? 'is missing' : 'expected the text, in quotation marks'),
	}),
});

/** Title and, where given, date, publisher, author, address and language. */
export type ArticleDetails = z.output<typeof DETAILS_SCHEMA>;

/**
 * Checks fields that come from outside.
 *
 * @param where - Names the place of a field, given its name.
 * @returns The fields, or everything that is wrong with them.
 */
export function checkFields<T>(
	schema: z.ZodType<T>,
	input: unknown,
	where: (field: string) => string,
): { readonly fields: T } | { readonly problems: readonly Problem[] } {
	const result = schema.safeParse(input);
	if (result.success) return { fields: result.data };
	return {
		problems: result.error.issues.map(({ path, message }) => {
			const field = path.join('.');
			return { where: where(field), field, reason: message };
		}),
	};
}
