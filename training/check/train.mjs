// Learns what `check` decides with: the ranking of evidence (linear, listwise) and the verdict (five small networks).
//   npm run build && node training/check/train.mjs BENCH data/lexicon/check-weights.json [--cv]
// BENCH holds news-train/ (claims on whole articles) and checks/ (claims with one to five sentences). Folds keep an
// article's claims together. With --cv it prints how held-out claims are judged instead of writing weights.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [bench, out, mode] = process.argv.slice(2);
const root = process.env.ONRECORD_BUILD ?? 'dist';
const load = (file) => import(pathToFileURL(join(root, 'src', file)).href);
const { attributeArticle } = await load('attribution/attribute.js');
const { splitParagraphs } = await load('text/split-paragraphs.js');
const { compare } = await load('answer/check/compare.js');
const { readForComparing } = await load('answer/check/read-text.js');
const { readArticle } = await load('answer/check/read-article.js');
const { evidenceFeatures } = await load('answer/check/rank-evidence.js');
const { verdictFeatures, decideVerdict } = await load('answer/check/decide.js');

const VERDICTS = ['supported', 'contradicted', 'not-covered'];
const FOLDS = 5;
const EVIDENCE =
	'coverage coverageNear coverageSame missingShare missingNone worst printedCoverage nameMissing nameMissingAny nameConflict sentenceLength sameCount order modalGap futureGap near narrower synonym spoken speakerNamed negDiffers deniedHead oppositeAny numberAgrees numberConflict numberSure numberOpen swapped coverageSquared coverageBoth sameSquared coverageNumber coverageSpeaker'.split(
		' ',
	);
const HIDDEN = 16;
const NETWORKS = 5;
const DECAY = 0.02;
const EPOCHS = 20;
/** Claims of one kind of text that is rarer among the training claims count for more. */
const WEIGHTS = { 'news-train': 1, 'climate-fever': 1, vitaminc: 1.5, nli: 1 };

const lines = (file) =>
	readFileSync(join(bench, file), 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line));
const attribute = (article) => attributeArticle({ ...article, paragraphs: splitParagraphs(article.text, 'newline') });

function readNews(name) {
	const library = new Map(lines(`${name}/library.jsonl`).map((article) => [article.id, attribute(article)]));
	return lines(`${name}/claims.jsonl`).map(({ claim, verdict, article, evidence }) => ({
		set: name,
		claim,
		gold: verdict,
		group: article,
		article: library.get(article),
		spans: evidence,
	}));
}

function readChecks(name) {
	return lines(`checks/${name}-dev.jsonl`).map(({ id, claim, gold, library, goldEvidence }) => {
		let at = 0;
		const spans = library.map(({ text }) => {
			at += text.length + 1;
			return [at - text.length - 1, at - 1];
		});
		return {
			set: name,
			claim,
			gold,
			group: id,
			article: attribute({ id, title: '', text: library.map(({ text }) => text).join('\n') }),
			spans: library.flatMap((sentence, index) => (goldEvidence.includes(sentence.id) ? [spans[index]] : [])),
		};
	});
}

const random = (() => {
	let state = 1;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return (state + 0.5) / 2 ** 32;
	};
})();
const gauss = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

function foldOf(text) {
	let hash = 5;
	for (const char of text) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
	hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
	return ((hash ^ (hash >>> 13)) >>> 0) % FOLDS;
}

/** Adam with a falling rate; `gradient` fills the array that it is given. */
function descend(weights, { epochs, rate, batches, gradient, decay }) {
	const [mean, square, slope] = [0, 1, 2].map(() => new Float64Array(weights.length));
	let step = 0;
	for (let epoch = 0; epoch < epochs; epoch++) {
		for (const batch of batches()) {
			slope.fill(0);
			gradient(batch, slope);
			step++;
			for (let i = 0; i < weights.length; i++) {
				const each = slope[i] + decay * weights[i];
				mean[i] = 0.9 * mean[i] + 0.1 * each;
				square[i] = 0.999 * square[i] + 0.001 * each * each;
				const size = Math.sqrt(square[i] / (1 - 0.999 ** step)) + 1e-8;
				weights[i] -= (rate * (1 - epoch / epochs) * (mean[i] / (1 - 0.9 ** step))) / size;
			}
		}
	}
}

function* shuffledBatches(items, size) {
	const order = [...items];
	for (let i = order.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[order[i], order[j]] = [order[j], order[i]];
	}
	for (let at = 0; at < order.length; at += size) yield order.slice(at, at + size);
}

