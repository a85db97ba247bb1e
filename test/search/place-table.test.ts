import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlaceTable } from '../../src/search/place-table.js';

const words = Array.from({ length: 300 }, (_, number) => `word ${number}`);

test('GIVEN any numbers THEN each has a place of its own, in the order in which they came, and the next table none', () => {
	fc.assert(
		fc.property(fc.array(fc.nat({ max: 298 })), (numbers) => {
			const table = new PlaceTable(words);
			const map = new Map<number, number>();
			for (const number of numbers) {
				if (!map.has(number)) map.set(number, map.size);
				expect(table.add(number)).toBe(map.get(number));
			}
			expect(table.size).toBe(map.size);
			for (const number of [...numbers, 299]) expect(table.find(number)).toBe(map.get(number) ?? -1);
			table.release();
		}),
	);
});

test('GIVEN two tables at once THEN neither sees what the other holds', () => {
	const [a, b] = [new PlaceTable(words), new PlaceTable(words)];
	a.add(7);
	expect(b.find(7)).toBe(-1);
	b.add(8);
	a.release();
	b.release();
	expect(new PlaceTable(words).find(8)).toBe(-1);
});
