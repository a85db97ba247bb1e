import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	createPlainKernel,
	readVectorKernel,
	VECTOR_WIDTH,
	type VectorKernel,
	WIDE,
} from '../../src/search/vector-kernel.js';

const kernel = readVectorKernel('vectors.bin');
const count = kernel.values.length / VECTOR_WIDTH;
const row = fc.nat({ max: count - 1 });

function widenRows(rows: readonly number[]): Int16Array {
	const vectors = new Int16Array(rows.length * WIDE);
	rows.forEach((row, place) => {
		vectors.set(kernel.values.subarray(row * VECTOR_WIDTH, (row + 1) * VECTOR_WIDTH), place * WIDE);
	});
	return vectors;
}

test('GIVEN any rows, the last one too THEN WebAssembly multiplies as JavaScript does', () => {
	const plain = createPlainKernel(kernel.values);
	fc.assert(
		fc.property(fc.array(row, { maxLength: 300 }), fc.array(row, { maxLength: 300 }), (some, others) => {
			const rows = Int32Array.of(...some, count - 1);
			const vectors = widenRows([...others, count - 1]);
			const multiply = (one: VectorKernel) => {
				const sums = new Int32Array(rows.length * (others.length + 1));
				one.multiplyRows(rows, rows.length, vectors, sums);
				return sums;
			};
			const sums = multiply(kernel);
			expect(sums).toEqual(multiply(plain));
			// Rows of somebody else's, here the same ones.
			const values = new Int32Array(kernel.values.buffer, 0, (count * VECTOR_WIDTH) / 4);
			for (const one of [kernel, plain]) {
				const found = one.multiplyOther(values, rows[0] ?? 0, vectors).slice(0, others.length + 1);
				expect(found).toEqual(sums.slice(0, others.length + 1));
			}
		}),
		{ numRuns: 40 },
	);
});

test('GIVEN two questions by turns THEN each is compared with its own words', () => {
	const multiply = (vectors: Int16Array) => {
		const sums = new Int32Array(vectors.length / WIDE);
		kernel.multiplyRows(Int32Array.of(7), 1, vectors, sums);
		return sums;
	};
	const [a, b] = [widenRows([1, 2, 3]), widenRows([4])];
	const [first, second] = [multiply(a), multiply(b)];
	expect(multiply(a)).toEqual(first);
	expect(multiply(b)).toEqual(second);
});
