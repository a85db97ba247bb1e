import { openLibrary } from '../library/open-library.js';
import type { Library } from '../search/library.js';
import type { LibraryOptions } from './command.js';
import { ProgressBar } from './progress-bar.js';
import type { Terminal } from './terminal.js';

/** Opens the library that the options name, or else `LIBRARY` in the environment, or else the shipped one. */
export async function openLibraryFor(terminal: Terminal, { library, index }: LibraryOptions): Promise<Library> {
	const bar = new ProgressBar(terminal.stderr, 'reading articles');
	try {
		return await openLibrary({
			location: libraryLocation(terminal, library),
			index,
			onProgress: ({ bytes, totalBytes }) => bar.update(bytes, totalBytes),
		});
	} finally {
		bar.stop();
	}
}

/** @returns Where the articles are; `undefined` for the shipped ones. */
export function libraryLocation({ env }: Terminal, library: string | undefined): string | undefined {
	return library ?? (env.LIBRARY?.trim() || undefined);
}
