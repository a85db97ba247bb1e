import { describe, expect, test } from 'vitest';
import { compareQuantities } from '../../../src/answer/check/compare-quantities.js';
import { readQuantities } from '../../../src/answer/check/quantities.js';

describe('readQuantities', () => {
	test.each([
		['digits with a sign and a scale', 'it cost $3.5 million', 'money', 3_500_000],
		['a comma', 'about 12,400 boats came', 'count', 12_400],
		['words', 'twenty-five boats', 'count', 25],
		['a dozen', 'a dozen boats', 'count', 12],
		['a share', 'eight percent of them', 'percent', 8],
		['a year', 'built in 1998', 'year', 1998],
		['a rank', 'the third bridge', 'ordinal', 3],
		['a day', 'on March 5, 1998', 'date', 19_980_305],
		['a fraction', 'two-thirds of the boats', 'percent', 66.667],
		['a half', 'half of them', 'percent', 50],
		['so many in so many', 'nine out of 10 boats', 'percent', 90],
		['decades', 'three decades later', 'duration', 10_950],
		['weeks', 'for two weeks', 'duration', 14],
		['part of a dozen', 'half a dozen boats', 'count', 6],
		['how many times', 'three times as many', 'times', 3],
		['a vague number', 'sixty-odd boats', 'count', 64.5],
	])('GIVEN %s THEN its kind and value are read', (_case, text, kind, value) => {
		const [quantity] = readQuantities(text);
		expect(quantity?.kind).toBe(kind);
		expect(((quantity?.low ?? 0) + (quantity?.high ?? 0)) / 2).toBeCloseTo(value, 3);
	});

	test.each([
		['the number of a name', 'the S-21 and COVID-19'],
		['a pronoun', 'one of them'],
		['a verb', 'they may march'],
	])('GIVEN %s THEN nothing is read', (_case, text) => {
		expect(readQuantities(text)).toEqual([]);
	});
});

describe('compareQuantities', () => {
	test.each([
		['the same', '40 boats', '40 boats', 'agrees'],
		['another', '40 boats', '50 boats', 'conflicts'],
		['more than, and it is more', 'more than 40 boats', '41 boats', 'agrees'],
		['more than, and it is just that', 'more than 40 boats', '40 boats', 'conflicts'],
		['less than, and it is more', 'fewer than 40 boats', '90 boats', 'conflicts'],
		['at least', 'at least 40 boats', '40 boats', 'agrees'],
		['about', 'about 40 boats', '42 boats', 'agrees'],
		['a precise claim and a vague sentence', '45 boats', 'more than 40 boats', 'open'],
		['far more than the lower bound', '450 boats', 'at least 40 boats', 'conflicts'],
		['another unit of time', 'three months', 'three days', 'conflicts'],
		['the same time in weeks', '14 days', 'two weeks', 'agrees'],
		['a round claim', '55 thousand boats', '54,900 boats', 'agrees'],
		['a day without its year', 'on May 4', 'on 4 May 2019', 'agrees'],
		['before a day', 'before May 4, 2019', 'on 2 May 2019', 'agrees'],
		['until that day', 'until May 4', 'on 4 May 2019', 'open'],
		['a share in other words', 'a third of the boats', '33 percent', 'agrees'],
		['another day', 'on May 14', 'on 4 May 2019', 'conflicts'],
	])('GIVEN %s THEN the comparison fits', (_case, claimed, printed, outcome) => {
		const [ours] = readQuantities(claimed);
		const [theirs] = readQuantities(printed);
		if (!ours || !theirs) throw new Error('no number read');
		expect(compareQuantities(ours, theirs)).toBe(outcome);
	});
});
