import type { CliCommand } from '../command.js';
import { addAsk } from './ask.js';
import { addAttribute } from './attribute.js';
import { addCheck } from './check.js';
import { addIndex } from './index-library.js';
import { addQuote } from './quote.js';
import { addRegister } from './register.js';
import { addSpeakers } from './speakers.js';
import { addStart } from './start.js';
import { addValidate } from './validate.js';
import { addVerify } from './verify.js';

/** Every command of the command line, in the order of `--help`. A new one is one file and one line here. */
export const COMMANDS: readonly CliCommand[] = [
	addAsk,
	addQuote,
	addCheck,
	addVerify,
	addSpeakers,
	addAttribute,
	addIndex,
	addValidate,
	addRegister,
	addStart,
];
