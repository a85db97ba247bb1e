import { Command, CommanderError } from 'commander';
import { ConfigError, DataError, UserError } from '../errors.js';
import { packageVersion } from '../package-root.js';
import { COMMANDS } from './commands/index.js';
import { STOPPED } from './commands/start.js';
import { pageFor } from './page.js';
import { type Terminal, write } from './terminal.js';

/** What the program's exit code tells a script. */
export const EXIT = { done: 0, badInput: 1, wrongUsage: 2, cannotStart: 3 } as const;

const EXAMPLES = `
Examples:
  $ onrecord ask "what does Zelensky say about a deal made without Ukraine?"
  $ onrecord quote peace --speaker "Wang Wenbin"
  $ onrecord speakers --library my-articles/
  $ onrecord ask --jsonl <questions.jsonl >answers.jsonl

Exit codes: 0 done, 1 some input was bad, 2 wrong usage, 3 cannot start.`;

/**
 * Runs the command line.
 *
 * @param args - Without the program's own name.
 * @returns The exit code; whatever went wrong has been said on standard error, without a stack trace.
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
	try {
		const program = createProgram(terminal);
		for (const name of commandsFor(args)) (await COMMANDS[name]?.())?.(program, terminal);
		await program.parseAsync(args, { from: 'user' });
		return EXIT.done;
	} catch (error) {
		if (error instanceof CommanderError) {
			return error.exitCode === 0 || error.code === STOPPED ? error.exitCode : EXIT.wrongUsage;
		}
		await write(terminal.stderr, `onrecord: ${explain(error, terminal.env)}\n`);
		return error instanceof UserError || error instanceof DataError ? EXIT.badInput : EXIT.cannotStart;
	}
}

/** @returns The command that is called; all of them for the help, and to say what was meant instead. */
function commandsFor([first = '']: readonly string[]): readonly string[] {
	return Object.hasOwn(COMMANDS, first) ? [first] : Object.keys(COMMANDS);
}

function createProgram(terminal: Terminal): Command {
	const hasColors = (stream: Terminal['stdout']) => pageFor(stream, terminal.env).colors.isColorSupported;
	return new Command('onrecord')
		.description("Answers questions about news articles with the articles' own sentences, and with who said them.")
		.version(packageVersion(), '-V, --version', 'print the version')
		.helpOption('-h, --help', 'print this help')
		.helpCommand('help [command]', 'print the help of a command')
		.addHelpText('after', EXAMPLES)
		.exitOverride()
		.configureOutput({
			writeOut: (text) => terminal.stdout.write(text),
			writeErr: (text) => terminal.stderr.write(text),
			outputError: (text, write) => write(text.replace(/^error: /, 'onrecord: ')),
			getOutHelpWidth: () => pageFor(terminal.stdout, terminal.env).columns,
			getErrHelpWidth: () => pageFor(terminal.stderr, terminal.env).columns,
			getOutHasColors: () => hasColors(terminal.stdout),
			getErrHasColors: () => hasColors(terminal.stderr),
		})
		.configureHelp({ styleTitle: (text) => pageFor(terminal.stdout, terminal.env).colors.bold(text) })
		.showHelpAfterError('Run it with --help to see how it is used.');
}

function explain(error: unknown, env: Terminal['env']): string {
	if (error instanceof UserError || error instanceof DataError || error instanceof ConfigError) return error.message;
	if (!(error instanceof Error)) return String(error);
	if (env.LOG_LEVEL === 'debug' || env.LOG_LEVEL === 'trace') return error.stack ?? error.message;
	return `${error.message} (with LOG_LEVEL=debug it says where)`;
}
