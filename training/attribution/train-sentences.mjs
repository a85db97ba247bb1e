// Learns whether a sentence is a source's or the article's own: writes data/lexicon/sentence-weights.json. Needs a build.
//   node training/attribution/train-sentences.mjs BENCH/news-train
// The folder holds library.jsonl and questions.jsonl: sentences that answer a question, and who says each of them (null
// for narration). Prints how often the speaker is right with weights from the other four fifths of the articles.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeArticle } from '../../dist/src/attribution/attribute.js';
import { findSpokenParts } from '../../dist/src/attribution/spoken-parts.js';
import { splitParagraphs } from '../../dist/src/text/split-paragraphs.js';
import { sameName } from './same-name.mjs';

const FOLDS = 5;
const ROUNDS = 1500;
const DECAY = 0.001;
const RATE = 0.03;
const LEAST = 0.35;

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
			const parts = findSpokenParts(attributed, sentence).map(nameSigns);
			return [{ fold, names: speakers?.[i] ?? [speaker], parts }];
		}),
	);
}

/** A sign weighs one thing in a quotation and another in reported speech. */
function nameSigns(part) {
	const named = Object.entries(part.signs).map(([sign, value]) => [`${part.manner} ${sign}`, value]);
	return { ...part, signs: Object.fromEntries(named) };
}

/** Whether each part is the sentence's speaker. What either answer is right for teaches nothing. */
function examplesOf({ names, parts }) {
	if (names.length > 1 && names.includes(null)) return [];
	const fits = ({ main }) =>
		main.speaker !== null && names.some((name) => name !== null && sameName(name, main.speaker));
	if (names[0] === null) {
		// Whoever reports what somebody without a name says wrote null for want of a name.
		return parts
			.filter(({ main }) => main.basis !== 'words' || main.kind !== 'reported')
			.map(({ signs }) => ({ signs, spoken: 0 }));
	}
	if (parts.some(fits)) return parts.map((part) => ({ signs: part.signs, spoken: fits(part) ? 1 : 0 }));
	// The words are somebody's whom the naming did not find.
	const most = Math.max(...parts.map(contentOf));
	return parts.filter((part) => contentOf(part) === most).map(({ signs }) => ({ signs, spoken: 1 }));
}

function contentOf({ signs }) {
	return signs['quoted content'] ?? signs['reported content'];
}

function isRight({ names, parts }, weights) {
	const best = parts.toSorted((a, b) => probabilityOf(b.signs, weights) - probabilityOf(a.signs, weights))[0];
	const spoken = best && probabilityOf(best.signs, weights) >= LEAST;
	const found = spoken && (best.main.kind === 'direct' || best.main.basis !== 'words') ? best.main.speaker : null;
	return names.some((name) => (name === null || found === null ? name === found : sameName(name, found)));
}

function probabilityOf(signs, weights) {
	return (
		1 / (1 + Math.exp(-Object.entries(signs).reduce((sum, [sign, value]) => sum + value * (weights[sign] ?? 0), 0)))
	);
}

/** Logistic regression by gradient descent over all examples, every weight with its own step. */
function learn(list) {
	const examples = list.flatMap(examplesOf);
	const weights = {};
	const squares = {};
	for (let round = 0; round < ROUNDS; round++) {
		const gradients = {};
		for (const { signs, spoken } of examples) {
			const error = spoken - probabilityOf(signs, weights);
			for (const [sign, value] of Object.entries(signs)) gradients[sign] = (gradients[sign] ?? 0) + error * value;
		}
		for (const [sign, sum] of Object.entries(gradients)) {
			const gradient = sum / examples.length - DECAY * (weights[sign] ?? 0);
			squares[sign] = 0.97 * (squares[sign] ?? 0) + 0.03 * gradient * gradient + 1e-12;
			weights[sign] =
				(weights[sign] ?? 0) + (RATE * (1 - (0.9 * round) / ROUNDS) * gradient) / Math.sqrt(squares[sign]);
		}
	}
	return weights;
}
