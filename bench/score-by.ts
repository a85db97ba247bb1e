import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Lets a set's own scorer judge.
 *
 * @param before - Arguments before the file of replies.
 * @param after - Arguments after it.
 * @returns What the scorer prints as JSON.
 * @throws When it prints nothing.
 */
export function scoreBy(
	scorer: string,
	before: readonly string[],
	replies: readonly object[],
	after: readonly string[] = [],
): Record<string, number> {
	const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-bench-'));
	try {
		const file = path.join(folder, 'predictions.jsonl');
		writeFileSync(file, replies.map((reply) => `${JSON.stringify(reply)}\n`).join(''));
		const { stdout, stderr } = spawnSync(process.execPath, [scorer, ...before, file, ...after], { encoding: 'utf8' });
		if (!stdout) throw new Error(`${scorer}: ${stderr}`);
		return JSON.parse(stdout);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
