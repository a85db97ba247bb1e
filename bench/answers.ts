import { parseArgs } from 'node:util';
import { printAskTable } from './answers/ask-table.js';
import { printSpeed } from './answers/speed.js';

/**
 * `answers --bench DIR [--speed]`: asks the questions of the development sets in DIR and prints how often the right
 * sentence comes first, beside what search libraries do with the same sentences; with `--speed` the time and memory at
 * 3,000, 10,000 and 100,000 sentences.
 */
export async function run(args: readonly string[]): Promise<void> {
	const { values } = parseArgs({
		args: [...args],
		options: { bench: { type: 'string' }, speed: { type: 'boolean', default: false } },
	});
	if (values.bench === undefined) throw new Error('answers needs --bench DIR, the folder of the development sets');
	if (values.speed) printSpeed(values.bench);
	else await printAskTable(values.bench);
}
