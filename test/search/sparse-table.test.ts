import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SparseTable } from '../../src/search/sparse-table.js';

test('GIVEN any numbers THEN the table holds what a map holds', () => {
	fc.assert(
		fc.property(fc.array(fc.nat({ max: 2 ** 31 })), fc.array(fc.nat({ max: 300 })), (some, dense) => {
			const table = new SparseTable<{ readonly of: number }>(64);
			const map = new Map<number, { readonly of: number }>();
			for (const number of [...some, ...dense]) {
				const entry = { of: map.size };
				expect(table.set(number, entry)).toBe(entry);
				map.set(number, entry);
			}
			for (const number of [...some, ...dense, 301, 302]) expect(table.get(number)).toBe(map.get(number));
		}),
	);
});
