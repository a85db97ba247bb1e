// Writes what the tagger sees of every article, and the gold spans as token indices.
//   node training/attribution/dump.mjs BENCH WORK     (BENCH: folder of train.jsonl.gz and dev.jsonl; after npm run build)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyseText, tokensWithin } from '../../dist/src/attribution/analysed-text.js';
import { findUnits, readFeatures } from '../../dist/src/attribution/tagger/features.js';
import { splitParagraphs } from '../../dist/src/text/split-paragraphs.js';

const [bench, work] = process.argv.slice(2);

for (const [name, file] of [
	['train', 'train.jsonl.gz'],
	['dev', 'dev.jsonl'],
]) {
	const bytes = readFileSync(join(bench, file));
	const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n');
	const dumped = lines.map((line) => JSON.stringify(dump(JSON.parse(line))));
	writeFileSync(join(work, `${name}.tokens.jsonl`), `${dumped.join('\n')}\n`);
	console.error(`${name}: ${lines.length} articles`);
}

function dump({ id, text, annotator, attributions }) {
	const analysed = analyseText(text, splitParagraphs(text, 'newline'));
	const features = readFeatures(analysed);
	const at = (spans) => spans.flatMap(([start, end]) => range(tokensWithin(analysed.tokens, { start, end })));
	return {
		id,
		annotator,
		units: findUnits(analysed.tokens).map(({ first, end }) => [first, end]),
		words: features.map((f) => f.word),
		lemmas: features.map((f) => f.lemma),
		tags: features.map((f) => f.tag),
		shapes: features.map((f) => f.shape),
		marks: features.map((f) => f.mark),
		sentences: analysed.tokens.map((t) => t.sentence),
		stretches: analysed.tokens.map((t) => t.stretch),
		attributions: attributions
			.map(({ cue, content, source, source_core }) => ({
				cue: at(cue),
				content: at(content),
				source: at(source),
				core: at(source_core ?? source),
			}))
			.filter(({ cue, content }) => cue.length > 0 && content.length > 0),
	};
}

function range({ first, end }) {
	return Array.from({ length: end - first }, (_, i) => first + i);
}
