import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Terminal } from './terminal.js';

/** Adds one command to the program. */
export type CliCommand = (program: Command, terminal: Terminal) => void;

/** The options that say which articles a command works on. */
export interface LibraryOptions {
	readonly library?: string;
	readonly index?: string;
}

/** Adds `--library`, and `--index` where an answer may come from a saved index. */
export function addLibraryOptions(command: Command, { index = true } = {}): Command {
	command.addOption(
		new Option('-l, --library <path>', 'folder or file of articles (default: LIBRARY, else the shipped article)'),
	);
	if (index) command.addOption(new Option('-i, --index <file>', 'answer from an index saved by "onrecord index"'));
	return command;
}

/** Reads an option's value as a whole number from 1. */
export function parseCount(value: string): number {
	if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1.');
	return Number(value);
}
