// Compiles the WebAssembly of data/lexicon.   node training/build-kernels.mjs [--check]
// With --check nothing is written; exit code 1 if a shipped file is not what its source compiles to.
import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const KERNELS = [
	{ source: 'attribution/kernel.ts', target: 'tagger-kernel.wasm' },
	{ source: 'lexicon/vector-kernel.ts', target: 'vector-kernel.wasm' },
];
const OPTIONS = ['--runtime', 'stub', '--importMemory', '--enable', 'simd', '--noAssert', '-O3'];

for (const { source, target } of KERNELS) {
	const shipped = new URL(`../data/lexicon/${target}`, import.meta.url);
	const compiled = await compile(readFileSync(new URL(source, import.meta.url), 'utf8'));
	if (!process.argv.includes('--check')) writeFileSync(shipped, compiled);
	else if (readFileSync(shipped).compare(compiled) !== 0)
		fail(`${target} is not what ${source} compiles to: build it anew`);
}

async function compile(source) {
	let compiled = new Uint8Array();
	const { error, stderr } = await asc.main(['kernel.ts', '--outFile', 'kernel.wasm', ...OPTIONS], {
		readFile: (name) => (name === 'kernel.ts' ? source : null),
		writeFile: (name, contents) => {
			if (name === 'kernel.wasm') compiled = contents;
		},
		listFiles: () => [],
	});
	if (error) fail(stderr.toString());
	return compiled;
}

function fail(line) {
	process.stderr.write(`${line}\n`);
	process.exit(1);
}
