import type { Command, Option } from 'commander';
import type { z } from 'zod';
import type { Library } from '../search/library.js';
import { answerLines } from './answer-lines.js';
import { addLibraryOptions, type CliCommand, type LibraryOptions, parseCount } from './command.js';
import { openLibraryFor } from './open-library-for.js';
import { type Page, pageFor } from './page.js';
import { readRequest } from './read-request.js';
import { type Terminal, write } from './terminal.js';

/** Which sentences a request may be answered with. */
export interface Scope {
	/** The id of one article; absent: all of them. */
	readonly article?: string;
	/** At most so many results; absent: as many as the command thinks right. */
	readonly limit?: number;
}

/** The values of a command's own options, by name. */
export type OwnOptions = Readonly<Record<string, string | undefined>>;

/** A command that takes a request, alone or one a line, and answers it from the library. */
export interface RequestCommand<Request, Reply extends object> {
	readonly name: string;
	readonly description: string;
	/** What TEXT is, as `--help` shows it: its name, what it holds, and whether the command needs it. */
	readonly text: { readonly name: string; readonly description: string; readonly required: boolean };
	/** Options of this command alone; they reach `fromText`. */
	readonly options?: readonly Option[];
	readonly fromText: (text: string, options: OwnOptions) => Request;
	/** What a line of `--jsonl` must hold, its `id` and `article` aside. */
	readonly lineSchema: z.ZodType<Request>;
	readonly answer: (library: Library, request: Request, scope: Scope) => Reply;
	readonly render: (page: Page, reply: Reply, library: Library) => string;
}

interface RequestOptions extends LibraryOptions, Scope {
	readonly json?: true;
	readonly jsonl?: true;
	readonly withinArticle?: true;
}

/** Makes the command: for people, with `--json` for a script, with `--jsonl` for a stream of requests. */
export function requestCommand<Request, Reply extends object>(spec: RequestCommand<Request, Reply>): CliCommand {
	return (program, terminal) => {
		const { text } = spec;
		const command = program.command(spec.name).description(spec.description);
		command.argument(`[${text.name}...]`, `${text.description}; quotation marks around it are optional`);
		for (const option of spec.options ?? []) command.addOption(option);
		addLibraryOptions(command)
			.option('-a, --article <id>', 'answer from this article alone')
			.option('-n, --limit <n>', 'at most so many results', parseCount)
			.option('--json', 'print one JSON object')
			.option('--jsonl', 'read one JSON object a line from standard input, write one a line')
			.option('--within-article', 'with --jsonl: answer each line from the article in its "article" field alone')
			.action(async (words: readonly string[], options: RequestOptions) => {
				checkUsage(command, spec.text, words, options);
				const library = await openLibraryFor(terminal, options);
				if (options.jsonl) await answerStream(spec, terminal, library, options);
				else {
					const request = spec.fromText(words.join(' ').trim(), command.opts<OwnOptions>());
					await answerOne(spec, terminal, library, request, options);
				}
			});
	};
}

function checkUsage(
	command: Command,
	text: RequestCommand<unknown, object>['text'],
	words: readonly string[],
	{ jsonl, withinArticle }: RequestOptions,
): void {
	const wrong = (message: string) => command.error(`error: ${message}`, { exitCode: 2 });
	if (jsonl && words.length > 0) wrong(`--jsonl reads from standard input; leave "${words.join(' ')}" out`);
	if (withinArticle && !jsonl) wrong('--within-article goes with --jsonl; for one request use --article ID');
	if (!jsonl && text.required && words.join('').trim() === '') wrong(`missing ${text.name}: ${text.description}`);
}

async function answerOne<Request, Reply extends object>(
	spec: RequestCommand<Request, Reply>,
	terminal: Terminal,
	library: Library,
	request: Request,
	options: RequestOptions,
): Promise<void> {
	const reply = spec.answer(library, request, scopeOf(options));
	const page = pageFor(terminal.stdout, terminal.env);
	await write(terminal.stdout, options.json ? `${JSON.stringify(reply)}\n` : spec.render(page, reply, library));
}

async function answerStream<Request, Reply extends object>(
	spec: RequestCommand<Request, Reply>,
	terminal: Terminal,
	library: Library,
	options: RequestOptions,
): Promise<void> {
	const scope = scopeOf(options);
	await answerLines(terminal, (line) => {
		const { request, article } = readRequest(spec.lineSchema, line, options.withinArticle === true);
		return spec.answer(library, request, article === undefined ? scope : { ...scope, article });
	});
}

function scopeOf({ article, limit }: RequestOptions): Scope {
	return { ...(article !== undefined && { article }), ...(limit !== undefined && { limit }) };
}
