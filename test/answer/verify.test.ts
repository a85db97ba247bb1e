import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verify } from '../../src/answer/verify.js';
import { buildLibrary } from '../../src/search/build-library.js';
import { inventArticle } from './invented-article.js';

const HARBOUR = inventArticle(
	'harbour',
	'The council met late on Tuesday.\n' +
		'“We won’t sell the harbour to anyone – not this year, and not for 3,500 crowns,” said Mayor Ingrid Dahl. ' +
		'She left by the back door.\n' +
		'“Our boats,” Petra Holm told the meeting, “have fished here for two hundred years, and they will fish on.”\n' +
		'The bank, according to its chairman, Karl Holm, “has made a fair and final offer for the old harbour.”',
	[
		{ by: 'Ingrid Dahl', words: ['We won’t sell the harbour to anyone – not this year, and not for 3,500 crowns'] },
		{ by: 'Petra Holm', words: ['Our boats', 'have fished here for two hundred years, and they will fish on.'] },
		{ by: 'Karl Holm', words: ['has made a fair and final offer for the old harbour.'], kind: 'mixed' },
	],
	[{ name: 'Ingrid Dahl', description: 'mayor of Sundby', aliases: ['Dahl', 'Mayor Ingrid Dahl'] }],
);
const FERRY = inventArticle(
	'ferry',
	'The ferry sank in shallow water. “Nobody was hurt, thank God,” said its captain, Ole Brandt, on Friday.\n' +
		'In a letter the company wrote: “Nobody was hurt, thank God.”',
	[{ by: 'Ole Brandt', words: ['Nobody was hurt, thank God'] }],
);
const LIBRARY = buildLibrary([HARBOUR, FERRY]);

describe('status', () => {
	test.each([
		['the words as printed', '“We won’t sell the harbour to anyone”', 'exact'],
		['straight marks, lower case, another dash', "we won't sell the harbour to anyone -- not this year", 'exact'],
		['an ellipsis for what is left out', 'We won’t sell the harbour … not for 3,500 crowns', 'exact'],
		['three dots, and dots in brackets', 'We won’t sell the harbour [...] not for 3500 crowns...', 'exact'],
		['a bracket in place of printed words', 'We won’t sell [it] to anyone', 'exact'],
		['a quotation without the cue that interrupts it', 'Our boats have fished here for two hundred years', 'exact'],
		['the same with the cue', '“Our boats,” Petra Holm told the meeting, “have fished here', 'exact'],
		['words joined that the article parts', 'not for 3500 crowns', 'exact'],
		['nothing but small words, far from where they stand apart', 'for the', 'exact'],
		['one word changed', 'We will sell the harbour to anyone', 'altered'],
		['a word added', 'We won’t ever sell the harbour to anyone', 'altered'],
		['words left out without a sign', 'We won’t sell, not this year, and not for 3,500 crowns', 'altered'],
		['the same subject in other words', 'the harbour is not for sale at any price, I promise', 'not-found'],
		['nothing of the kind', 'My grandmother sang in the choir of Uppsala', 'not-found'],
		['no words at all', '…', 'not-found'],
	])('GIVEN %s THEN %#: the status fits', (_case, quote, status) => {
		expect(verify(LIBRARY, { quote }).status).toBe(status);
	});

	test.each([
		['her last name', 'Dahl', 'exact'],
		['title and accent', 'Mayor Íngrid Dahl', 'exact'],
		['her office', 'the mayor of Sundby', 'exact'],
		['a slip of the pen', 'ingrit dahl', 'exact'],
		['somebody else', 'Karl Holm', 'misattributed'],
	])('GIVEN %s as the claimed speaker THEN the name is matched forgivingly', (_case, claimedSpeaker, status) => {
		const answer = verify(LIBRARY, { quote: 'We won’t sell the harbour to anyone', claimedSpeaker });
		expect(answer.status).toBe(status);
		expect(answer.speaker).toEqual({ name: 'Ingrid Dahl', description: 'mayor of Sundby' });
	});

	test('GIVEN two people of one family THEN the wrong one is told from the right one', () => {
		const quote = 'has made a fair and final offer';
		expect(verify(LIBRARY, { quote, claimedSpeaker: 'Petra Holm' }).status).toBe('misattributed');
		expect(verify(LIBRARY, { quote, claimedSpeaker: 'Mr. Holm' }).status).toBe('exact');
	});

	test('GIVEN changed words of another speaker THEN both are told', () => {
		const answer = verify(LIBRARY, { quote: 'We will sell the harbour to anyone', claimedSpeaker: 'Karl Holm' });
		expect(answer).toMatchObject({ status: 'altered', speakerMatches: false, speaker: { name: 'Ingrid Dahl' } });
	});

	test('GIVEN words that are printed twice THEN the place with a speaker wins', () => {
		expect(verify(LIBRARY, { quote: 'Nobody was hurt, thank God' }).speaker?.name).toBe('Ole Brandt');
	});

	test('GIVEN an article THEN only that one is searched', () => {
		expect(verify(LIBRARY, { quote: 'Nobody was hurt, thank God', article: 'harbour' }).status).toBe('not-found');
	});
});

test('GIVEN an altered quotation THEN each change is told as written on both sides', () => {
	const quote = 'We won’t ever sell the port to anyone – not this year, not for 3,500 crowns';
	expect(verify(LIBRARY, { quote }).changes).toEqual([
		{ kind: 'added', claimed: 'ever', printed: '' },
		{ kind: 'replaced', claimed: 'port', printed: 'harbour' },
		{ kind: 'removed', claimed: '', printed: 'and' },
	]);
});

test('GIVEN a quotation cut short THEN it is exact, and the answer shows how it goes on', () => {
	const answer = verify(LIBRARY, { quote: 'they will fish' });
	expect(answer.status).toBe('exact');
	expect(answer.goesOn?.text).toBe('on.”');
});

test('GIVEN a quotation that is not printed THEN the nearest printed words are shown', () => {
	const answer = verify(LIBRARY, { quote: 'they have made a very generous and final bid for the harbour' });
	expect(answer.status).toBe('not-found');
	expect(answer.nearest?.text).toContain('fair and final offer');
});

test('GIVEN any run of words of a sentence, in any case THEN it is exact, and its span slices to those words', () => {
	const sentences = LIBRARY.articles.flatMap((attributed) =>
		attributed.sentences.map(({ start, end }) => attributed.article.text.slice(start, end)),
	);
	const fragments = fc.tuple(fc.constantFrom(...sentences), fc.nat(), fc.nat(), fc.boolean());
	fc.assert(
		fc.property(fragments, ([sentence, from, length, upper]) => {
			const words = sentence.match(/\S*[\p{L}\p{N}]\S*/gu) ?? [];
			const start = from % words.length;
			const chosen = words.slice(start, start + 1 + (length % (words.length - start))).join(' ');
			const answer = verify(LIBRARY, { quote: upper ? chosen.toUpperCase() : chosen });
			expect(answer.status).toBe('exact');
			const { article, start: at, end, text } = answer.span ?? { article: '', start: 0, end: 0, text: '' };
			const printed = LIBRARY.articles.find((other) => other.article.id === article)?.article.text;
			expect(text).toBe(printed?.slice(at, end));
			expect(letters(text)).toBe(letters(chosen));
		}),
	);
});

function letters(text: string): string {
	return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
