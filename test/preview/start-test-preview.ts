import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import { type Preview, startPreview } from '../../src/preview/preview.js';
import { startPreviewBot } from '../../src/preview/run-preview.js';

/** An invented article with words of two people. */
export const HARBOUR = `---
title: Harbour plan divides the council
published: 2026-03-04
publisher: Coastal Courier
url: https://courier.example/harbour
---
The council met on Tuesday to discuss the new harbour in Brackwater.

“We will build the harbour before the winter storms,” said Mayor Ilse Brandt. She added that the town had saved enough money for it.

Fisherman Tom Ferris disagreed. “Nobody asked the people who work on the water,” he told reporters.
`;

/** The preview with the real bot, answering from {@link HARBOUR}, on a free port. */
export async function startTestPreview(): Promise<Preview> {
	const folder = await mkdtemp(join(tmpdir(), 'preview-test-'));
	await writeFile(join(folder, 'harbour.md'), HARBOUR);
	const config = readConfig({ LIBRARY: folder, PORT: '0' });
	const log = createLog('silent');
	return startPreview({ port: 0, startBot: (setting) => startPreviewBot(setting, config, log) });
}
