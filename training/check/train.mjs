// Learns what `check` decides with: the ranking of evidence (linear, listwise) and the verdict (small networks, for
// whole articles and for texts of a few sentences apart).
//   npm run build && node training/check/train.mjs BENCH data/lexicon/check-weights.json [--cv]
// BENCH holds news-train/ (claims on whole articles), attribution/ (the articles of ../news/claims.jsonl) and checks/
// (claims with one to five sentences). Folds keep an article's claims together. With --cv it prints how held-out claims
// are judged instead of writing weights.
import { writeFileSync } from 'node:fs';
import { CHECKS, load, NEWS, readClaims } from './claims.mjs';
import { EVIDENCE, trainEvidence, trainVerdicts, VERDICTS } from './learn.mjs';

const { decideVerdict, kindOfText } = await load('answer/check/decide.js');
const { verdictFeatures } = await load('answer/check/verdict-features.js');

const [bench, out, mode] = process.argv.slice(2);
const FOLDS = 5;
/** How much a news claim counts for texts of a few sentences; the other sets count for nothing in whole articles. */
const NEWS_SHARE = 0.1;

function foldOf(text) {
	let hash = 5;
	for (const char of text) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
	hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
	return ((hash ^ (hash >>> 13)) >>> 0) % FOLDS;
}

/** Learns from `items`; gives the weights, and a judge for other claims. */
function train(items) {
	const isNews = ({ set }) => NEWS.includes(set);
	const evidence = trainEvidence(items.filter(isNews));
	const rank = (item) =>
		item.rows
			.map((row) => ({
				...row,
				score: EVIDENCE.reduce((sum, name) => sum + evidence[name] * (row.evidence[name] ?? 0), 0),
			}))
			.sort((a, b) => b.score - a.score);
	const learn = (some, share) =>
		trainVerdicts(
			some.map((item) => verdictFeatures(item.read, rank(item))),
			some.map(({ gold }) => VERDICTS.indexOf(gold)),
			some.map(share),
		);
	const networks = {
		long: learn(items.filter(isNews), () => 1),
		short: learn(items, (item) => (isNews(item) ? NEWS_SHARE : 1)),
	};
	return {
		weights: { evidence, long: networks.long.weights, short: networks.short.weights },
		judge(item) {
			const ranked = rank(item);
			const rated = networks[kindOfText(ranked)].rate(verdictFeatures(item.read, ranked));
			const hit = ranked.slice(0, 3).some(({ right }) => right);
			return { verdict: decideVerdict(rated, ranked), first: ranked[0].right, hit };
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

const items = readClaims(bench);
if (mode === '--cv') {
	for (let fold = 0; fold < FOLDS; fold++) {
		const { judge } = train(items.filter(({ group }) => foldOf(group) !== fold));
		for (const item of items) if (foldOf(item.group) === fold) item.judged = judge(item);
		console.error(`fold ${fold + 1} of ${FOLDS}`);
	}
	const sets = [...NEWS, ...CHECKS];
	for (const set of sets) {
		report(
			set,
			items.filter((item) => item.set === set),
		);
	}
	report(
		'news, all',
		items.filter(({ set }) => NEWS.includes(set)),
	);
} else writeFileSync(out, `${JSON.stringify(train(items).weights)}\n`);
