import { describe, expect, test } from 'vitest';
import { attribute } from '../../src/attribution/attribute.js';

const speakersOf = (text: string): (string | null)[] => attribute(text).attributions.map(({ speaker }) => speaker);

describe('GIVEN a source with a name in it THEN the speaker has the whole name and nothing else', () => {
	test.each([
		[
			'an organisation with small words in its name',
			'The pier is unsafe, according to the Committee for a Safe Harbour and Clean Water.',
			'Committee for a Safe Harbour and Clean Water',
		],
		[
			'an organisation that says what it is for',
			'“We have waited long enough,” the Alliance to Save the Pier said on Monday.',
			'Alliance to Save the Pier',
		],
		[
			'a possessive inside a name',
			'The Democratic People’s Party said the plan was too expensive for a small town.',
			'Democratic People’s Party',
		],
		[
			'a word that elsewhere opens sentences',
			'Judicial Watch said in a statement that the permit had been sold twice.',
			'Judicial Watch',
		],
		[
			'an office in small letters before the name',
			'“The boats are old,” said former secretary of transport Marit Aasen, who used to sail.',
			'Marit Aasen',
		],
		[
			'a relative with a first name only',
			'Harbour chief Ingrid Solberg has a son. Solberg’s son, Erling, said: “My mother never sleeps before a storm.”',
			'Erling',
		],
		[
			'a surname that is a month',
			'Norwegian Prime Minister Anna May said this week that the quay would stay closed until May.',
			'Anna May',
		],
		[
			'that surname alone',
			'Prime Minister Anna May opened the quay in May. “The boats are old,” May said.',
			'Anna May',
		],
		['a name with emphasis', 'Marit Aasen herself said the ferry had been late every day since June.', 'Marit Aasen'],
		[
			'a dateline before the source',
			'OSLO, Norway — Harbour chief Ingrid Solberg said the quay will stay closed all winter.',
			'Ingrid Solberg',
		],
		[
			'the last word of the sentence',
			'The quay will stay closed all winter, according to the Evening Sun. Nobody had been asked about it.',
			'Evening Sun',
		],
	])('%s', (_case, text, name) => {
		expect(speakersOf(text)).toContain(name);
	});
});

describe('GIVEN a source without a name THEN its words are shown as printed', () => {
	test.each([
		[
			'a day at its end',
			'The ferry company lost money, according to a report published Friday.',
			'a report published Friday',
		],
		[
			'a month that is also somebody’s name',
			'Prime Minister Anna May opened the quay. The ferry company lost money, according to a report published in May.',
			'a report published in May',
		],
		['some members of a party', 'Most Liberals say that the pier should be sold to the fishermen.', 'Most Liberals'],
		['a plural that opens the sentence', 'Visitors to the quay say that the ferry is late.', 'Visitors to the quay'],
	])('%s', (_case, text, words) => {
		expect(speakersOf(text)).toContain(words);
	});
});

describe('GIVEN a role THEN it leads to the person who holds it', () => {
	test.each([
		[
			'the office is that which the article prints beside the name',
			'Former Bergen mayor Henrik Dahl met the fishermen on Tuesday. “We have the money,” Dahl said.',
			'“And we have the time,” the former Bergen mayor said.',
			'Henrik Dahl',
		],
		[
			'a noun with a hyphen',
			'Senator Ann Price visited the harbour on Monday.',
			'The Liberal front-runner said that the pier would stay closed all winter.',
			'Ann Price',
		],
		[
			'the role stands before a comma and the name',
			'The harbour board chairman, Ole Moe, spoke first.',
			'The chairman said that the pier would be closed.',
			'Ole Moe',
		],
		[
			'a relative of whoever was named',
			'Ole Moe sold the ferry in May. His ex-wife, Anna Lund, lives in Bergen.',
			'His ex-wife agreed, but contended that the ferry was worth far more than he had been paid.',
			'Anna Lund',
		],
		[
			'a relative of somebody by name',
			'Anna Lund runs the harbour. Her husband, Ole Moe, owns the ferry.',
			'Lund’s husband said that the ferry would be sold.',
			'Ole Moe',
		],
	])('%s', (_case, first, second, name) => {
		expect(speakersOf(`${first}\n${second}`).at(-1)).toBe(name);
	});
});

