import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/answer/check.js';
import { buildLibrary } from '../../src/search/build-library.js';
import { article, exampleLibrary } from './example-library.js';
import { inventArticle } from './invented-article.js';

const LIBRARY = buildLibrary([
	inventArticle(
		'bridge',
		'The bridge over the Lind was opened on 4 May 2019 after three years of work.\n' +
			'It cost 12 million crowns and was paid for by the state.\n' +
			'“We will not charge a toll,” said Anna Lind, the mayor of Sundby.\n' +
			'The ferry company rejected the plan and closed its line to Holm.\n' +
			'Most shops in Sundby reported higher sales in the first year.',
		[{ by: 'Anna Lind', words: ['We will not charge a toll'] }],
		[{ name: 'Anna Lind', description: 'the mayor of Sundby', aliases: ['Lind'] }],
	),
	inventArticle('museum', 'The museum in Holm shows forty boats. It is closed on Mondays.'),
	inventArticle(
		'dredging',
		'The talks about dredging took place on 7 June 2021 in the town hall of Vikby.\n' +
			'The Swedish envoy Karin Moberg, who spoke for both Danish harbours, left before noon.\n' +
			'The Danish delegation, led by Torben Krogh, stayed until the evening.',
	),
]);

describe('verdict', () => {
	test.each([
		['what the article says', 'the bridge was opened after three years of work', 'supported'],
		['the same in another order', 'after three years of work the bridge over the lind was opened', 'supported'],
		['another number', 'the bridge cost 20 million crowns', 'contradicted'],
		['the opposite', 'the ferry company accepted the plan', 'contradicted'],
		['a negation that is not there', 'the museum in Holm is not closed on mondays', 'contradicted'],
		['a clause word for word', 'the bridge over the lind was opened on 4 may 2019', 'supported'],
		['the same with another verb', 'the talks about dredging were held on 7 June 2021', 'supported'],
		['the same in the active voice', 'Torben Krogh led the Danish delegation', 'supported'],
		['a description after the name', 'Karin Moberg is a Swedish envoy', 'supported'],
		['a place that is not there', 'the talks about dredging took place in Uddeby on 7 June 2021', 'not-covered'],
		['something nobody says', 'the king danced at the wedding of his cousin', 'not-covered'],
		['more than the article says', 'anna lind bought a yellow car in paris last winter', 'not-covered'],
	])('GIVEN %s THEN the verdict fits', (_case, claim, verdict) => {
		expect(check(LIBRARY, { claim }).verdict).toBe(verdict);
	});
});

test('GIVEN a description that stands there for something else THEN the claim is not supported', () => {
	expect(check(LIBRARY, { claim: 'Karin Moberg is a Danish envoy' }).verdict).not.toBe('supported');
});

test('GIVEN a date that conflicts THEN another verb beside it is not called a conflict', () => {
	const text =
		'Talks about dredging.\n' +
		'On June 7, 2021, delegations from Sweden and Denmark convened for talks aimed at clearing the sound.\n' +
		'The bridge was opened on 4 May 2019 after three years of work.';
	const sound = buildLibrary([inventArticle('sound', text)]);
	const { differences } = check(sound, { claim: 'The talks began on June 8, 2021.' });
	expect(differences.map(({ kind }) => kind)).toEqual(['date']);
});

test('GIVEN a contradiction THEN the conflicting words of both sides are shown as they stand there', () => {
	const claim = 'the bridge cost 20 million crowns';
	const { differences, evidence } = check(LIBRARY, { claim, article: 'bridge' });
	expect(differences[0]).toMatchObject({
		kind: 'number',
		claim: { text: '20 million' },
		article: { text: '12 million' },
	});
	expect(evidence[0]?.text).toBe('It cost 12 million crowns and was paid for by the state.');
});

test('GIVEN evidence that is a quotation THEN it carries its speaker', () => {
	const { evidence } = check(LIBRARY, { claim: 'the mayor promised that there will be no toll' });
	expect(evidence[0]?.speaker?.name).toBe('Anna Lind');
});

test('GIVEN an article THEN only its sentences are evidence', () => {
	const { evidence } = check(LIBRARY, { claim: 'the bridge cost 12 million crowns', article: 'museum' });
	expect(evidence.map(({ article }) => article)).toEqual(evidence.map(() => 'museum'));
});

test('GIVEN an empty claim THEN the reader is told', () => {
	expect(() => check(LIBRARY, { claim: ' … ' })).toThrow(/claim is empty/);
});

test('GIVEN any claim THEN every excerpt is the text of its span, and a contradiction points at something', () => {
	const words =
		'the bridge museum was not opened closed 4 12 million May before after Lind Holm more less toll will'.split(' ');
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }), (chosen) => {
			const claim = chosen.join(' ');
			const { verdict, evidence, differences } = check(LIBRARY, { claim });
			const textOf = (id: string) => LIBRARY.articles.find(({ article }) => article.id === id)?.article.text;
			for (const { article, start, end, text } of evidence) expect(text).toBe(textOf(article)?.slice(start, end));
			for (const { claim: ours, article } of differences) {
				expect(ours.text).toBe(claim.slice(ours.start, ours.end));
				expect(article.text).toBe(textOf(evidence[0]?.article ?? '')?.slice(article.start, article.end));
			}
			expect(differences.length > 0).toBe(verdict === 'contradicted');
		}),
	);
});

test('GIVEN a long article and a plain claim that it says in the other voice THEN it is supported', () => {
	const text = `The ferry talks were held in Norrby on Monday, led by port chief Ebba Falk.

The unions sent four people. They stayed until nine. Nobody spoke to the press.

The crews want shorter shifts. The owners want fewer crews. Fares rose twice last year.

The Norrby side, represented by Olle Dahl, left first. A second day is planned. The harbour stays open.`;
	const library = exampleLibrary([article('ferries', 'Ferry talks begin', text, '2031-03-04')]);
	expect(check(library, { claim: 'Olle Dahl represented the Norrby side' }).verdict).toBe('supported');
	expect(check(library, { claim: 'The ferry talks were held in Norrby' }).verdict).toBe('supported');
	expect(check(library, { claim: 'The ferry talks were held in Lund' }).verdict).not.toBe('supported');
});
