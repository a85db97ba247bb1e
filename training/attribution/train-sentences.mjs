// Learns whose words a sentence is, a source's or the article's own: writes data/lexicon/sentence-weights.json. Needs a
// build.
//   node training/attribution/train-sentences.mjs BENCH/news-train
// The folder holds library.jsonl and questions.jsonl: sentences that answer a question, and who says each of them (null
// for narration). Prints how often the speaker is right with weights from the other four fifths of the articles.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeArticle } from '../../dist/src/attribution/attribute.js';
import { isNamed, SPOKEN_LEAST } from '../../dist/src/attribution/attribute-sentence.js';
import { findSpokenParts } from '../../dist/src/attribution/spoken-parts.js';
import { splitParagraphs } from '../../dist/src/text/split-paragraphs.js';
import { sameName } from './same-name.mjs';

const FOLDS = 5;
const ROUNDS = 600;
const RATE = 0.05;
const DECAY = { measure: 0.001, cue: 0.01 };
/** A word is weighed that stands in so many cues. */
const CUES_MIN = 12;
/**
 * How often a sentence that is somebody's is called narration, because the question was about the reporter's part of it:
 * of two labels of one sentence, where one has a name, the other has none in 21 of 100 (31 of 147 pairs).
 */
const CALLED_NARRATION = 0.2;

const bench = process.argv[2];
if (!bench) throw new Error('usage: node train-sentences.mjs BENCH/news-train');
const read = (name) =>
	readFileSync(join(bench, name), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
const questions = read('questions.jsonl').filter(({ answerable }) => answerable);
const sentences = read('library.jsonl').flatMap((article, i) => observe(article, i % FOLDS));
for (const fold of Array.from({ length: FOLDS }, (_, i) => i)) {
	const weights = learn(sentences.filter((sentence) => sentence.fold !== fold));
	for (const sentence of sentences) if (sentence.fold === fold) sentence.right = isRight(sentence, weights);
}
for (const [name, list] of [
	['all', sentences],
	["somebody's", sentences.filter(({ names }) => names[0] !== null)],
	['narration', sentences.filter(({ names }) => names[0] === null)],
]) {
	const right = list.filter((sentence) => sentence.right).length;
	console.log(`${name}: ${((100 * right) / list.length).toFixed(1)} % right of ${list.length}`);
}
const rounded = Object.entries(learn(sentences)).map(([sign, weight]) => [sign, Math.round(weight * 1000) / 1000]);
writeFileSync(
	new URL('../../data/lexicon/sentence-weights.json', import.meta.url),
	`${JSON.stringify(Object.fromEntries(rounded.sort()), null, '\t')}\n`,
);

/** One observation per answer: who has words in it, and the names accepted (`null` among them for narration). */
function observe(line, fold) {
	const article = { ...line, paragraphs: splitParagraphs(line.text, 'newline') };
	const attributed = attributeArticle(article);
	const own = questions.filter((question) => question.article === line.id);
	return own.flatMap(({ answers, speaker, speakers }) =>
		answers.flatMap(([start, end], i) => {
			const sentence = attributed.sentences.find(
				(span) => Math.min(span.end, end) - Math.max(span.start, start) > (end - start) / 2,
			);
			if (!sentence) return [];
			return [{ fold, names: speakers?.[i] ?? [speaker], parts: findSpokenParts(attributed, sentence) }];
		}),
	);
}

function shownOf(part) {
	return part && isNamed(part.main) ? part.main.speaker : null;
}

function shareOf({ signs }) {
	return signs['quoted content'] ?? signs['reported content'];
}

/** The parts that would be right; and whether narration would be. `null` where either answer is: that teaches nothing. */
function answersOf({ names, parts }) {
	const fits = ({ main: { speaker } }) =>
		speaker !== null && names.some((name) => name !== null && sameName(name, speaker));
	const fitting = parts.filter(fits);
	if (names.includes(null)) {
		// Whoever reports what somebody without a name says wrote null for want of a name.
		const unnamed = parts.filter((part) => part.main.basis === 'words' && !isNamed(part.main));
		return names.length > 1 && fitting.length > 0 ? null : { right: unnamed, narration: true };
	}
	if (fitting.length > 0) return { right: fitting, narration: false };
	// The words are somebody's whom the naming did not find.
	const most = Math.max(...parts.map(shareOf));
	return { right: parts.filter((part) => shareOf(part) === most), narration: false };
}

function isRight({ names, parts }, weights) {
	const best = parts.toSorted((a, b) => scoreOf(b, weights) - scoreOf(a, weights))[0];
	const found = best && scoreOf(best, weights) >= SPOKEN_LEAST ? shownOf(best) : null;
	return names.some((name) => (name === null || found === null ? name === found : sameName(name, found)));
}

function scoreOf({ signs }, weights) {
	let score = 0;
	for (const [sign, value] of Object.entries(signs)) score += value * (weights[sign] ?? 0);
	return score;
}

/** Probability of each part and of narration, which scores 0. */
function probabilitiesOf(parts, weights) {
	const scores = parts.map((part) => Math.exp(scoreOf(part, weights)));
	const total = scores.reduce((sum, score) => sum + score, 1);
	return { parts: scores.map((score) => score / total), narration: 1 / total };
}

/** A log-linear choice between narration and everybody in the sentence, by gradient ascent, every weight with its own step. */
function learn(list) {
	const examples = list.flatMap(({ names, parts }) => {
		const answers = parts.length > 0 ? answersOf({ names, parts }) : null;
		return answers ? [{ parts, ...answers }] : [];
	});
	const rare = rareCues(examples);
	const weights = {};
	const squares = {};
	for (let round = 0; round < ROUNDS; round++) {
		const gradients = {};
		for (const example of examples) addGradient(example, weights, gradients);
		for (const [sign, sum] of Object.entries(gradients)) {
			if (rare.has(sign)) continue;
			const decay = sign.startsWith('cue ') ? DECAY.cue : DECAY.measure;
			const gradient = sum / examples.length - decay * (weights[sign] ?? 0);
			squares[sign] = 0.97 * (squares[sign] ?? 0) + 0.03 * gradient * gradient + 1e-12;
			weights[sign] =
				(weights[sign] ?? 0) + (RATE * (1 - (0.9 * round) / ROUNDS) * gradient) / Math.sqrt(squares[sign]);
		}
	}
	return weights;
}

/** Each part is pulled to its probability among the right answers, a label of narration taken for what it is worth. */
function addGradient({ parts, right, narration }, weights, gradients) {
	const found = probabilitiesOf(parts, weights);
	const among = parts.reduce((sum, part, i) => sum + (right.includes(part) ? found.parts[i] : 0), 0);
	const good = among + (narration ? found.narration : 0);
	const trust = narration ? good / (good + CALLED_NARRATION * (1 - good)) : 1;
	parts.forEach((part, i) => {
		const share = right.includes(part) ? (trust * found.parts[i]) / good : 0;
		const doubt = narration && !right.includes(part) ? ((1 - trust) * found.parts[i]) / (1 - good) : 0;
		const error = share + doubt - found.parts[i];
		for (const [sign, value] of Object.entries(part.signs)) gradients[sign] = (gradients[sign] ?? 0) + error * value;
	});
}

function rareCues(examples) {
	const counts = {};
	for (const { parts } of examples) {
		for (const { signs } of parts) for (const sign of Object.keys(signs)) counts[sign] = (counts[sign] ?? 0) + 1;
	}
	return new Set(Object.keys(counts).filter((sign) => sign.startsWith('cue ') && counts[sign] < CUES_MIN));
}
