import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { attribute } from '../src/attribution/attribute.js';
import type { Attribution, SpeakerBasis } from '../src/attribution/attribution.js';
import { preferLexicon } from '../src/attribution/lexicon.js';
import { applySetting } from '../src/attribution/setting.js';
import { taggerWeights } from '../src/attribution/tagger/weights.js';
import type { Span } from '../src/text/span.js';
import { createWinkTagger } from '../src/text/wink-tagger.js';

/** An article of the benchmark; its other fields are the scorer's business. */
interface GoldArticle {
	readonly id: string;
	readonly text: string;
}

interface Figure {
	readonly precision: number | null;
	readonly recall: number | null;
	readonly f1: number | null;
}

interface Scores {
	readonly metrics: Readonly<Record<string, Figure>>;
	readonly sentence: {
		readonly speakerAccuracy: number;
		readonly nameAccuracy: number;
		readonly endToEndRecall: number;
	};
}

type Variant = readonly [name: string, change: (attributions: readonly Attribution[]) => readonly Attribution[]];

const without =
	(...bases: readonly SpeakerBasis[]) =>
	(attributions: readonly Attribution[]): Attribution[] =>
		attributions.map((each) => (bases.includes(each.basis) ? { ...each, speaker: null } : each));

/** What is left when a part of the naming is taken away. */
const VARIANTS: readonly Variant[] = [
	['normal', (attributions) => attributions],
	['strict', (attributions) => applySetting(attributions, 'strict')],
	['without pronouns', without('pronoun')],
	['without roles', without('role')],
	['without shared names', without('shared-name')],
	['without continued', without('continued')],
	['names alone', without('pronoun', 'role', 'shared-name', 'relative', 'words', 'continued')],
];

const SHOWN = [
	'quotes.detect',
	'quotes.speaker',
	'quotes.entity',
	'all.partial',
	'reported.partial',
	'sentence.attributed',
] as const;

/**
 * `npm run evaluate -- --bench DIR [--weights DIR]`: what the scorer in DIR says of attribution, on the development
 * articles and on the hundred training articles that are held out; then what each part of the naming brings, and the
 * speed. The weights that ship have seen the held-out articles; others (`tagger.bin` and `tagger.json` of a tagger learnt
 * without them, see `training/attribution/README.md`) are read from `--weights`.
 */
export async function run(args: readonly string[]): Promise<void> {
	const bench = optionOf(args, '--bench');
	if (bench === undefined) throw new Error('usage: npm run evaluate -- --bench DIR [--weights DIR]');
	const weights = optionOf(args, '--weights');
	if (weights !== undefined) preferLexicon(path.resolve(weights));
	reportLoading();
	const folder = mkdtempSync(path.join(tmpdir(), 'evaluate-'));
	try {
		const train = readLines(gunzipSync(readFileSync(path.join(bench, 'train.jsonl.gz'))).toString('utf8'));
		const heldOut = train.filter((_, i) => i % 8 === 7).slice(0, 100);
		evaluate('dev', readLines(readFileSync(path.join(bench, 'dev.jsonl'), 'utf8')), bench, folder);
		evaluate('held-out part of train', heldOut, bench, folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function optionOf(args: readonly string[], option: string): string | undefined {
	return args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
}

const readLines = (text: string): GoldArticle[] =>
	text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => JSON.parse(line) as GoldArticle);

function evaluate(name: string, articles: readonly GoldArticle[], bench: string, folder: string): void {
	const gold = path.join(folder, 'gold.jsonl');
	const predicted = path.join(folder, 'predicted.jsonl');
	writeFileSync(gold, articles.map((article) => JSON.stringify(article)).join('\n'));
	const times = { all: [] as number[], tokens: [] as number[] };
	const found = articles.map(({ id, text }) => {
		const share = text.length / CHARACTERS_OF_800_WORDS;
		times.tokens.push(timeOf(() => readTokens(text)) / share);
		let attributions: readonly Attribution[] = [];
		times.all.push(timeOf(() => ({ attributions } = attribute(text))) / share);
		return { id, attributions };
	});
	console.log(`\n${name}: ${articles.length} articles. F1 (precision / recall)`);
	console.log(['', ...SHOWN, 'speaker acc.', 'end to end'].join(' | '));
	for (const [variant, change] of VARIANTS) {
		const lines = found.map(({ id, attributions }) =>
			JSON.stringify({ id, attributions: change(attributions).map(toLine) }),
		);
		writeFileSync(predicted, lines.join('\n'));
		const scorer = [path.join(bench, 'score.mjs'), gold, predicted, '--json'];
		const scores = JSON.parse(execFileSync(process.execPath, scorer, { encoding: 'utf8', maxBuffer: 1e8 })) as Scores;
		const figures = SHOWN.map((metric) => renderFigure(scores.metrics[metric]));
		const { speakerAccuracy, endToEndRecall } = scores.sentence;
		console.log([variant, ...figures, percent(speakerAccuracy), percent(endToEndRecall)].join(' | '));
	}
	const [all, tokens] = [median(times.all), median(times.tokens)];
	console.log(
		`speed: ${all.toFixed(0)} ms for 800 words, ${(all / tokens).toFixed(1)} times what wink-nlp alone takes for the ` +
			`same text, ${tokens.toFixed(1)} ms (medians; one thread, this machine as loaded as it is)`,
	);
}

function reportLoading(): void {
	const before = process.memoryUsage().rss;
	const ms = timeOf(taggerWeights);
	const megabytes = (process.memoryUsage().rss - before) / 1e6;
	console.log(`loading the tagger: ${ms.toFixed(0)} ms, ${megabytes.toFixed(0)} MB in each worker`);
}

/** What the speed of the machine is measured by. */
const readTokens = createWinkTagger();

function timeOf(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** 800 words of these articles, with their blanks and marks. */
const CHARACTERS_OF_800_WORDS = 4_800;

const pairs = (spans: readonly Span[]): number[][] => spans.map(({ start, end }) => [start, end]);

const toLine = ({ kind, content, cue, source, speaker }: Attribution): object => ({
	kind,
	content: pairs(content),
	cue: pairs(cue),
	source: pairs(source),
	speaker,
});

const percent = (share: number | null | undefined): string => (share == null ? '-' : (100 * share).toFixed(1));

const renderFigure = (figure: Figure | undefined): string =>
	`${percent(figure?.f1)} (${percent(figure?.precision)} / ${percent(figure?.recall)})`;
