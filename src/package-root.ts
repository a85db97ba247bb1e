import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: the same whether this runs from the sources or from their build in `dist/`. */
const PACKAGE_ROOT = findPackageRoot(dirname(fileURLToPath(import.meta.url)));

/** @returns The absolute path of a file or folder that belongs to the package, such as `data/articles`. */
export function packagePath(...parts: readonly string[]): string {
	return join(PACKAGE_ROOT, ...parts);
}

/** @returns The version of package.json. */
export function packageVersion(): string {
	return JSON.parse(readFileSync(packagePath('package.json'), 'utf8')).version;
}

function findPackageRoot(folder: string): string {
	const parent = dirname(folder);
	return existsSync(join(folder, 'package.json')) || parent === folder ? folder : findPackageRoot(parent);
}
