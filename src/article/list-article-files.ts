import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../errors.js';
import { ARTICLE_EXTENSIONS, isArticleFile } from './parse-article-file.js';

/** A file that holds one article or more. */
export interface ArticleFile {
	/** As the user gave it, with the way down from there. */
	readonly path: string;
	readonly bytes: number;
}

/** What a library's folder holds. */
export interface ArticleFiles {
	/** By name, folder by folder, in the same order on every system. */
	readonly files: readonly ArticleFile[];
	/** Files that are no articles: other kinds, and `README`. Corrections and hidden files are not named. */
	readonly passedOver: readonly string[];
	readonly problems: readonly Problem[];
}

/** A note to people about the folder, not an article: `README.md`, `readme.txt`. */
const README = /^readme\./i;
/** Corrections to an article lie beside it: `day-2.corrections.yaml`. */
const CORRECTIONS = /\.corrections\.ya?ml$/i;

/**
 * Lists the files of a library: the file at `location` itself, or those in the folder there and in its subfolders.
 * Names that start with a dot are passed over; links to folders are not followed, so that none can lead in a circle.
 */
export async function listArticleFiles(location: string): Promise<ArticleFiles> {
	const found = { files: [] as ArticleFile[], passedOver: [] as string[], problems: [] as Problem[] };
	const attempt = async (place: string, step: () => Promise<void>) => {
		try {
			await step();
		} catch (error) {
			found.problems.push({ where: place, reason: explainFileError(error) });
		}
	};
	const addFile = (place: string) =>
		attempt(place, async () => {
			const status = await stat(place);
			if (status.isFile()) found.files.push({ path: place, bytes: status.size });
			else found.passedOver.push(place);
		});
	const addFolder = (folder: string): Promise<void> =>
		attempt(folder, async () => {
			const entries = await readdir(folder, { withFileTypes: true });
			for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
				const place = path.join(folder, entry.name);
				if (entry.name.startsWith('.') || CORRECTIONS.test(entry.name)) continue;
				if (entry.isDirectory()) await addFolder(place);
				else if (isArticleFile(entry.name) && !README.test(entry.name)) await addFile(place);
				else found.passedOver.push(place);
			}
		});
	await attempt(location, async () => {
		if ((await stat(location)).isDirectory()) await addFolder(location);
		else if (isArticleFile(location)) await addFile(location);
		else {
			const reason = `is of no known kind: expected a folder, or a file that ends in ${ARTICLE_EXTENSIONS.join(', ')}`;
			found.problems.push({ where: location, reason });
		}
	});
	return found;
}

const FILE_ERRORS: ReadonlyMap<string, string> = new Map([
	['ENOENT', 'does not exist'],
	['ENOTDIR', 'does not exist: a part of the path is a file'],
	['EACCES', 'may not be read: check its permissions'],
	['EPERM', 'may not be read: check its permissions'],
	['ELOOP', 'is a link that leads in a circle'],
	['EMFILE', 'cannot be read: too many files are open'],
]);

/**
 * Says in plain words why a file could not be read.
 *
 * @throws What is no error of the file system: that is a bug.
 */
export function explainFileError(error: unknown): string {
	if (!(error instanceof Error && 'code' in error)) throw error;
	return FILE_ERRORS.get(String(error.code)) ?? `cannot be read: ${error.message}`;
}
