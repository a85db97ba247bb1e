import { spawnSync } from 'node:child_process';
import { packagePath } from '../src/package-root.js';

/** Some tests run the built program: this builds it once when it is stale, before any of them starts. */
export default function setup(): void {
	const { status } = spawnSync(process.execPath, [packagePath('scripts', 'run.mjs'), 'ready'], { stdio: 'inherit' });
	if (status !== 0) throw new Error('the build failed; see the lines above');
}
