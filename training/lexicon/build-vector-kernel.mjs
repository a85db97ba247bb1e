// Compiles vector-kernel.ts.   node training/lexicon/build-vector-kernel.mjs [--check]
// With --check nothing is written; exit code 1 if the shipped file is not what the source compiles to.
import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const source = readFileSync(new URL('vector-kernel.ts', import.meta.url), 'utf8');
const target = new URL('../../data/lexicon/vector-kernel.wasm', import.meta.url);
const options = ['--runtime', 'stub', '--importMemory', '--enable', 'simd', '--noAssert', '-O3'];

let compiled = new Uint8Array();
const { error, stderr } = await asc.main(['kernel.ts', '--outFile', 'kernel.wasm', ...options], {
	readFile: (name) => (name === 'kernel.ts' ? source : null),
	writeFile: (name, contents) => {
		if (name === 'kernel.wasm') compiled = contents;
	},
	listFiles: () => [],
});
if (error) {
	process.stderr.write(stderr.toString());
	process.exitCode = 1;
} else if (process.argv.includes('--check')) {
	if (readFileSync(target).compare(compiled) !== 0) {
		process.stderr.write('data/lexicon/vector-kernel.wasm is not what vector-kernel.ts compiles to: build it anew\n');
		process.exitCode = 1;
	}
} else {
	writeFileSync(target, compiled);
}