describe('GIVEN a noun for an organisation', () => {
	test.each([
		[
			'the article calls it so',
			'Paul Moen works for the ferry company Nordline. Nordline closed the pier on Friday.',
			'“We are sorry for the wait,” the company said in a statement.',
			'Nordline',
		],
		[
			'its name has the noun',
			'The Harbour Safety Board met on Monday in the old town hall.',
			'The board said that the pier must close before the first storm of the winter.',
			'Harbour Safety Board',
		],
		[
			'it has just spoken',
			'The Evening Sun attacked the mayor on Monday. The Evening Sun said that she had slept too long.',
			'“She needs a new pier,” the newspaper wrote.',
			'Evening Sun',
		],
	])('WHEN %s THEN the source is that organisation', (_case, first, second, name) => {
		expect(speakersOf(`${first}\n${second}`).at(-1)).toBe(name);
	});

	test.each([
		[
			'only a country has been named',
			'Germany said on Monday that the quay was unsafe.',
			'“We are sorry for the wait,” the company said.',
			'the company',
		],
		[
			'it is said whose it is',
			'The ferry company Nordline closed the pier.',
			'“We are sorry for the wait,” the Dahl company said.',
			'the Dahl company',
		],
	])('WHEN %s THEN it is shown as printed', (_case, first, second, words) => {
		expect(speakersOf(`${first}\n${second}`).at(-1)).toBe(words);
	});
});

test('GIVEN "she" after a name with a number in it THEN it is nobody of that name', () => {
	const text =
		'The law HB12 closed the pier. HB12 was written in a hurry. She called it a mistake that all would pay for.';
	expect(speakersOf(text)).not.toContain('HB12');
});

describe('GIVEN a paragraph of quotation without a cue', () => {
	const first = '“We have waited for two long winters,” Marit Aasen said.';
	test('WHEN the paragraph before ends in a quotation THEN it goes on with that', () => {
		const { attributions } = attribute(`${first}\n“And nobody has even asked us what we think of it.”`);
		expect(attributions.at(-1)).toMatchObject({ speaker: 'Marit Aasen', basis: 'continued' });
	});

	test('WHEN the paragraph before ends in what somebody is reported to have said THEN it is theirs', () => {
		const text = 'Ann Price told reporters on Monday that the pier may close for the whole winter.';
		const { attributions } = attribute(
			`${text}\n“A closed pier would weaken the town, and nobody would come back to it.”`,
		);
		expect(attributions.at(-1)).toMatchObject({ speaker: 'Ann Price', basis: 'continued' });
	});

	test('WHEN narration stands between THEN nobody is named', () => {
		const { attributions } = attribute(
			`${first}\nThe quay was empty.\n“And nobody has even asked us what we think of it.”`,
		);
		expect(attributions.at(-1)?.speaker).toBeNull();
	});
});

describe('GIVEN a quotation that one source passes on THEN it is whose words it gives', () => {
	test.each([
		[
			'the speaker first',
			'“We will not sell the pier,” Ingrid Solberg said in a letter, according to the Evening Sun.',
		],
		['the verb first', '“We will not sell the pier,” said Ingrid Solberg, according to the Evening Sun.'],
		['the passing source first', 'According to the Evening Sun, Ingrid Solberg said, “We will not sell the pier.”'],
		['the verb far from the name', 'Ingrid Solberg shrugged and said, “No comment at all,” the Evening Sun reported.'],
	])('%s', (_case, text) => {
		const quoted = attribute(text).attributions.filter(({ kind }) => kind !== 'reported');
		expect(quoted.map(({ speaker }) => speaker)).toEqual(['Ingrid Solberg']);
	});
});

describe('GIVEN a statement that one source passes on THEN it is whose it is', () => {
	test.each([
		[
			'the passing source last',
			'Ingrid Solberg said that the pier was closed and would be sold, according to the Evening Sun.',
			'the pier was closed',
		],
		[
			'the passing source first',
			'According to the Evening Sun, harbour master Ingrid Solberg said Friday that the boats were too old to sail.',
			'the boats were too old',
		],
		[
			'the verb of the passing source',
			'The Evening Sun reported that Ingrid Solberg said the boats were too old.',
			'the boats',
		],
	])('%s', (_case, text, words) => {
		const at = text.indexOf(words);
		const statement = attribute(text).attributions.find(({ content }) =>
			content.some(({ start, end }) => start <= at && at < end),
		);
		expect(statement?.speaker).toBe('Ingrid Solberg');
	});
});

describe('GIVEN somebody whom the article introduces THEN the description is complete, and nothing else', () => {
	const describe = (text: string) => attribute(text).speakers[0]?.description;

	test.each([
		[
			'an office of several words',
			'“No,” said former secretary of transport Marit Aasen on Monday.',
			'former secretary of transport',
		],
		[
			'two roles with "and"',
			'“We are late,” said Marit Aasen, a fisherman and member of the council.',
			'fisherman and member of the council',
		],
		[
			'a rival who is introduced later',
			'The mayor met his rival Marit Aasen. “We are late,” said Senator Marit Aasen.',
			'Senator',
		],
		['an adjective before a place', '“We are late,” the liberal Bergen Tribune wrote.', undefined],
	])('%s', (_case, text, description) => {
		expect(describe(text) ?? undefined).toBe(description);
	});
});
