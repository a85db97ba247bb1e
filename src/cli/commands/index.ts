import type { CliCommand } from '../command.js';

/**
 * Every command of the command line by its name, in the order of `--help`. A new one is one file and one line here.
 * Each is loaded when it is needed: a question must not wait for what checking and attributing take.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<CliCommand>>> = {
	ask: async () => (await import('./ask.js')).addAsk,
	quote: async () => (await import('./quote.js')).addQuote,
	check: async () => (await import('./check.js')).addCheck,
	verify: async () => (await import('./verify.js')).addVerify,
	speakers: async () => (await import('./speakers.js')).addSpeakers,
	attribute: async () => (await import('./attribute.js')).addAttribute,
	index: async () => (await import('./index-library.js')).addIndex,
	validate: async () => (await import('./validate.js')).addValidate,
	register: async () => (await import('./register.js')).addRegister,
	start: async () => (await import('./start.js')).addStart,
};
