// Reads the claims that `check` learns from, each set against every sentence of its article by the code that checks.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** The built code; another build by `ONRECORD_BUILD`. */
const root = process.env.ONRECORD_BUILD ?? 'dist';
export const load = (file) => import(pathToFileURL(join(root, 'src', file)).href);
const { attributeArticle } = await load('attribution/attribute.js');
const { splitParagraphs } = await load('text/split-paragraphs.js');
const { compare } = await load('answer/check/compare.js');
const { readForComparing } = await load('answer/check/read-text.js');
const { readArticle } = await load('answer/check/read-article.js');
const { evidenceFeatures } = await load('answer/check/rank-evidence.js');

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The sets by name; `checks` are claims with one to five sentences each. */
export const NEWS = ['news-train', 'news-more'];
export const CHECKS = ['climate-fever', 'vitaminc', 'nli'];

function readLines(file) {
	const bytes = readFileSync(file);
	const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
	return text
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line));
}

const attribute = (article) => attributeArticle({ ...article, paragraphs: splitParagraphs(article.text, 'newline') });

/** Attributed once and kept under `training/out`: attribution takes longer than all the rest. */
function attributeOnce(name, listArticles) {
	const file = here(`../out/check/${name}.attributed.json`);
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
	const articles = listArticles().map(attribute);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(articles));
	return articles;
}

function readNews(set, claims, listArticles) {
	const articles = attributeOnce(set, listArticles);
	const library = new Map(articles.map((attributed) => [attributed.article.id, attributed]));
	return claims.map(({ id, claim, verdict, article, evidence }) => {
		return { id, set, claim, gold: verdict, group: article, article: library.get(article), spans: evidence };
	});
}

function readNewsTrain(bench) {
	const claims = readLines(join(bench, 'news-train/claims.jsonl'));
	return readNews('news-train', claims, () => readLines(join(bench, 'news-train/library.jsonl')));
}

function readNewsMore(bench) {
	const claims = readLines(here('../news/claims.jsonl'));
	const wanted = new Set(claims.map(({ article }) => article));
	return readNews('news-more', claims, () => {
		return readLines(join(bench, 'attribution/train.jsonl.gz'))
			.filter(({ id }) => wanted.has(id))
			.map(({ id, title, text }) => ({ id, title, text }));
	});
}

function readChecks(bench, set) {
	return readLines(join(bench, `checks/${set}-dev.jsonl`)).map(({ id, claim, gold, library, goldEvidence }) => {
		let at = 0;
		const spans = library.map(({ text }) => {
			at += text.length + 1;
			return [at - text.length - 1, at - 1];
		});
		return {
			id,
			set,
			claim,
			gold,
			group: id,
			article: attribute({ id, title: '', text: library.map(({ text }) => text).join('\n') }),
			spans: library.flatMap((sentence, index) => (goldEvidence.includes(sentence.id) ? [spans[index]] : [])),
		};
	});
}

/** Sets the claim against each sentence; `right` are those that show the verdict. */
function compareAll({ claim, spans }, sentences) {
	const read = readForComparing(claim);
	const rows = sentences.map((sentence) => {
		const comparison = compare(read, sentence.read, sentence.surroundings);
		const { start, end } = sentence.sentence;
		const right = spans.some(([from, to]) => {
			return Math.min(to, end) - Math.max(from, start) >= 0.5 * Math.min(to - from, end - start);
		});
		return { read: sentence, comparison, right, evidence: evidenceFeatures(comparison.features) };
	});
	return { read, rows };
}

/** All claims of the sets, each as `{ id, set, claim, gold, group, read, rows }`; claims of one group share an article. */
export function readClaims(bench) {
	const items = [...readNewsTrain(bench), ...readNewsMore(bench), ...CHECKS.flatMap((set) => readChecks(bench, set))];
	return items
		.map((item) => ({ ...item, ...compareAll(item, readArticle(item.article)) }))
		.filter(({ rows }) => rows.length > 0);
}
