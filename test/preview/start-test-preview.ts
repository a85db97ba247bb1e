import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import { type Preview, startPreview } from '../../src/preview/preview.js';
import { startPreviewBot } from '../../src/preview/run-preview.js';
import { HARBOUR } from '../support/harbour.js';

/** The preview with the real bot, answering from one invented article, on a free port. */
export async function startTestPreview(): Promise<Preview> {
	const folder = await mkdtemp(join(tmpdir(), 'preview-test-'));
	await writeFile(join(folder, 'harbour.md'), HARBOUR);
	const config = readConfig({ LIBRARY: folder, PORT: '0' });
	const log = createLog('silent');
	return startPreview({ port: 0, startBot: (setting) => startPreviewBot(setting, config, log) });
}
