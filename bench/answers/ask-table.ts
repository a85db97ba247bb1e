import path from 'node:path';
import { ask } from '../../src/answer/ask.js';
import type { AttributedArticle } from '../../src/attribution/attribution.js';
import { buildLibrary } from '../../src/search/build-library.js';
import type { Library } from '../../src/search/library.js';
import { scoreBy } from '../score-by.js';
import { type GoldQuestion, isHit, readArticles, readQuestions } from './question-set.js';
import {
	flexSearch,
	type Indexed,
	plainMiniSearch,
	type Search,
	sqliteSearch,
	stemmedMiniSearch,
} from './references.js';

const SETS = [
	{ name: 'news', library: 'news/library.jsonl', questions: 'news/questions.jsonl', match: 'overlap' },
	{
		name: 'squad',
		library: 'answers/squad-dev.library.jsonl',
		questions: 'answers/squad-dev.questions.jsonl',
		match: 'contain',
	},
	{
		name: 'wikiqa',
		library: 'answers/wikiqa-dev.library.jsonl',
		questions: 'answers/wikiqa-dev.questions.jsonl',
		match: 'contain',
	},
] as const;

/** Prints how often the right sentence is found, and what is declined, for every set, ours beside the references. */
export async function printAskTable(bench: string): Promise<void> {
	const libraries = new Map<string, Library>();
	for (const { name, library, questions, match } of SETS) {
		const articles = readArticles(bench, library);
		const gold = readQuestions(bench, questions, match);
		const ours = buildLibrary(articles);
		libraries.set(name, ours);
		const sentences = listSentences(articles);
		const references: [string, Search][] = [
			['MiniSearch as shipped', plainMiniSearch(sentences)],
			['MiniSearch, stems', stemmedMiniSearch(sentences)],
			['FlexSearch', flexSearch(sentences)],
			['SQLite FTS5', await sqliteSearch(sentences)],
		];
		for (const form of ['open', 'closed'] as const) {
			console.log(`\n${name}, ${form}: hit@1 / hit@3 / MRR@3, ranking alone`);
			for (const [label, search] of references) {
				print(
					label,
					await rankAll(gold, form, (question, article) => listSpans(search, sentences, articles, question, article)),
				);
			}
			const outcome = askAll(ours, gold, form);
			print('On the Record', outcome.ranks);
			console.log(`  ${'with declining'.padEnd(24)}${figures(outcome.answeredRanks)}   ${outcome.declined}`);
			if (name === 'news') printSpeakers(path.join(bench, 'news'), outcome.replies);
		}
	}
	printForeign(bench, libraries);
}

/** Rank of the first right result of each answerable question, 1 to 3; 0 for none. */
type Ranks = readonly number[];

function askAll(library: Library, gold: readonly GoldQuestion[], form: 'open' | 'closed') {
	const ranks: number[] = [];
	const answeredRanks: number[] = [];
	const replies: object[] = [];
	let others = 0;
	let othersDeclined = 0;
	for (const question of gold) {
		const article = form === 'closed' ? (question.article ?? undefined) : undefined;
		const { answered, results } = ask(library, { question: question.question, article });
		replies.push({ id: question.id, answered, results });
		if (question.answerable) {
			const rank = results.findIndex((result) => isHit(question, result.article, result)) + 1;
			ranks.push(rank);
			answeredRanks.push(answered ? rank : -1);
		} else {
			others++;
			if (!answered) othersDeclined++;
		}
	}
	const wrongly = answeredRanks.filter((rank) => rank < 0).length / Math.max(1, ranks.length);
	const rightly = othersDeclined / Math.max(1, others);
	const declined = `own declined ${percent(wrongly)}, unanswerable declined ${percent(rightly)}, balanced ${percent((1 - wrongly + rightly) / 2)}`;
	return { ranks, answeredRanks, declined, replies };
}

