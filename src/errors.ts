/**
 * Something the reader of a reply, or the person at the terminal, can put right. The message is shown to them alone;
 * it names the value, the rule it breaks, and what to do next.
 */
export class UserError extends Error {
	override readonly name = 'UserError';
}

/** One thing that is wrong with a setting or a file: where, which field, and what was expected. */
export interface Problem {
	/** The variable, or the file's path as the user gave it, with `:line` where a line is known. */
	readonly where: string;
	/** The field inside it, such as `published`; absent when the whole is meant. */
	readonly field?: string;
	readonly reason: string;
}

/** A start-up error that lists every problem at once, so that nobody has to find them one by one. */
class ProblemsError extends Error {
	constructor(
		summary: string,
		readonly problems: readonly Problem[],
	) {
		super([summary, ...problems.map(renderProblem)].join('\n'));
	}
}

/** The environment or the command line is wrong: the program cannot start (exit code 3). */
export class ConfigError extends ProblemsError {
	override readonly name = 'ConfigError';
}

/** Articles, an index or another data file are wrong: no answer is given from a half-read library (exit code 1). */
export class DataError extends ProblemsError {
	override readonly name = 'DataError';
}

/** @returns `  where: field: reason`, one line. */
export function renderProblem({ where, field, reason }: Problem): string {
	return `  ${[where, field, reason].filter((part) => part !== undefined).join(': ')}`;
}
