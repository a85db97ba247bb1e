import { expect, test } from 'vitest';
import { MONTHS, readMonth } from '../../src/text/months.js';

test.each([
	['a whole name', 'september', 9],
	['three letters', 'jan', 1],
	['the usual four', 'sept', 9],
	['a name that cannot be shorter', 'may', 5],
	['another word that begins so', 'marching', null],
	['a capital, which is not for it to fold', 'June', null],
])('GIVEN %s THEN it is read as the month that it names', (_case, word, month) => {
	expect(readMonth(word)).toBe(month);
});

test('GIVEN the list THEN every month is read by its place', () => {
	expect(MONTHS.map((name) => readMonth(name.toLowerCase()))).toEqual(MONTHS.map((_, i) => i + 1));
});
