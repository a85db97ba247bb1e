import { validateLibrary } from '../../article/validate-library.js';
import { SHIPPED_LIBRARY } from '../../library/open-library.js';
import { addLibraryOptions, type CliCommand, type LibraryOptions } from '../command.js';
import { count } from '../count.js';
import { libraryLocation } from '../open-library-for.js';
import { ProgressBar } from '../progress-bar.js';
import { write } from '../terminal.js';

/** `onrecord validate`: reads every article and names everything that is wrong in any of them. */
export const addValidate: CliCommand = (program, terminal) => {
	addLibraryOptions(program.command('validate').description('Check the articles of a library'), {
		index: false,
	}).action(async ({ library }: LibraryOptions) => {
		const location = libraryLocation(terminal, library) ?? SHIPPED_LIBRARY;
		const bar = new ProgressBar(terminal.stderr, 'checking articles');
		const onProgress = ({ bytes, totalBytes }: { bytes: number; totalBytes: number }) => bar.update(bytes, totalBytes);
		const report = await validateLibrary(location, { onProgress }).finally(() => bar.stop());
		const counts = [
			count(report.articles, 'article'),
			count(report.paragraphs, 'paragraph'),
			count(report.words, 'word'),
		];
		await write(terminal.stdout, `${location}: ${counts.join(', ')}. Nothing is wrong.\n`);
		for (const file of report.passedOver) await write(terminal.stdout, `  not an article, left out: ${file}\n`);
	});
};
