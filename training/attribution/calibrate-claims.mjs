// Fits the confidence of a claim on the held-out articles and prints how reliable it is there and on dev.
//   node training/attribution/calibrate-claims.mjs BENCH WEIGHTS     (after npm run build)
// WEIGHTS holds tagger.bin and tagger.json of a tagger learnt without the held-out articles.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyseText, tokensWithin } from '../../dist/src/attribution/analysed-text.js';
import { confidenceSigns } from '../../dist/src/attribution/decoder/claim-confidence.js';
import { decodeTokens } from '../../dist/src/attribution/decoder/decode-claims.js';
import { preferLexicon } from '../../dist/src/attribution/lexicon.js';
import { findCues } from '../../dist/src/attribution/tagger/read-cues.js';
import { splitParagraphs } from '../../dist/src/text/split-paragraphs.js';

const [bench, weightsFolder] = process.argv.slice(2);
if (!weightsFolder) throw new Error('usage: node calibrate-claims.mjs BENCH WEIGHTS');
preferLexicon(weightsFolder);
const parse = (text) =>
	text
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));
const train = parse(gunzipSync(readFileSync(join(bench, 'train.jsonl.gz'))).toString('utf8'));
const held = observe(train.filter((_, i) => i % 8 === 7).slice(0, 100));
const dev = observe(parse(readFileSync(join(bench, 'dev.jsonl'), 'utf8')));

for (const reported of [false, true]) {
	const weights = fit(held.filter((o) => o.reported === reported));
	console.log(reported ? 'REPORTED' : 'QUOTED', JSON.stringify(weights.map((w) => Number(w.toFixed(2)))));
	for (const [name, observations] of [
		['held-out', held],
		['dev', dev],
	]) {
		console.log(
			name,
			reliability(
				observations.filter((o) => o.reported === reported),
				weights,
			),
		);
	}
}

/** Every claim with its signs, and whether it is right: half of its content and its source agree with one gold one. */
function observe(articles) {
	return articles.flatMap(({ text, attributions }) => {
		const analysed = analyseText(text, splitParagraphs(text, 'newline'));
		const tokens = (spans) => spans.flatMap(([start, end]) => range(tokensWithin(analysed.tokens, { start, end })));
		const gold = attributions.map((a) => ({
			content: new Set(tokens(a.content)),
			source: new Set(tokens(a.source_core ?? a.source)),
		}));
		return decodeTokens(analysed, findCues(analysed))
			.filter(({ draft }) => draft.reading)
			.map((claim) => {
				const content = claim.content.flatMap(range);
				const source = claim.source ? range(claim.source) : [];
				const right = gold.some((g) => {
					const shared = content.filter((t) => g.content.has(t)).length;
					// Of a quotation the marks tell the extent: it is enough that it is in what the source said.
					const all = claim.kind === 'reported' ? g.content.size + content.length - shared : content.length;
					const same = source.some((t) => g.source.has(t)) || (source.length === 0 && g.source.size === 0);
					return shared * 2 >= all && same;
				});
				return { reported: claim.kind === 'reported', signs: confidenceSigns(analysed, claim), right };
			});
	});
}

/** Logistic regression by gradient ascent with a little pull to zero. */
function fit(observations) {
	let weights = new Array(4).fill(0);
	for (let step = 0; step < 4000; step++) {
		const gradient = weights.map((w) => -0.001 * w);
		for (const { signs, right } of observations) {
			const error = ((right ? 1 : 0) - chance(signs, weights)) / observations.length;
			[1, ...signs].forEach((sign, i) => {
				gradient[i] += error * sign;
			});
		}
		weights = weights.map((w, i) => w + 0.1 * gradient[i]);
	}
	return weights;
}

function chance(signs, [constant, ...weights]) {
	return 1 / (1 + Math.exp(-signs.reduce((sum, sign, i) => sum + sign * weights[i], constant)));
}

function reliability(observations, weights) {
	const bins = Array.from({ length: 10 }, () => ({ n: 0, said: 0, right: 0 }));
	for (const { signs, right } of observations) {
		const p = chance(signs, weights);
		const bin = bins[Math.min(9, Math.floor(p * 10))];
		bin.n++;
		bin.said += p;
		bin.right += right ? 1 : 0;
	}
	const show = ({ n, said, right }) => `${Math.round((100 * said) / n)}:${Math.round((100 * right) / n)} (${n})`;
	return bins
		.filter((bin) => bin.n > 0)
		.map(show)
		.join('  ');
}

function range({ first, end }) {
	return Array.from({ length: end - first }, (_, i) => first + i);
}
