import { rename, writeFile } from 'node:fs/promises';
import { saveLibrary } from '../../search/saved-library.js';
import { addLibraryOptions, type CliCommand, type LibraryOptions } from '../command.js';
import { count } from '../count.js';
import { openLibraryFor } from '../open-library-for.js';
import { write } from '../terminal.js';

/** `onrecord index`: saves what was found out about the articles, so that the next command need not find it out again. */
export const addIndex: CliCommand = (program, terminal) => {
	addLibraryOptions(program.command('index').description('Save the index of a library, for --index'), { index: false })
		.requiredOption('-o, --out <file>', 'where to save it')
		.action(async ({ out, ...options }: LibraryOptions & { readonly out: string }) => {
			const library = await openLibraryFor(terminal, options);
			// Written beside and then renamed: whoever reads the index meanwhile finds the old one or the new one, whole.
			const unfinished = `${out}.${process.pid}.tmp`;
			await writeFile(unfinished, saveLibrary(library));
			await rename(unfinished, out);
			const { articles, sentences } = library;
			const size = `${count(articles.length, 'article')}, ${count(sentences.count, 'sentence')}`;
			await write(terminal.stdout, `Saved the index of ${size} to ${out}.\n`);
		});
};
