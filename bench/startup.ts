import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { packagePath } from '../src/package-root.js';

const QUESTION = 'what does Zelensky say about a deal made without Ukraine?';

/**
 * `startup [--runs 15]`: how long one question takes on the command line, from its start to its end, beside a Node that
 * does nothing, started in turns with it.
 */
export async function run(args: readonly string[]): Promise<void> {
	const { values } = parseArgs({ args: [...args], options: { runs: { type: 'string', default: '15' } } });
	const commands = {
		'node -e 0': ['-e', '0'],
		'onrecord --version': [packagePath('scripts', 'run.mjs'), 'onrecord', '--version'],
		'onrecord ask': [packagePath('scripts', 'run.mjs'), 'onrecord', 'ask', QUESTION],
	};
	const times = Object.entries(commands).map(([name, command]) => ({ name, command, ms: [] as number[] }));
	for (let i = 0; i < Number(values.runs); i++) for (const { command, ms } of times) ms.push(timeOf(command));
	const nothing = median(times[0]?.ms ?? []);
	for (const { name, ms } of times) {
		console.log(`${name}: ${median(ms).toFixed(0)} ms, ratio ${(median(ms) / nothing).toFixed(2)}`);
	}
}

/** @returns Milliseconds from the start of the process to its end. */
function timeOf(args: readonly string[]): number {
	const startedAt = performance.now();
	const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
	return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
