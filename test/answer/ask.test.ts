import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { UserError } from '../../src/errors.js';
import { article, EXAMPLE_ARTICLES, exampleLibrary } from './example-library.js';

const library = exampleLibrary();

test.each([
	['the words of the article', 'How much will the repairs cost?', 'The repairs will cost $14 million'],
	['a misspelling', 'when does the harbor brigde close', 'will close for six weeks'],
	['chat spelling', 'y did the bakery ban laptops', 'because families could not find a seat'],
	['a name in the question', 'what did Yusuf Demir call the ban?', 'called the ban unfair'],
	['a synonym', 'who is the new head coach of rovers', 'have appointed Camille Laurent'],
])('GIVEN a question with %s THEN the right sentence comes first', (_case, question, words) => {
	const { answered, results } = ask(library, { question });
	expect(results[0]?.text).toContain(words);
	expect(answered).toBe(true);
});

test.each([
	['about something else', 'who won the 1998 world cup in france?'],
	['with words that no article holds', 'does quantum chromodynamics explain dark matter?'],
])('GIVEN a question %s THEN the articles do not say', (_case, question) => {
	expect(ask(library, { question }).answered).toBe(false);
});

test('GIVEN a question that another article answers THEN the article picked does not say', () => {
	const question = 'why did the bakery ban laptops at weekends?';
	expect(ask(library, { question }).answered).toBe(true);
	expect(ask(library, { question, article: 'bridge' }).answered).toBe(false);
});

test.each([
	['in the words of a sentence', 'how often will ferries run while the bridge is closed'],
	['of one name', 'Solheim'],
])('GIVEN a question %s THEN it is answered', (_case, question) => {
	expect(ask(library, { question }).answered).toBe(true);
	expect(ask(library, { question, article: 'bridge' }).answered).toBe(true);
});

test('GIVEN a speaker THEN every result is theirs, whatever the spelling of the name', () => {
	const { results } = ask(library, { question: 'what about the bridge?', speaker: 'mayor solhiem' });
	expect(results.length).toBeGreaterThan(0);
	for (const { speaker } of results) expect(speaker?.name).toBe('Ingrid Solheim');
});

test('GIVEN an article THEN no result is from another', () => {
	const { results } = ask(library, { question: 'Who in Lindholm said what?', article: 'club', limit: 9 });
	expect(new Set(results.map(({ article }) => article))).toEqual(new Set(['club']));
});

test.each([
	['no words', { question: ' ?! ' }, 'question is empty'],
	['an unknown article', { question: 'why?', article: 'brigde' }, 'Did you mean: bridge?'],
	['an unknown speaker', { question: 'why?', speaker: 'Winston Zorp' }, 'give no words of "Winston Zorp"'],
])('GIVEN %s THEN the error says what to do', (_case, request, message) => {
	expect(() => ask(library, request)).toThrow(UserError);
	expect(() => ask(library, request)).toThrow(message);
});

test('GIVEN any question THEN every result is the article’s own words, at most as many as asked for', () => {
	const texts = new Map(EXAMPLE_ARTICLES.map(({ id, text }) => [id, text]));
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 5 }), (noise, limit) => {
			const { results } = ask(library, { question: `${noise} bridge laptops coach`, limit });
			expect(results.length).toBeLessThanOrEqual(limit);
			for (const { article, start, end, text } of results) expect(texts.get(article)?.slice(start, end)).toBe(text);
		}),
		{ numRuns: 50 },
	);
});

test('GIVEN a library without articles THEN nothing is found and nothing throws', () => {
	expect(ask(exampleLibrary([]), { question: 'who said it?' })).toEqual({ answered: false, results: [] });
});

/** Two articles about one matter; Oskar Lund speaks in the second alone. */
const DEPOT = exampleLibrary([
	article(
		'depot',
		'Bus depot to move out of town',
		`The bus depot on Quay Street will move to Norrby next spring, the city council decided on Tuesday.

“The depot is full, and the neighbours have heard enough engines,” said operations chief Nadia Karimi. “Norrby has room for 90 buses.”

Transport minister Oskar Lund walked through the old depot with Karimi before the vote, and left without a word to reporters.`,
		'2024-07-02',
	),
	article(
		'budget',
		'Minister promises money for buses',
		`“Nobody will wait an hour for a bus again,” transport minister Oskar Lund told parliament on Friday.

Lund said the buses would cost 40 million a year.`,
		'2024-08-09',
	),
]);

test('GIVEN a question for the words of somebody whom an article only mentions THEN it does not say', () => {
	expect(ask(DEPOT, { question: 'what did oskar lund say about the depot', article: 'depot' }).answered).toBe(false);
	expect(ask(DEPOT, { question: 'What did Nadia Karimi say about the depot?', article: 'depot' }).answered).toBe(true);
});

test('GIVEN a question for the words of somebody whom another article quotes THEN that article answers', () => {
	const { answered, results } = ask(DEPOT, { question: 'what did oskar lund say about buses' });
	expect(answered).toBe(true);
	expect(results[0]?.article).toBe('budget');
});

test.each([
	['where are the talks being held', 'the old customs house in Vestby'],
	['when did the port bosses meet up', 'met on 12 June'],
	['who quit over the ticket scandal', 'resigned in May'],
])('GIVEN one short article and "%s", words that it does not print THEN it is answered', (question, words) => {
	const text = `Port chiefs from Aldmoor and Vestby met on 12 June to agree on sharing their tugs, after four years without a word between the two harbours.

Taking place at the old customs house in Vestby, these talks end the longest dispute on the coast.

The Aldmoor side was led by harbour master Tove Brandt. Her predecessor, Carl Ahlgren, resigned in May after an inquiry into free tickets.

“We will count every rope,” Brandt told reporters. The chiefs did not say what the tugs will cost.`;
	const { answered, results } = ask(
		exampleLibrary([article('tugs', 'Two harbours agree on tugs', text, '2031-06-13')]),
		{
			question,
		},
	);
	expect(results[0]?.text).toContain(words);
	expect(answered).toBe(true);
});
