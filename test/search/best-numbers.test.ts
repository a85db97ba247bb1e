import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BestNumbers } from '../../src/search/best-numbers.js';

test('GIVEN any scores THEN the highest are kept, the best first, and of equals the first', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 20 })),
			fc.integer({ min: 1, max: 9 }),
			fc.boolean(),
			(scores, most, inRuns) => {
				const best = new BestNumbers(most);
				const numbers = scores.map((_, number) => number);
				if (inRuns) best.offerRun(0, Float64Array.from(scores), scores.length);
				else best.offerEach(numbers.reverse(), Float64Array.from(scores));
				const sorted = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
				expect([...best.take()]).toEqual(sorted.slice(0, most));
			},
		),
	);
});
