import { listSpeakers } from '../../answer/list-speakers.js';
import { addLibraryOptions, type CliCommand, type LibraryOptions, parseCount } from '../command.js';
import { openLibraryFor } from '../open-library-for.js';
import { pageFor } from '../page.js';
import { renderSpeakers } from '../render-speakers.js';
import { write } from '../terminal.js';

interface SpeakersOptions extends LibraryOptions {
	readonly article?: string;
	readonly limit?: number;
	readonly json?: true;
}

/** `onrecord speakers`: whose words the articles give, those with most of them first. */
export const addSpeakers: CliCommand = (program, terminal) => {
	addLibraryOptions(program.command('speakers').description('List whose words the articles give, and how often'))
		.option('-a, --article <id>', 'of this article alone')
		.option('-n, --limit <n>', 'at most so many speakers', parseCount)
		.option('--json', 'print one JSON object')
		.action(async (options: SpeakersOptions) => {
			const library = await openLibraryFor(terminal, options);
			const speakers = listSpeakers(library, options.article).slice(0, options.limit);
			const page = pageFor(terminal.stdout, terminal.env);
			await write(terminal.stdout, options.json ? `${JSON.stringify({ speakers })}\n` : renderSpeakers(page, speakers));
		});
};
