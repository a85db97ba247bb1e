// Assembles kernel.wat.   node training/attribution/assemble-kernel.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const source = new URL('kernel.wat', import.meta.url);
const target = new URL('../../data/lexicon/tagger-kernel.wasm', import.meta.url);
const module = (await wabt()).parseWat('kernel.wat', readFileSync(source, 'utf8'), { simd: true });
writeFileSync(target, module.toBinary({}).buffer);
