/** The months by name, January first. */
export const MONTHS: readonly string[] =
	'January February March April May June July August September October November December'.split(' ');

const NUMBERS: ReadonlyMap<string, number> = new Map([
	...MONTHS.flatMap((name, i) => [name, name.slice(0, 3)].map((form) => [form.toLowerCase(), i + 1] as const)),
	['sept', 9],
]);

/**
 * Reads the name of a month, whole or cut short without its stop: `january`, `jan`, `sept`.
 *
 * @param word - In lower case.
 * @returns 1 to 12; `null` for any other word. "may" and "march" are verbs as well.
 */
export function readMonth(word: string): number | null {
	return NUMBERS.get(word) ?? null;
}
