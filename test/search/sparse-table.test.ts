import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SparseTable } from '../../src/search/sparse-table.js';

test('GIVEN any numbers THEN each has a place of its own, in the order in which they came', () => {
	fc.assert(
		fc.property(fc.array(fc.nat({ max: 2 ** 31 })), fc.array(fc.nat({ max: 300 })), (some, dense) => {
			const table = new SparseTable(64);
			const map = new Map<number, number>();
			for (const number of [...some, ...dense]) {
				if (!map.has(number)) map.set(number, map.size);
				expect(table.add(number)).toBe(map.get(number));
			}
			expect(table.size).toBe(map.size);
			for (const number of [...some, ...dense, 301, 302]) expect(table.find(number)).toBe(map.get(number) ?? -1);
		}),
	);
});