function spreadOf(rows) {
	return rows[0].map((_, i) => {
		const mean = rows.reduce((sum, row) => sum + row[i], 0) / rows.length;
		const spread = Math.sqrt(rows.reduce((sum, row) => sum + (row[i] - mean) ** 2, 0) / rows.length);
		return [mean, spread || 1];
	});
}

/** The right sentences of a claim against all others of its article. */
function trainEvidence(items) {
	const usable = items.filter(({ rows }) => rows.length > 1 && rows.some(({ right }) => right));
	const scale = spreadOf(usable.flatMap(({ rows }) => rows.map(({ evidence }) => evidence)));
	for (const { rows } of usable) {
		for (const row of rows) row.scaled = row.evidence.map((value, i) => (value - scale[i][0]) / scale[i][1]);
	}
	const weights = new Float64Array(EVIDENCE.length);
	descend(weights, {
		epochs: 25,
		rate: 0.02,
		decay: 0.002,
		batches: () => shuffledBatches(usable, 24),
		gradient(batch, slope) {
			for (const { rows } of batch) {
				const scores = rows.map(({ scaled }) => scaled.reduce((sum, value, i) => sum + value * weights[i], 0));
				const most = Math.max(...scores);
				const shares = scores.map((score) => Math.exp(score - most));
				const all = shares.reduce((a, b) => a + b);
				const right = rows.reduce((sum, row, j) => sum + (row.right ? shares[j] : 0), 0);
				rows.forEach((row, j) => {
					const error = shares[j] / all - (row.right ? shares[j] / right : 0);
					for (let i = 0; i < EVIDENCE.length; i++) slope[i] += (error * row.scaled[i]) / batch.length;
				});
			}
		},
	});
	return Object.fromEntries(EVIDENCE.map((name, i) => [name, round(weights[i] / scale[i][1])]));
}

const round = (value) => Math.round(value * 1e4) / 1e4;

/** A network with direct connections; weights in one array: hidden rows, verdict rows from hidden, verdict rows direct. */
function trainNetwork(rows, golds, shares) {
	const inputs = rows[0].length;
	const fromHidden = HIDDEN * (inputs + 1);
	const direct = fromHidden + 3 * (HIDDEN + 1);
	const weights = new Float64Array(direct + 3 * inputs);
	for (let i = 0; i < fromHidden; i++) if (i % (inputs + 1) < inputs) weights[i] = gauss() / Math.sqrt(inputs);
	for (let i = fromHidden; i < direct; i++) {
		if ((i - fromHidden) % (HIDDEN + 1) < HIDDEN) weights[i] = gauss() / Math.sqrt(HIDDEN);
	}
	const inner = new Float64Array(HIDDEN);
	const forward = (row) => {
		for (let j = 0; j < HIDDEN; j++) {
			let sum = weights[j * (inputs + 1) + inputs];
			for (let i = 0; i < inputs; i++) sum += weights[j * (inputs + 1) + i] * row[i];
			inner[j] = Math.tanh(sum);
		}
		const sums = VERDICTS.map((_, k) => {
			let sum = weights[fromHidden + k * (HIDDEN + 1) + HIDDEN];
			for (let j = 0; j < HIDDEN; j++) sum += weights[fromHidden + k * (HIDDEN + 1) + j] * inner[j];
			for (let i = 0; i < inputs; i++) sum += weights[direct + k * inputs + i] * row[i];
			return sum;
		});
		const most = Math.max(...sums);
		const parts = sums.map((sum) => Math.exp(sum - most));
		const all = parts.reduce((a, b) => a + b);
		return parts.map((part) => part / all);
	};
	descend(weights, {
		epochs: EPOCHS,
		rate: 0.01,
		decay: DECAY,
		batches: () => shuffledBatches([...rows.keys()], 32),
		gradient(batch, slope) {
			for (const index of batch) {
				const row = rows[index];
				forward(row).forEach((share, k) => {
					const error = ((share - (golds[index] === k ? 1 : 0)) * shares[index]) / batch.length;
					slope[fromHidden + k * (HIDDEN + 1) + HIDDEN] += error;
					for (let i = 0; i < inputs; i++) slope[direct + k * inputs + i] += error * row[i];
					for (let j = 0; j < HIDDEN; j++) {
						slope[fromHidden + k * (HIDDEN + 1) + j] += error * inner[j];
						const back = error * weights[fromHidden + k * (HIDDEN + 1) + j] * (1 - inner[j] ** 2);
						slope[j * (inputs + 1) + inputs] += back;
						for (let i = 0; i < inputs; i++) slope[j * (inputs + 1) + i] += back * row[i];
					}
				});
			}
		},
	});
	const cut = (from, count, width) =>
		Array.from({ length: count }, (_, k) => Array.from(weights.slice(from + k * width, from + (k + 1) * width), round));
	return {
		hidden: cut(0, HIDDEN, inputs + 1),
		fromHidden: cut(fromHidden, 3, HIDDEN + 1),
		direct: cut(direct, 3, inputs),
		rate: forward,
	};
}

