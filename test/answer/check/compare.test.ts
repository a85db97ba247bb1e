import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/answer/check/compare.js';
import { readForComparing } from '../../../src/answer/check/read-text.js';

const NOTHING_AROUND = {
	near: new Set<string>(),
	speaker: new Set<string>(),
	article: new Set<string>(),
	names: new Set(['lind', 'dahl', 'holm', 'sundby']),
};

function differencesOf(claim: string, sentence: string): string[] {
	const { differences } = compare(readForComparing(claim), readForComparing(sentence), NOTHING_AROUND);
	return differences.map(({ kind, claim: ours, article: theirs }) => {
		return `${kind}: ${claim.slice(ours.start, ours.end)} / ${sentence.slice(theirs.start, theirs.end)}`;
	});
}

describe('differences', () => {
	test.each([
		[
			'a number',
			'The bridge cost 20 million crowns',
			'The bridge cost 12 million crowns.',
			'number: 20 million / 12 million',
		],
		['a year', 'The mill burnt down in 1904', 'The mill burnt down in 1911.', 'date: 1904 / 1911'],
		['a day', 'They met on March 5', 'They met on 15 March.', 'date: March 5 / 15 March'],
		[
			'an opposite',
			'the council accepted the offer',
			'The council rejected the offer.',
			'opposite: accepted / rejected',
		],
		[
			'a negation in the claim',
			'the mayor did not sign the letter',
			'The mayor signed the letter.',
			'negation: not sign / signed',
		],
		[
			'a negation in the article',
			'the mayor signed it',
			'The mayor never signed it.',
			'negation: signed / never signed',
		],
		[
			'a description',
			'Lind is a Danish envoy',
			'The Swedish envoy Lind spoke for the Danish harbours.',
			'name: Danish / Swedish',
		],
		[
			'an idiom',
			'the council turned down the offer',
			'The council accepted the offer.',
			'opposite: turned down / accepted',
		],
		[
			'a negation of several words',
			'the mill still employs weavers',
			'The mill no longer employs weavers.',
			'negation: employs / no longer employs',
		],
		[
			'the opposite of a synonym',
			'grain prices plunged in May',
			'Grain prices climbed in May.',
			'opposite: plunged / climbed',
		],
		['a degree', 'the new mill is bigger', 'The new mill is smaller.', 'opposite: bigger / smaller'],
		[
			'how long it took',
			'the work took three months',
			'The work took three days.',
			'number: three months / three days',
		],
		['a name further on', 'Lind backs Krogh', 'Lind, the mayor, backs the envoy Moberg.', 'name: Krogh / Moberg'],
		['a place', 'the ferry leaves from Holm', 'The ferry leaves from Sundby.', 'name: Holm / Sundby'],
		[
			'a negation further on',
			'the mayor apologized to the council',
			'The mayor showed no sign that she would have apologized to the council.',
			'negation: apologized / no sign that she would have apologized',
		],
		[
			'another word in its place',
			'Lind leads the agriculture committee',
			'Lind leads the transportation committee.',
			'word: agriculture / transportation',
		],
		['who did it to whom', 'Lind beat Dahl', 'On Friday Dahl beat Lind.', 'roles: Lind beat Dahl / Dahl beat Lind'],
	])('GIVEN %s THEN both sides of the conflict are shown', (_case, claim, sentence, shown) => {
		expect(differencesOf(claim, sentence)).toContain(shown);
	});

	test.each([
		['the same in other words', 'the mayor put her name to the letter', 'The mayor signed the letter.'],
		['a denied opposite', 'the council did not accept the offer', 'The council rejected the offer.'],
		['a range that holds', 'more than 10 boats came', 'That day 12 boats came.'],
		['the passive', 'Dahl was beaten by Lind', 'Lind beat Dahl.'],
		['a word that looks like "not"', 'more boats came', 'The harbour master noted that more boats came.'],
		['a word denied elsewhere', 'the mill closed last', 'Not until May was the mill closed.'],
		['what failed before a noun', 'the plan was approved', 'After a failed vote the plan was approved.'],
		['what was only just so', 'lind barely won', 'Lind won.'],
		['a speaker who comes last', 'lind says dahl built the mill', '“Dahl built the mill,” said Lind.'],
		['an idiom for the word', 'the council turned down the offer', 'The council rejected the offer.'],
		['a name after a negation', 'dahl liked the plan', 'The council rejected Dahl.'],
		['someone who does not', 'nobody at the mill was fined', 'At the mill there has been no fine.'],
		[
			'two numbers in another order',
			'prices rose 3 percent and wages 2 percent',
			'Wages rose 2 percent, prices 3 percent.',
		],
		['a sum without its currency', 'the bridge cost 12 million', 'The bridge cost $12 million.'],
		['decades', 'the bridge is two decades old', 'The bridge is 20 years old.'],
		['a share in words', 'one in five boats sank', 'Of the boats, 20 percent sank.'],
		['the day that ends it', 'the ferry sailed until June 7', 'The ferry last sailed on June 7.'],
		[
			'opposites far apart',
			'the mill was sold after the war',
			'Before lunch she spoke about harbours, tolls, taxes and bread, then sold it.',
		],
	])('GIVEN %s THEN there is none', (_case, claim, sentence) => {
		expect(differencesOf(claim, sentence)).toEqual([]);
	});
});

test('GIVEN a claim whose words are all printed THEN it is covered, and one word more is not', () => {
	const sentence = readForComparing('The bridge over the Lind was opened in May.');
	const all = compare(readForComparing('the bridge opened in may'), sentence, NOTHING_AROUND);
	const more = compare(readForComparing('the bridge opened in may with fireworks'), sentence, NOTHING_AROUND);
	expect(all.features.missingNone).toBe(1);
	expect(more.features.missingOne).toBe(1);
	expect(more.features.coverage).toBeLessThan(all.features.coverage ?? 0);
});

test('GIVEN a word that denies without being a negation THEN that is measured', () => {
	const half = (sentence: string) =>
		compare(readForComparing('Lind did not answer'), readForComparing(sentence), NOTHING_AROUND).features.halfNegative;
	expect([half('Lind avoided an answer.'), half('Lind gave an answer.')]).toEqual([1, 0]);
});
