import { expect, test } from 'vitest';
import { DataError } from '../src/errors.js';

test('GIVEN two problems THEN the message lists both, each with place, field and reason', () => {
	const error = new DataError('2 problems in the library:', [
		{ where: 'a.md', field: 'title', reason: 'is missing' },
		{ where: 'b.jsonl:3', reason: 'is not JSON' },
	]);
	expect(error.message).toBe('2 problems in the library:\n  a.md: title: is missing\n  b.jsonl:3: is not JSON');
});
