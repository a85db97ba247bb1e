/** Verbs of saying and thinking, as dictionary forms. */
export const SAYING: ReadonlySet<string> = new Set(
	'say tell think claim call believe argue admit warn insist note add agree promise vow deny describe want'.split(' '),
);