/** Learns from `items`; gives the weights, and a judge for other claims. */
function train(items) {
	const evidence = trainEvidence(items.filter(({ set }) => set === 'news-train'));
	const rank = (item) =>
		item.rows
			.map((row) => ({
				...row,
				score: EVIDENCE.reduce((sum, name, i) => sum + evidence[name] * row.evidence[i], 0),
			}))
			.sort((a, b) => b.score - a.score);
	const features = (item) => verdictFeatures(item.read, rank(item));
	const seen = items.map(features);
	const names = Object.keys(seen[0]);
	const scale = spreadOf(seen.map((each) => names.map((name) => each[name])));
	const scaled = (each) => names.map((name, i) => Math.max(-4, Math.min(4, (each[name] - scale[i][0]) / scale[i][1])));
	const rows = seen.map(scaled);
	const golds = items.map(({ gold }) => VERDICTS.indexOf(gold));
	const shares = items.map(({ set }) => WEIGHTS[set]);
	const networks = Array.from({ length: NETWORKS }, () => trainNetwork(rows, golds, shares));
	return {
		weights: {
			evidence,
			inputs: names.map((name, i) => [name, ...scale[i].map(round)]),
			networks: networks.map(({ rate, ...network }) => network),
		},
		judge(item) {
			const ranked = rank(item);
			const row = scaled(verdictFeatures(item.read, ranked));
			const [supported, contradicted, notCovered] = networks
				.map(({ rate }) => rate(row))
				.reduce((sum, each) => sum.map((value, k) => value + each[k] / NETWORKS), [0, 0, 0]);
			const hit = ranked.slice(0, 3).some(({ right }) => right);
			return { verdict: decideVerdict({ supported, contradicted, notCovered }, ranked), first: ranked[0].right, hit };
		},
	};
}

function report(name, items) {
	const count = (gold, verdict) => items.filter((item) => item.gold === gold && item.judged.verdict === verdict).length;
	const f1 = VERDICTS.map((verdict) => {
		const given = items.filter(({ judged }) => judged.verdict === verdict).length;
		const gold = items.filter((item) => item.gold === verdict).length;
		return given + gold === 0 ? 0 : (2 * count(verdict, verdict)) / (given + gold);
	});
	const flipped = count('supported', 'contradicted') + count('contradicted', 'supported');
	const wrong = items.filter(({ gold, judged }) => judged.verdict !== 'not-covered' && judged.verdict !== gold).length;
	const found = items.filter(({ rows }) => rows.some(({ right }) => right));
	const share = (part, whole = items.length) => ((100 * part) / whole).toFixed(1);
	console.log(
		`${name.padEnd(14)} macro-F1 ${((100 * f1.reduce((a, b) => a + b)) / 3).toFixed(1)}  supported for contradicted or the reverse ${share(flipped)}  any wrong decision ${share(wrong)}  evidence first ${share(found.filter(({ judged }) => judged.first).length, found.length)}, in three ${share(found.filter(({ judged }) => judged.hit).length, found.length)}`,
	);
}

const items = [...readNews('news-train'), ...['climate-fever', 'vitaminc', 'nli'].flatMap(readChecks)].flatMap(
	(item) => {
		const read = readForComparing(item.claim);
		const rows = readArticle(item.article).map((sentence) => {
			const comparison = compare(read, sentence.read, sentence.surroundings);
			const features = evidenceFeatures(comparison.features);
			const { start, end } = sentence.sentence;
			const right = item.spans.some(([from, to]) => {
				return Math.min(to, end) - Math.max(from, start) >= 0.5 * Math.min(to - from, end - start);
			});
			return { read: sentence, comparison, right, evidence: EVIDENCE.map((name) => features[name]) };
		});
		return rows.length === 0 ? [] : [{ ...item, read, rows }];
	},
);
if (mode === '--cv') {
	for (let fold = 0; fold < FOLDS; fold++) {
		const { judge } = train(items.filter(({ group }) => foldOf(group) !== fold));
		for (const item of items) if (foldOf(item.group) === fold) item.judged = judge(item);
		console.error(`fold ${fold + 1} of ${FOLDS}`);
	}
	for (const set of Object.keys(WEIGHTS))
		report(
			set,
			items.filter((item) => item.set === set),
		);
} else writeFileSync(out, `${JSON.stringify(train(items).weights)}\n`);
