import type { CliCommand } from '../command.js';
import { write } from '../terminal.js';

/** `onrecord register`: tells Discord which commands there are. */
export const addRegister: CliCommand = (program, terminal) => {
	program
		.command('register')
		.description('Register the commands with Discord')
		.option('-g, --guild <id>', 'in this server alone, where they appear at once')
		.action(async ({ guild }: { readonly guild?: string }) => {
			// Loaded late: discord.js is larger than all the rest together.
			const { register } = await import('../../register.js');
			const { changed, count } = await register(guild);
			const place = guild === undefined ? '' : ` in server ${guild}`;
			const text = changed
				? `Registered ${count} commands${place}.`
				: `All ${count} commands were registered already${place}.`;
			await write(terminal.stdout, `${text}\n`);
		});
};
