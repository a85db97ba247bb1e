import type { Article } from '../../src/article/article.js';
import type { AttributedArticle, Attribution, Speaker } from '../../src/attribution/attribution.js';
import { buildLibrary } from '../../src/search/build-library.js';
import type { Library } from '../../src/search/library.js';
import type { Span } from '../../src/text/span.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';
import { splitSentences } from '../../src/text/split-sentences.js';

/** Who says what in a fixture: the words as they stand in the text. */
interface Said {
	readonly words: string;
	readonly cue?: string;
	readonly source?: string;
	readonly speaker: string | null;
	readonly kind?: Attribution['kind'];
	readonly confidence?: number;
}

/** An article whose attributions are given, so that what is shown of them does not hang on how they are found. */
export function attributed(
	fields: Omit<Article, 'paragraphs'>,
	speakers: readonly Speaker[] = [],
	said: readonly Said[] = [],
): AttributedArticle {
	const paragraphs = splitParagraphs(fields.text, 'blank-line');
	return {
		article: { ...fields, paragraphs },
		sentences: splitSentences(fields.text, paragraphs),
		speakers,
		attributions: said.map(({ words, cue, source, speaker, kind = 'direct', confidence = 1 }) => ({
			kind,
			content: [find(fields.text, words)],
			cue: cue === undefined ? [] : [findNear(fields.text, cue, fields.text.indexOf(words))],
			source: source === undefined ? [] : [findNear(fields.text, source, fields.text.indexOf(words))],
			speaker,
			confidence,
			basis: 'name' as const,
		})),
	};
}

function find(text: string, words: string): Span {
	const start = text.indexOf(words);
	if (start < 0) throw new Error(`the fixture does not say “${words}”`);
	return { start, end: start + words.length };
}

/** The place of the words that is nearest to `at`. */
function findNear(text: string, words: string, at: number): Span {
	const starts = [...text.matchAll(new RegExp(words, 'g'))].map(({ index }) => index);
	const [start = -1] = starts.sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
	return { start, end: start + words.length };
}

const person = (name: string, description: string | null = null): Speaker => ({ name, description, aliases: [] });

export const ferry = attributed(
	{
		id: 'ferry',
		title: 'Ferry talks stall in Port Alder',
		publisher: 'Harbour Gazette',
		published: '2024-05-03',
		url: 'https://gazette.example/ferry',
		text: [
			'The ferry between Port Alder and Gull Island will not sail this winter. The company blames the price of diesel.',
			'“We will not raise the fares again, whatever the winter costs us,” said Mayor Ada Moreau. “People on the island need the boat.”',
			'Harbour master Željko Ćurčić added: “She has sailed for forty years and she will sail for forty more.”',
			'Moreau said the council would vote in June.',
			'“The boat is *far* too expensive: see https://fares.example or ask @everyone,” said somebody at the quay.',
			'The winter timetable may never be printed, the union is understood to say.',
		].join('\n\n'),
	},
	[person('Ada Moreau', 'mayor of Port Alder'), person('Željko Ćurčić', 'harbour master'), person('Island Union')],
	[
		{ words: 'We will not raise the fares again, whatever the winter costs us', cue: 'said', speaker: 'Ada Moreau' },
		{ words: 'People on the island need the boat.', speaker: 'Ada Moreau' },
		{
			words: 'She has sailed for forty years and she will sail for forty more.',
			cue: 'added',
			speaker: 'Željko Ćurčić',
		},
		{ words: 'the council would vote in June', cue: 'said', source: 'Moreau', speaker: 'Ada Moreau', kind: 'reported' },
		{
			words: 'The boat is *far* too expensive: see https://fares.example or ask @everyone',
			cue: 'said',
			speaker: null,
		},
		{
			words: 'The winter timetable may never be printed',
			cue: 'is understood to say',
			source: 'the union',
			speaker: 'Island Union',
			kind: 'reported',
			confidence: 0.4,
		},
	],
);

export const bakery = attributed(
	{
		id: 'bakery',
		title: 'A bakery opens at midnight',
		publisher: 'Night Post',
		published: '2024-06-11',
		text: [
			'A bakery in Lower Street opens at midnight and sells rolls until six.',
			'“Nurses come after their shift and buy whole bags of rolls,” said owner Ingrid Solheim.',
			'The street association complained about the smell of bread.',
		].join('\n\n'),
	},
	[person('Ingrid Solheim', 'owner')],
	[{ words: 'Nurses come after their shift and buy whole bags of rolls', cue: 'said', speaker: 'Ingrid Solheim' }],
);

/** Two invented articles, or those that a test gives. */
export function fixtureLibrary(articles: readonly AttributedArticle[] = [ferry, bakery]): Library {
	return buildLibrary(articles);
}
