import { openLibrary } from '../library/open-library.js';
import type { Library } from '../search/library.js';
import type { LibraryOptions } from './command.js';
import { ProgressBar } from './progress-bar.js';
import type { Terminal } from './terminal.js';

/** Opens the library that the options name, or else `LIBRARY` in the environment, or else the shipped one. */
export async function openLibraryFor(terminal: Terminal, { library, index }: LibraryOptions): Promise<Library> {
	const bars = {
		attributing: new ProgressBar(terminal.stderr, 'reading articles'),
		indexing: new ProgressBar(terminal.stderr, 'indexing them'),
	};
	try {
		return await openLibrary({
			location: libraryLocation(terminal, library),
			index,
			onProgress: ({ step, done, total }) => {
				if (step === 'indexing') bars.attributing.stop();
				bars[step].update(done, total);
			},
		});
	} finally {
		for (const bar of Object.values(bars)) bar.stop();
	}
}

/** @returns Where the articles are; `undefined` for the shipped ones. */
export function libraryLocation({ env }: Terminal, library: string | undefined): string | undefined {
	return library ?? (env.LIBRARY?.trim() || undefined);
}
