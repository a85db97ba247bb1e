// Learns whom "he", "she" and a surname that two people bear mean: writes data/lexicon/person-weights.json. Needs a build (npm run build).
//   node training/attribution/train-people.mjs BENCH/attribution
// Learns from train.jsonl.gz without the held-out articles, whose accuracy it prints. About a minute on one core.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyseText } from '../../dist/src/attribution/analysed-text.js';
import { findEntities } from '../../dist/src/attribution/entities/find-entities.js';
import { describeHistory, setScene } from '../../dist/src/attribution/naming/person-features.js';
import { readSource } from '../../dist/src/attribution/naming/read-source.js';
import { toReference } from '../../dist/src/attribution/naming/to-reference.js';
import { splitParagraphs } from '../../dist/src/text/split-paragraphs.js';
import { sameName } from './same-name.mjs';

const PASSES = 6;
const RUNS = 8;
const RATE = 0.15;
const DECAY = Number(process.env.DECAY ?? 0.002);
const OUT = new URL('../../data/lexicon/person-weights.json', import.meta.url);

const bench = process.argv[2];
if (!bench) throw new Error('usage: node train-people.mjs BENCH/attribution');
const articles = gunzipSync(readFileSync(join(bench, 'train.jsonl.gz')))
	.toString('utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line));
const isHeldOut = (i) => i % 8 === 7 && i < 800;
const scenes = articles.map(sceneOf);
const gather = (weights, keep) => scenes.flatMap((scene, i) => (keep(i) ? examplesOf(scene, weights) : []));

// First with the true speakers as history, then also with the history that the first model itself makes, as in use.
const taught = gather(null, (i) => !isHeldOut(i));
const first = learn(taught, 1);
const examples = {
	train: [...taught, ...gather(first, (i) => !isHeldOut(i))],
	heldOut: gather(first, isHeldOut),
};
console.error(`${taught.length} references to learn from, ${examples.heldOut.length} held out`);
console.error(`first: ${report(first)}`);

const sums = new Map();
for (let run = 0; run < RUNS; run++) {
	const weights = learn(examples.train, run + 1);
	for (const [feature, weight] of weights) sums.set(feature, (sums.get(feature) ?? 0) + weight / RUNS);
	console.error(`run ${run + 1}: held out ${report(weights)}`);
}
const mean = new Map(
	[...sums]
		.map(([feature, weight]) => [feature, Math.round(weight * 1000) / 1000])
		.filter(([, weight]) => weight !== 0)
		.sort(),
);
for (const kind of ['pronoun', 'surname'])
	console.error(
		`${kind}: ${report(
			mean,
			examples.heldOut.filter((example) => example.kind === kind),
		)}`,
	);
console.error(`mean of ${RUNS}: train ${report(mean, examples.train)}, held out ${report(mean)}; ${mean.size} weights`);
writeFileSync(OUT, `${JSON.stringify(Object.fromEntries(mean), null, '\t')}\n`);

/** What does not change between the rounds: the article's analysis, and its attributions in the order of their content. */
function sceneOf(article) {
	const analysed = analyseText(article.text, splitParagraphs(article.text, 'newline'));
	const entities = findEntities(analysed);
	const spans = (list) => list.map(([start, end]) => ({ start, end })).sort((a, b) => a.start - b.start);
	const gold = article.attributions
		.filter(({ content }) => content.length > 0)
		.map((attribution) => {
			const source = spans(attribution.source);
			const names = attribution.speaker_names;
			const start = (source[0] ?? spans(attribution.content)[0]).start;
			return {
				content: spans(attribution.content)[0].start,
				reading: readSource(analysed, entities, source),
				token: analysed.tokens.findIndex(({ end }) => end > start),
				named: names.length > 0,
				isRight: (entity) => names.some((name) => sameName(entity.name, name)),
			};
		});
	return { analysed, entities, attributions: gold.sort((a, b) => a.content - b.content) };
}

/**
 * One example per source that is "he", "she" or a shared surname: the candidates' features, and which of them are right. The history is
 * the true one, or with `weights` the one that these make.
 */
function examplesOf({ analysed, entities, attributions }, weights) {
	const turns = [];
	const found = [];
	for (const { reading, token, named, isRight } of attributions) {
		let entity = entities.entities.find((other) => other.person !== 'no' && isRight(other)) ?? null;
		if (reading.type === 'name') entity = reading.named.entity;
		const reference = toReference(entities, reading);
		const scene = reference && setScene(analysed, entities, reference);
		if (scene) {
			const history = describeHistory(scene, turns);
			const features = scene.present.map((present, i) => [...present, ...history[i]]);
			const people = scene.candidates.map((candidate) => candidate.entity);
			if (named) found.push({ kind: reference.kind, features, right: people.map(isRight) });
			if (weights) {
				const scores = scoresOf(weights, features);
				entity = people[scores.indexOf(Math.max(...scores))] ?? null;
			}
		} else if (weights && reading.type !== 'name') entity = null;
		turns.push({ entity, token });
	}
	return found;
}

function scoresOf(weights, features) {
	return features.map((list) => list.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0));
}

/** Stochastic gradient with a rate per weight (AdaGrad) on the likelihood of all right candidates together. */
function learn(list, seed) {
	const usable = list.filter(({ right }) => right.includes(true));
	const weights = new Map();
	const squares = new Map();
	const random = generator(seed);
	for (let pass = 0; pass < PASSES; pass++) {
		for (let i = usable.length - 1; i > 0; i--) {
			const j = Math.floor(random() * (i + 1));
			[usable[i], usable[j]] = [usable[j], usable[i]];
		}
		for (const { features, right } of usable) {
			const scores = scoresOf(weights, features);
			const best = Math.max(...scores);
			const odds = scores.map((score) => Math.exp(score - best));
			const all = odds.reduce((sum, value) => sum + value, 0);
			const good = odds.reduce((sum, value, i) => sum + (right[i] ? value : 0), 0);
			features.forEach((names, i) => {
				const step = (right[i] ? odds[i] / good : 0) - odds[i] / all;
				if (Math.abs(step) < 1e-4) return;
				for (const name of names) {
					const gradient = step - DECAY * (weights.get(name) ?? 0);
					squares.set(name, (squares.get(name) ?? 1) + gradient * gradient);
					weights.set(name, (weights.get(name) ?? 0) + (RATE * gradient) / Math.sqrt(squares.get(name)));
				}
			});
		}
	}
	return weights;
}

function report(weights, list = examples.heldOut) {
	let right = 0;
	let sure = 0;
	let sureRight = 0;
	let loss = 0;
	for (const example of list) {
		const scores = scoresOf(weights, example.features);
		const best = Math.max(...scores);
		const total = scores.reduce((sum, score) => sum + Math.exp(score - best), 0);
		const isRight = example.right[scores.indexOf(best)] === true;
		const goodness = scores.reduce((sum, score, i) => sum + (example.right[i] ? Math.exp(score - best) / total : 0), 0);
		loss -= Math.log(Math.max(0.01, goodness || 0.01));
		if (isRight) right++;
		if (1 / total > 0.8) {
			sure++;
			if (isRight) sureRight++;
		}
	}
	return `${((100 * right) / list.length).toFixed(1)} % right of ${list.length} (loss ${(loss / list.length).toFixed(3)}), ${((100 * sureRight) / sure).toFixed(1)} % where sure (${sure})`;
}

function generator(seed) {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}
