/** Printed forms of one mark, by the plain form they are compared as. Each is one UTF-16 code unit, as is its fold. */
const PLAIN_FORMS: readonly (readonly [plain: string, printed: string])[] = [
	['"', '“”„‟«»″＂'],
	["'", '‘’‚‛‹›′`´ʼ＇'],
	['-', '‐‑‒–—―−'],
	[' ', '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'],
];

const FOLDS: ReadonlyMap<string, string> = new Map(
	PLAIN_FORMS.flatMap(([plain, printed]) => [...printed].map((mark): [string, string] => [mark, plain])),
);

const FOLDED = new RegExp(`[${[...FOLDS.keys()].join('')}]`, 'g');

/**
 * Replaces every kind of quotation mark, apostrophe, dash and blank by its plain form, so that texts which differ in
 * typography alone compare equal: “It’s — over” becomes "It's - over".
 *
 * One code unit for one code unit: every span of the text is a span of the result. What would change the length
 * (`…`, `''`) is left as it is.
 */
export function foldMarks(text: string): string {
	return text.replace(FOLDED, (mark) => FOLDS.get(mark) ?? mark);
}
