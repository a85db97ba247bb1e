/** Benchmarks by name; each file says what it measures and which options it takes. */
const BENCHMARKS: Readonly<Record<string, () => Promise<{ run(args: readonly string[]): Promise<void> }>>> = {
	answers: () => import('./answers.js'),
	reading: () => import('./reading.js'),
	startup: () => import('./startup.js'),
	verdicts: () => import('./verdicts.js'),
	autocomplete: () => import('./autocomplete.js'),
	attribution: () => import('./evaluate-attribution.js'),
	hostile: () => import('./hostile.js'),
};

const [name = '', ...args] = process.argv.slice(2);
if (Object.hasOwn(BENCHMARKS, name)) {
	await (await BENCHMARKS[name]?.())?.run(args);
} else {
	console.error(`usage: npm run bench -- NAME [options]; known: ${Object.keys(BENCHMARKS).join(', ')}`);
	process.exitCode = 2;
}
