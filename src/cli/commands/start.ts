import { CommanderError } from 'commander';
import type { CliCommand } from '../command.js';

/** `onrecord start`: the same as `npm start`. */
export const addStart: CliCommand = (program) => {
	program
		.command('start')
		.description('Run the bot; without DISCORD_TOKEN, a preview on this machine')
		.option('--page', 'without a token: serve the page')
		.option('--terminal', 'without a token: ask here in the terminal')
		.action(async ({ page, terminal }: { readonly page?: true; readonly terminal?: true }) => {
			// Loaded late: discord.js is larger than all the rest together.
			const { start } = await import('../../start.js');
			const code = await start([...(page ? ['--page'] : []), ...(terminal ? ['--terminal'] : [])]);
			// It has said itself what went wrong.
			if (code !== 0) throw new CommanderError(code, STOPPED, '');
		});
};

/** Marks an error that carries the exit code of a bot that stopped, rather than wrong usage. */
export const STOPPED = 'onrecord.stopped';
