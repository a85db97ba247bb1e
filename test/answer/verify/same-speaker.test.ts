import { expect, test } from 'vitest';
import { isSameSpeaker } from '../../../src/answer/verify/same-speaker.js';

const speaker = (name: string, aliases: string[] = [], description: string | null = null) => ({
	name,
	aliases,
	description,
});

test.each([
	['the full name', 'Margaret Dahl', speaker('Margaret Dahl'), true],
	['the last name', 'dahl', speaker('Margaret Dahl'), true],
	['a title', 'Sen. Dahl', speaker('Margaret Dahl'), true],
	['a nickname', 'Peggy Dahl', speaker('Margaret Dahl'), true],
	['an initial', 'M. Dahl', speaker('Margaret Dahl'), true],
	['an accent left out', 'Jose Ibanez', speaker('José Ibáñez'), true],
	['a letter wrong', 'Margaret Dahlgrenn', speaker('Margaret Dahlgren'), true],
	['another of the family', 'Karl Dahl', speaker('Margaret Dahl', ['Dahl']), false],
	['somebody else', 'Petra Holm', speaker('Margaret Dahl'), false],
	['the end of a long name', 'Ama Kwei Boateng', speaker('Kwei Boateng'), true],
	['an abbreviation', 'NHB', speaker('National Harbour Board'), true],
	['an abbreviation written out', 'National Harbour Board', speaker('NHB'), true],
	['the office', 'the Sundby mayor', speaker('Margaret Dahl', [], 'mayor of Sundby'), true],
	['another office', 'the Sundby harbour master', speaker('Margaret Dahl', [], 'mayor of Sundby'), false],
])('GIVEN %s THEN it is matched or not', (_case, claimed, known, same) => {
	expect(isSameSpeaker(claimed, known)).toBe(same);
});
