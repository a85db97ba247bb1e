// Measures every candidate of every question with the code that answers them, so that training and serving agree.
//   node training/answers/dump.mjs BENCH OUT [SET...]           (after `npm run build`; SET: names below, default all)
//   node training/answers/dump.mjs --first BENCH OUT [SET...]   measures for the first look alone, of all that was found
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { attributeArticle } from '../../dist/src/attribution/attribute.js';
import { buildLibrary } from '../../dist/src/search/build-library.js';
import { findCandidates } from '../../dist/src/search/candidates.js';
import { FEATURES } from '../../dist/src/search/features/feature-names.js';
import { FeatureReader } from '../../dist/src/search/features/feature-reader.js';
import { LOOKS } from '../../dist/src/search/features/look-names.js';
import { Shares } from '../../dist/src/search/features/shares.js';
import { FirstLook, takeFirstLook } from '../../dist/src/search/first-look.js';
import { isSilent } from '../../dist/src/search/is-silent.js';
import { Likeness, weighWords } from '../../dist/src/search/likeness.js';
import { analyseQuery } from '../../dist/src/search/query.js';
import { QUESTION_CLASSES } from '../../dist/src/search/question-class.js';
import { SECOND_LOOKS } from '../../dist/src/search/ranker.js';
import { Scan } from '../../dist/src/search/scan.js';
import { findSentence, WORD_MASK } from '../../dist/src/search/sentence-table.js';
import { VECTOR_WIDTH } from '../../dist/src/search/vector-kernel.js';
import { wordTraits } from '../../dist/src/search/word-traits.js';
import { splitParagraphs } from '../../dist/src/text/split-paragraphs.js';

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		first: { type: 'boolean', default: false },
	},
});
const [bench, out, ...wanted] = positionals;
mkdirSync(out, { recursive: true });
const parseLines = (text) =>
	text
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line));
const readLines = (path) => {
	const bytes = readFileSync(path);
	return parseLines((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
};

/** Attributed once and kept beside the dumps: attribution takes longer than all the rest. */
function readArticles(file, ids = null) {
	const kept = join(out, `${file.replaceAll('/', '-')}.attributed.json`);
	if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
	const articles = readLines(join(bench, file))
		.filter(({ id }) => ids?.has(id) ?? true)
		.map(({ id, title, text, publisher, published }) => {
			const paragraphs = splitParagraphs(text, 'newline');
			return attributeArticle({ id, title, text, publisher, published, paragraphs });
		});
	writeFileSync(kept, JSON.stringify(articles));
	return articles;
}

function isRight(question, article, span) {
	if (!question.answerable || article !== question.article) return false;
	return question.answers.some(([start, end]) => {
		if (question.match === 'contain') return span.start <= start && span.end >= end;
		return Math.min(end, span.end) - Math.max(span.start, start) >= 0.5 * (end - start);
	});
}

/** Rows of the words' vectors: what the map of the vectors learns from. */
function readRows({ sentences, vocabulary }, sentence) {
	const { vectorRow } = wordTraits(vocabulary);
	const tokens = sentences.tokens.subarray(sentences.tokenStart[sentence], sentences.tokenStart[sentence + 1]);
	return Array.from(tokens, (token) => vectorRow[token & WORD_MASK]).filter((row) => row >= 0);
}

/** @param place Whether a question is answered from one article, and which. */
function dump(name, parts, place) {
	const groups = [];
	const rows = [];
	const texts = [];
	const means = [];
	const began = performance.now();
	for (const { library, questions } of parts) {
		const places = new Map();
		const placeOf = (sentence) => {
			if (!places.has(sentence)) {
				places.set(sentence, texts.push(readRows(library, sentence)) - 1);
				const start = sentence * VECTOR_WIDTH;
				means.push(Buffer.from(library.sentences.means.slice(start, start + VECTOR_WIDTH).buffer));
			}
			return places.get(sentence);
		};
		for (const question of questions) {
			const article = place(question, library);
			const query = analyseQuery(library, question.question);
			const scan = new Scan(library, query);
			const found = findCandidates(library, query, scan, article);
			const [shares, likeness] = [new Shares(query), new Likeness(scan)];
			const look = new FirstLook(scan, shares, likeness);
			const scope = article === null ? 'open' : 'closed';
			const chosen = options.first ? found.sentences.map((_, i) => i) : takeFirstLook(look, found, scope, SECOND_LOOKS);
			const reader = new FeatureReader(scan, found, chosen, shares);
			const candidates = Array.from(chosen, (place) => found.sentences[place]);
			const right = [];
			for (const place of chosen) {
				const row = options.first ? new Float32Array(LOOKS.length) : reader.read(place);
				if (options.first) look.measure(row, found, place);
				rows.push(row);
				const { attributed, span } = findSentence(library.articles, library.sentences, found.sentences[place]);
				right.push(isRight(question, attributed.article.id, span) ? 1 : 0);
			}
			reader.release();
			likeness.release();
			const { terms, classes, total } = query;
			const share = (is) => terms.reduce((sum, term) => sum + (is(term) ? term.rarity : 0), 0) / total;
			groups.push({
				id: question.id,
				article: question.article,
				answerable: question.answerable,
				type: question.type,
				silent: candidates.map((sentence) => isSilent(scan, library.sentences.articleOf[sentence])),
				articles: candidates.map((sentence) => library.sentences.articleOf[sentence]),
				right,
				sentences: options.first ? [] : candidates.map(placeOf),
				words: weighWords(library, query).map(({ row, rarity }) => [row, Math.round(rarity * 1e4) / 1e4]),
				classes: QUESTION_CLASSES.map((one) => (classes.has(one) ? 1 : 0)),
				query: [
					terms.length / 6,
					share(({ isKnown }) => !isKnown),
					share(({ isName }) => isName),
					share(({ isName, isKnown }) => isName && !isKnown),
					share(({ isTypo }) => isTypo),
				],
			});
			scan.release();
		}
	}
	const file = options.first ? `${name}.first` : name;
	const features = options.first ? LOOKS : FEATURES;
	const all = new Float32Array(rows.length * features.length);
	rows.forEach((row, i) => {
		all.set(row, i * features.length);
	});
	writeFileSync(join(out, `${file}.f32`), Buffer.from(all.buffer));
	writeFileSync(
		join(out, `${file}.json`),
		JSON.stringify({ features, classes: QUESTION_CLASSES, groups, sentences: texts }),
	);
	writeFileSync(join(out, `${file}.means.i8`), Buffer.concat(means));
	const answerable = groups.filter((group) => group.answerable);
	const found = answerable.filter(({ right }) => right.includes(1)).length;
	const ms = (performance.now() - began) / groups.length;
	console.log(
		name,
		groups.length,
		'questions',
		rows.length,
		'rows; right one among candidates',
		((100 * found) / Math.max(1, answerable.length)).toFixed(1),
		`${ms.toFixed(2)} ms each`,
	);
}

const own = (question, library) => library.articleNumbers.get(question.article);
const anywhere = () => null;
const first = () => 0;
/** Another article of the same library: what is asked about it is foreign to it. */
const other = (question, library) => {
	const number = library.articleNumbers.get(question.article) ?? 0;
	const step = 1 + (hash(question.id) % (library.articles.length - 1));
	return (number + step) % library.articles.length;
};
const hash = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
const foreign = (questions) => questions.map((question) => ({ ...question, answerable: false }));

/** Libraries of some of the articles each, with their questions. */
function split(articles, questions, count) {
	return Array.from({ length: count }, (_, k) => {
		const some = articles.filter((_, i) => i % count === k);
		const ids = new Set(some.map(({ article }) => article.id));
		return { library: buildLibrary(some), questions: questions.filter(({ article }) => ids.has(article)) };
	});
}
/** As many articles as a reader's own library may hold. */
const SMALL = 31;
const small = ({ articles, questions }) => split(articles, questions, Math.round(articles.length / SMALL));
const news = (folder) => ({
	articles: readArticles(`${folder}/library.jsonl`),
	questions: readLines(join(bench, folder, 'questions.jsonl')),
});
/** The benchmark's training questions, and those of `training/news` on more of the attribution corpus's articles. */
const training = () => {
	const { articles, questions } = news('news-train');
	const more = readLines(join(import.meta.dirname, '../news/questions.jsonl'));
	const others = readArticles('attribution/train.jsonl.gz', new Set(more.map(({ article }) => article)));
	return { articles: [...articles, ...others], questions: [...questions, ...more] };
};
const whole = ({ articles, questions }) => [{ library: buildLibrary(articles), questions }];
const general = (name, questions = name) => ({
	articles: readArticles(`answers/${name}-dev.library.jsonl`),
	questions: readLines(join(bench, `answers/${questions}-dev.questions.jsonl`)).map((q) => ({
		match: 'contain',
		...q,
	})),
});

/** Questions that no news article answers. */
const generalQuestions = () => {
	const lines = readFileSync(new URL('../../data/lexicon/general-questions.txt', import.meta.url), 'utf8')
		.trim()
		.split('\n');
	return lines.map((question, i) => ({ id: `g${i}`, question, article: `g${i}`, answers: [], answerable: false }));
};

const SETS = {
	'train.closed': () => dump('train.closed', small(training()), own),
	'train.small': () => dump('train.small', small(training()), anywhere),
	'train.foreign': () => {
		const { articles, questions } = training();
		dump('train.foreign', small({ articles, questions: foreign(questions) }), other);
	},
	// A library of one article has no other that a foreign question could be about.
	'train.alone': () => {
		const { articles, questions } = training();
		dump('train.alone', split(articles, questions, articles.length), first);
	},
	'train.alone.foreign': () => {
		const { articles, questions } = training();
		const parts = split(articles, foreign(questions), articles.length);
		const shifted = parts.map(({ library }, i) => ({ library, questions: parts[(i + 1) % parts.length].questions }));
		dump('train.alone.foreign', shifted, first);
	},
	'train.general': () => {
		const parts = small(training()).map(({ library }) => ({ library, questions: generalQuestions() }));
		dump('train.general', parts, anywhere);
	},
	'dev.closed': () => dump('dev.closed', whole(news('news')), own),
	'dev.open': () => dump('dev.open', whole(news('news')), anywhere),
	'dev.foreign': () => {
		const { articles, questions } = news('news');
		dump('dev.foreign', [{ library: buildLibrary(articles), questions: foreign(questions) }], other);
	},
	'squad.open': () => dump('squad.open', whole(general('squad')), anywhere),
	'squad.closed': () => dump('squad.closed', whole(general('squad')), own),
	'wikiqa.open': () => dump('wikiqa.open', whole(general('wikiqa')), anywhere),
	'wikiqa.closed': () => dump('wikiqa.closed', whole(general('wikiqa')), own),
	offtopic: () => dump('offtopic', whole(general('squad', 'offtopic')), anywhere),
};
for (const [name, folder] of [
	['dev', 'news/library'],
	['squad', 'answers/squad-dev.library'],
	['wikiqa', 'answers/wikiqa-dev.library'],
]) {
	SETS[`${name}.general`] = () => {
		dump(
			`${name}.general`,
			[{ library: buildLibrary(readArticles(`${folder}.jsonl`)), questions: generalQuestions() }],
			anywhere,
		);
	};
}
for (const name of wanted.length > 0 ? wanted : Object.keys(SETS)) SETS[name]();
