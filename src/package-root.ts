import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: the same whether this runs from the sources or from their build in `dist/`. */
const HERE = dirname(fileURLToPath(import.meta.url));
const PACKAGE_ROOT = findPackageRoot(HERE);
/** The folder of the build that this runs from, such as `dist/`; the package's own when it runs from the sources. */
const CODE_ROOT = join(PACKAGE_ROOT, relative(PACKAGE_ROOT, HERE).match(/^dist[^/\\]*/)?.[0] ?? '');

/** @returns The absolute path of a file or folder that belongs to the package, such as `data/articles`. */
export function packagePath(...parts: readonly string[]): string {
	return join(PACKAGE_ROOT, ...parts);
}

/**
 * Finds what the build puts beside the code. Not by the address of the module that asks: built, it may be one file with
 * others.
 *
 * @returns The absolute path of a file of this build, such as `articles.index`; from the sources, where it would be.
 */
export function codePath(...parts: readonly string[]): string {
	return join(CODE_ROOT, ...parts);
}

/** @returns The version of package.json. */
export function packageVersion(): string {
	return JSON.parse(readFileSync(packagePath('package.json'), 'utf8')).version;
}

function findPackageRoot(folder: string): string {
	const parent = dirname(folder);
	return existsSync(join(folder, 'package.json')) || parent === folder ? folder : findPackageRoot(parent);
}
