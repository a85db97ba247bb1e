import type { CliCommand } from '../command.js';

/** Every command of the command line, in the order of `--help`. A new one is one file and one line here. */
export const COMMANDS: readonly CliCommand[] = [];
