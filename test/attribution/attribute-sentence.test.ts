import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { attributeArticle } from '../../src/attribution/attribute.js';
import { attributeSentence } from '../../src/attribution/attribute-sentence.js';
import { sliceSpan } from '../../src/text/span.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';

const text = [
	'Harbour master Ingrid Solberg said the ferry will sail again on Monday with a full crew. “We have a new engine,” Solberg said. “It runs.”',
	'The old engine broke in May. The mayor was not at the quay.',
	'Solberg added, “We are glad that the whole island helped,” a nod to the many people who gave money for the engine over a long, cold and expensive winter without a single crossing.',
	'The new engine fits into a “shoe box” of a room behind the kitchen, where the old one filled half of the hold.',
	'In a statement on Thursday night, Solberg told the council that she had counted every crossing since the spring.',
	'The harbour is too small, Solberg wrote on Friday, adding that the new quay “must be longer.”',
	'Visitors to the quay say that the ferry is late every other day.',
	'“We waited a whole winter for it,” Solberg said.',
	'“And the winter was a cold one, with ice up to the church and no letters.”',
].join('\n');
const article: Article = { id: 'ferry', title: 'The ferry sails', text, paragraphs: splitParagraphs(text, 'newline') };
const attributed = attributeArticle(article);
const solberg = { name: 'Ingrid Solberg', description: 'Harbour master' };

describe('GIVEN an article with a quotation, reported speech and narration', () => {
	test.each([
		['Harbour master', 'reported', solberg],
		['“We have', 'direct', solberg],
		['“It runs', 'direct', solberg],
		['The old engine', 'narration', null],
		['The mayor', 'narration', null],
		// A quotation in it is somebody's even where the article's own words are the longer part.
		['Solberg added', 'direct', solberg],
		['The new engine', 'narration', null],
		// When and to whom is the reporter's, and takes nothing away from the words.
		['In a statement', 'reported', solberg],
		// Two attributions, one speaker.
		['The harbour is', 'mixed', solberg],
		// Nobody's by name: the sentence itself says whose it is.
		['Visitors to the quay', 'reported', null],
		// A paragraph of its own, without a cue, goes on with the quotation before.
		['“And the winter', 'direct', solberg],
	])('WHEN the sentence is %s … THEN it is %s', (start, kind, speaker) => {
		const sentence = attributed.sentences.find((span) => sliceSpan(text, span).startsWith(start));
		expect(sentence).toBeDefined();
		if (!sentence) return;
		const found = attributeSentence(attributed, sentence);
		expect(found.kind).toBe(kind);
		if (speaker) expect(found.speaker).toMatchObject(speaker);
		else expect(found.speaker).toBeNull();
	});
});

describe('GIVEN a sentence in which somebody speaks, and something else is told', () => {
	const sentenceOf = (text: string, start: string) => {
		const found = attributeArticle({
			id: 'pier',
			title: 'The pier',
			text,
			paragraphs: splitParagraphs(text, 'newline'),
		});
		const sentence = found.sentences.find((span) => sliceSpan(text, span).startsWith(start));
		return sentence ? attributeSentence(found, sentence) : null;
	};

	test.each([
		[
			'another paper passes it on',
			'According to the Evening Sun, harbour master Ingrid Solberg said Friday that the boats were too old to sail.',
			'According to',
			'Ingrid Solberg',
		],
		[
			'a relative answers',
			'Ole Moe sold the ferry in May. His ex-wife, Anna Lund, lives in Bergen.\nHis ex-wife contended that the ferry was worth far more than he had been paid.',
			'His ex-wife contended',
			'Anna Lund',
		],
		[
			'it is inserted whose words it is',
			'The absence of river pilots, as stated by harbour envoy Nils Arvid, aims to keep the hearing short.',
			'The absence',
			'Nils Arvid',
		],
	])('WHEN %s THEN it is theirs', (_case, text, start, name) => {
		expect(sentenceOf(text, start)?.speaker?.name).toBe(name);
	});

	test('WHEN what they say stands in a clause beside the news THEN it is narration', () => {
		const text = 'The pier was closed on Monday after mayor Anna Lund said it was unsafe.';
		expect(sentenceOf(text, 'The pier')?.kind).toBe('narration');
	});
});
