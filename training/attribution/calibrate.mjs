// Learns how often a shown speaker is right: writes data/lexicon/confidence-weights.json. Needs a build.
//   node training/attribution/calibrate.mjs BENCH/attribution WEIGHTS
// WEIGHTS holds tagger.bin and tagger.json of a tagger learnt without the held-out articles.
// Learns from the held-out articles, which neither the tagger nor the ranker has seen, and prints a reliability table
// for dev.jsonl.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyseText } from '../../dist/src/attribution/analysed-text.js';
import { findEntities } from '../../dist/src/attribution/entities/find-entities.js';
import { findClaims } from '../../dist/src/attribution/find-claims.js';
import { preferLexicon } from '../../dist/src/attribution/lexicon.js';
import { describeSigns } from '../../dist/src/attribution/naming/calibrate-confidence.js';
import { resolveSources } from '../../dist/src/attribution/naming/resolve-sources.js';
import { splitParagraphs } from '../../dist/src/text/split-paragraphs.js';
import { sameName } from './same-name.mjs';

const [bench, weightsFolder] = process.argv.slice(2);
if (!weightsFolder) throw new Error('usage: node calibrate.mjs BENCH/attribution WEIGHTS');
preferLexicon(weightsFolder);
const lines = (text) =>
	text
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
const train = lines(gunzipSync(readFileSync(join(bench, 'train.jsonl.gz'))).toString('utf8'));
const dev = lines(readFileSync(join(bench, 'dev.jsonl'), 'utf8'));
const learning = train
	.filter((_, i) => i % 8 === 7)
	.slice(0, 100)
	.flatMap(examplesOf);
const weights = learn(learning);
const rounded = Object.fromEntries(
	Object.entries(weights)
		.map(([sign, weight]) => [sign, Math.round(weight * 1000) / 1000])
		.sort(),
);
writeFileSync(
	new URL('../../data/lexicon/confidence-weights.json', import.meta.url),
	`${JSON.stringify(rounded, null, '\t')}\n`,
);
console.log(`learnt from ${learning.length} speakers`);
printReliability('held out', learning);
printReliability('dev', dev.flatMap(examplesOf));

/** One example per named speaker whose words the corpus names too: the signs, and whether the name is right. */
function examplesOf(article) {
	const analysed = analyseText(article.text, splitParagraphs(article.text, 'newline'));
	const claims = findClaims(analysed);
	const namings = resolveSources(analysed, findEntities(analysed), claims);
	return claims.flatMap(({ kind, content, source, confidence }, i) => {
		const { name, basis, probability } = namings[i];
		if (name === null) return [];
		const gold = mostShared(article.attributions, content);
		if (gold && gold.source.length > 0 && gold.speaker_names.length === 0) return [];
		// The corpus names automatically, and leaves most roles as printed: that tells nothing of whom they lead to.
		if (basis === 'role' && gold && gold.speaker_names.every((other) => isPrinted(other, article.text, source)))
			return [];
		const bySource = basis === 'words' && gold && shared(gold.source, source) > 0;
		const right = gold !== null && (bySource || gold.speaker_names.some((other) => sameName(name, other)));
		return [{ signs: describeSigns({ kind, basis, claim: confidence, naming: probability }), right: right ? 1 : 0 }];
	});
}

function isPrinted(name, text, source) {
	return source.some(({ start, end }) => text.slice(start, end).includes(name));
}

function mostShared(attributions, content) {
	let best = null;
	let most = 0;
	for (const attribution of attributions) {
		const both = shared(attribution.content, content);
		if (both > most) {
			most = both;
			best = attribution;
		}
	}
	return best;
}

function shared(pairs, spans) {
	return pairs.reduce(
		(sum, [a, b]) =>
			sum + spans.reduce((part, { start, end }) => part + Math.max(0, Math.min(b, end) - Math.max(a, start)), 0),
		0,
	);
}

function probabilityOf(weights, signs) {
	return (
		1 / (1 + Math.exp(-Object.entries(signs).reduce((sum, [sign, value]) => sum + value * (weights[sign] ?? 0), 0)))
	);
}

/** Logistic regression by gradient descent over all examples, with a little decay. */
function learn(examples) {
	const weights = {};
	for (let round = 0; round < 3000; round++) {
		const gradient = {};
		for (const { signs, right } of examples) {
			const error = right - probabilityOf(weights, signs);
			for (const [sign, value] of Object.entries(signs)) gradient[sign] = (gradient[sign] ?? 0) + error * value;
		}
		for (const sign of Object.keys(gradient)) {
			weights[sign] = (weights[sign] ?? 0) + 0.3 * (gradient[sign] / examples.length - 0.001 * (weights[sign] ?? 0));
		}
	}
	return weights;
}

function printReliability(name, examples) {
	console.log(`\n${name}: confidence, how many, mean confidence, right`);
	const bounds = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01];
	for (let i = 0; i + 1 < bounds.length; i++) {
		const inside = examples
			.map(({ signs, right }) => ({ p: probabilityOf(weights, signs), right }))
			.filter(({ p }) => p >= bounds[i] && p < bounds[i + 1]);
		if (inside.length === 0) continue;
		const mean = (values) => (100 * values.reduce((sum, value) => sum + value, 0)) / values.length;
		console.log(
			`${bounds[i]} to ${Math.min(1, bounds[i + 1])}\t${inside.length}\t${mean(inside.map(({ p }) => p)).toFixed(1)}\t${mean(inside.map(({ right }) => right)).toFixed(1)}`,
		);
	}
}
