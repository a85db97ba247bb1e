import { parseArgs } from 'node:util';
import { printAskTable } from './answers/ask-table.js';
import { printSpeed } from './answers/speed.js';
import { printSuggestSpeed } from './answers/suggest-speed.js';
import { printVerdicts } from './verdicts.js';

/**
 * `answers [--bench DIR] [--speed]`: asks the questions of the development sets in DIR and prints how often the right
 * sentence comes first, beside what search libraries do with the same sentences, what is declined, and what `check` and
 * `verify` are worth; with `--speed` the time and memory at 3,000, 10,000 and 100,000 sentences instead, on invented
 * articles when there is no DIR.
 */
export async function run(args: readonly string[]): Promise<void> {
	const { values } = parseArgs({
		args: [...args],
		options: { bench: { type: 'string' }, speed: { type: 'boolean', default: false } },
	});
	if (values.speed) return await printSpeed(values.bench);
	if (values.bench === undefined) throw new Error('answers needs --bench DIR, the folder of the development sets');
	await printAskTable(values.bench);
	console.log('\ncheck and verify');
	printVerdicts(values.bench);
	printSuggestSpeed(values.bench);
}
