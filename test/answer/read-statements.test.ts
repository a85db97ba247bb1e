import { expect, test } from 'vitest';
import { readStatements } from '../../src/answer/read-statements.js';

const quotation = (words: string, claimedSpeaker: string | null) => ({ kind: 'quotation', words, claimedSpeaker });
const claim = (words: string) => ({ kind: 'claim', words });

test.each([
	['a name before, with a colon', 'Moreau: “The boat will sail.”', [quotation('The boat will sail.', 'Moreau')]],
	['a name behind, with a dash', '"The boat will sail" – Ada Moreau', [quotation('The boat will sail', 'Ada Moreau')]],
	['a name in brackets', '“The boat will sail” (Ada Moreau)', [quotation('The boat will sail', 'Ada Moreau')]],
	['no name', '“The boat will sail”', [quotation('The boat will sail', null)]],
	['a word in quotation marks', 'The “boat” sank in June.', [claim('The “boat” sank in June.')]],
	['a question', 'Will the boat sail?', []],
	['too few words', 'Oh no!', []],
	['nothing', ' \n ', []],
])('GIVEN %s THEN it is read', (_case, text, statements) => {
	expect(readStatements(text)).toEqual(statements);
});

test('GIVEN quotations and claims in one message THEN all are read in their order', () => {
	const text = 'The boat sank in June. “We will build another,” said Ada Moreau. The harbour is closed.';
	expect(readStatements(text)).toEqual([
		claim('The boat sank in June.'),
		quotation('We will build another,', 'Ada Moreau'),
		claim('The harbour is closed.'),
	]);
});
