import { expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { CHOICE_LENGTH_MAX, suggestArticles, suggestQuestions, suggestSpeakers } from '../../src/answer/suggest.js';
import { article, EXAMPLE_ARTICLES, exampleLibrary } from './example-library.js';

const talks = article(
	'talks',
	'Ministers meet in Oslo',
	`Foreign Minister Lena Okafor said the meeting with Denmark was useful. “We will visit Copenhagen in June,” Okafor said.

“The Baltic Council must decide,” said envoy Tomas Reyes.`,
	'2024-07-01',
);
const library = exampleLibrary([...EXAMPLE_ARTICLES, talks]);

test('GIVEN nothing typed THEN questions are offered, and the articles answer them', () => {
	const offered = suggestQuestions(library, '');
	expect(offered.length).toBeGreaterThan(0);
	for (const { value } of offered) {
		expect(value.length).toBeLessThanOrEqual(CHOICE_LENGTH_MAX);
		expect(ask(library, { question: value }).answered).toBe(true);
	}
});

test('GIVEN the start of a word THEN questions with it are offered', () => {
	expect(suggestQuestions(library, 'copenh').map(({ label }) => label)).toEqual([
		expect.stringContaining('Copenhagen'),
	]);
});

test.each([
	['marks and case', 'OHARA', 'Beatrice O’Hara'],
	['a typing error', 'haddda', 'Amir Haddad'],
	['the other order', 'solheim ingrid', 'Ingrid Solheim'],
])('GIVEN a name with %s THEN the speaker is offered first', (_case, typed, name) => {
	expect(suggestSpeakers(library, typed)[0]?.value).toBe(name);
});

test.each([
	['its month', 'july 2024'],
	['its date', '2024-07-01'],
])('GIVEN %s THEN the article is offered, with its date', (_case, typed) => {
	expect(suggestArticles(library, typed)[0]).toEqual({ label: 'Ministers meet in Oslo (2024-07-01)', value: 'talks' });
});

test('GIVEN nothing typed THEN the newest article comes first; GIVEN a word THEN those with it', () => {
	expect(suggestArticles(library, '')[0]?.value).toBe('talks');
	expect(suggestArticles(library, 'laptop').map(({ value }) => value)).toEqual(['bakery']);
});
