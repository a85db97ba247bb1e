import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files into a new folder that goes away with the test. @returns The folder. */
export async function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'onrecord-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	for (const [name, content] of Object.entries(files)) {
		const place = path.join(folder, name);
		await mkdir(path.dirname(place), { recursive: true });
		await writeFile(place, content);
	}
	return folder;
}