/** How often the speaker beside a right sentence is right, by the news scorer. */
function printSpeakers(folder: string, replies: readonly object[]): void {
	const score = scoreBy(path.join(folder, 'score.mjs'), ['ask'], replies);
	const shown = {
		all: score.speakerAccuracy,
		named: score.speakerAccuracyNamed,
		narration: score.speakerAccuracyNarration,
	};
	const parts = Object.entries(shown).map(([name, value = Number.NaN]) => `${name} ${percent(value)}`);
	console.log(`  ${'speaker right on hits'.padEnd(24)}${parts.join(', ')}`);
}

async function rankAll(
	gold: readonly GoldQuestion[],
	form: 'open' | 'closed',
	find: (question: string, article: string | null) => Promise<{ article: string; start: number; end: number }[]>,
): Promise<Ranks> {
	const ranks: number[] = [];
	for (const question of gold.filter(({ answerable }) => answerable)) {
		const found = await find(question.question, form === 'closed' ? question.article : null);
		ranks.push(found.findIndex((result) => isHit(question, result.article, result)) + 1);
	}
	return ranks;
}

/** Questions that are about something else: another article of the news, Wikipedia put to the news and to other pages. */
function printForeign(bench: string, libraries: ReadonlyMap<string, Library>): void {
	console.log('\nforeign questions');
	const news = libraries.get('news');
	const squad = libraries.get('squad');
	if (!news || !squad) return;
	const own = readQuestions(bench, 'news/questions.jsonl', 'overlap');
	const ids = news.articles.map(({ article }) => article.id);
	const elsewhere = own.map((question, i) => {
		const place = ids.indexOf(question.article ?? '');
		return ask(news, { question: question.question, article: ids[(place + 1 + (i % (ids.length - 1))) % ids.length] })
			.answered;
	});
	console.log(`  news questions put to another article: declined ${declinedShare(elsewhere)}`);
	const wiki = readQuestions(bench, 'answers/wikiqa-dev.questions.jsonl', 'overlap');
	console.log(
		`  wikiqa questions put to the news: declined ${declinedShare(wiki.map(({ question }) => ask(news, { question }).answered))}`,
	);
	const offtopic = readQuestions(bench, 'answers/offtopic-dev.questions.jsonl', 'contain');
	console.log(`  offtopic: ${askAll(squad, offtopic, 'open').declined}`);
}

function declinedShare(answered: readonly boolean[]): string {
	return percent(answered.filter((yes) => !yes).length / Math.max(1, answered.length));
}

export function listSentences(articles: readonly AttributedArticle[]): Indexed[] {
	const found: Indexed[] = [];
	for (const { article, sentences } of articles) {
		for (const { start, end } of sentences) {
			found.push({ id: found.length, article: article.id, text: article.text.slice(start, end) });
		}
	}
	return found;
}

async function listSpans(
	search: Search,
	sentences: readonly Indexed[],
	articles: readonly AttributedArticle[],
	question: string,
	article: string | null,
) {
	const spans = spansOf(articles);
	return (await search(question, article)).slice(0, 3).flatMap((id) => {
		const span = spans[id];
		return span ? [{ article: sentences[id]?.article ?? '', start: span.start, end: span.end }] : [];
	});
}

const known = new WeakMap<readonly AttributedArticle[], { start: number; end: number }[]>();

function spansOf(articles: readonly AttributedArticle[]): { start: number; end: number }[] {
	const spans =
		known.get(articles) ?? articles.flatMap(({ sentences }) => sentences.map(({ start, end }) => ({ start, end })));
	known.set(articles, spans);
	return spans;
}

function print(label: string, ranks: Ranks): void {
	console.log(`  ${label.padEnd(24)}${figures(ranks)}`);
}

function figures(ranks: Ranks): string {
	const count = Math.max(1, ranks.length);
	const share = (is: (rank: number) => boolean) => percent(ranks.filter(is).length / count);
	const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / count;
	return [share((rank) => rank === 1), share((rank) => rank > 0), percent(reciprocal)]
		.map((x) => x.padStart(5))
		.join(' / ');
}

function percent(share: number): string {
	return (100 * share).toFixed(1);
}
