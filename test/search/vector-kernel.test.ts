import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlainKernel, readVectorKernel, VECTOR_WIDTH, widenRows } from '../../src/search/vector-kernel.js';

const kernel = readVectorKernel('vectors.bin');
const count = kernel.values.length / VECTOR_WIDTH;
const row = fc.nat({ max: count - 1 });

test('GIVEN any rows, the last one too THEN WebAssembly multiplies as JavaScript does', () => {
	const plain = createPlainKernel(kernel.values);
	fc.assert(
		fc.property(row, fc.array(row, { maxLength: 300 }), (one, some) => {
			const others = widenRows(kernel.values, Int32Array.from([...some, count - 1]));
			const expected = some.length + 1;
			for (const first of [one, count - 1]) {
				const sums = kernel.multiply(first, others).slice(0, expected);
				expect(sums).toEqual(plain.multiply(first, others).slice(0, expected));
			}
		}),
		{ numRuns: 60 },
	);
});

test('GIVEN two questions by turns THEN each is compared with its own words', () => {
	const [a, b] = [Int32Array.of(1, 2, 3), Int32Array.of(4)].map((rows) => widenRows(kernel.values, rows)) as [
		Int16Array,
		Int16Array,
	];
	const first = kernel.multiply(7, a).slice(0, 3);
	const second = kernel.multiply(7, b).slice(0, 1);
	expect(kernel.multiply(7, a).slice(0, 3)).toEqual(first);
	expect(kernel.multiply(7, b).slice(0, 1)).toEqual(second);
});
