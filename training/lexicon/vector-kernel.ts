// The arithmetic of word vectors in AssemblyScript, which is TypeScript that compiles to WebAssembly
// (../build-kernels.mjs). `src/search/vector-kernel.ts` does the same in JavaScript.

/**
 * Multiplies one vector with `count` others.
 *
 * @param vector - Address of 100 bytes; the four behind them are read and count for nothing.
 * @param others - Address of rows of 104 values of 16 bits each, the last four of each zero.
 * @param sums - Address of `count` sums of 32 bits each.
 */
export function multiply(vector: i32, others: i32, count: i32, sums: i32): void {
	const v0 = v128.load_ext<i8>(vector, 0);
	const v1 = v128.load_ext<i8>(vector, 8);
	const v2 = v128.load_ext<i8>(vector, 16);
	const v3 = v128.load_ext<i8>(vector, 24);
	const v4 = v128.load_ext<i8>(vector, 32);
	const v5 = v128.load_ext<i8>(vector, 40);
	const v6 = v128.load_ext<i8>(vector, 48);
	const v7 = v128.load_ext<i8>(vector, 56);
	const v8 = v128.load_ext<i8>(vector, 64);
	const v9 = v128.load_ext<i8>(vector, 72);
	const v10 = v128.load_ext<i8>(vector, 80);
	const v11 = v128.load_ext<i8>(vector, 88);
	const v12 = v128.load_ext<i8>(vector, 96);
	let row = others;
	for (let i = 0; i < count; i++) {
		let a = i32x4.dot_i16x8_s(v0, v128.load(row, 0));
		let b = i32x4.dot_i16x8_s(v1, v128.load(row, 16));
		a = i32x4.add(a, i32x4.dot_i16x8_s(v2, v128.load(row, 32)));
		b = i32x4.add(b, i32x4.dot_i16x8_s(v3, v128.load(row, 48)));
		a = i32x4.add(a, i32x4.dot_i16x8_s(v4, v128.load(row, 64)));
		b = i32x4.add(b, i32x4.dot_i16x8_s(v5, v128.load(row, 80)));
		a = i32x4.add(a, i32x4.dot_i16x8_s(v6, v128.load(row, 96)));
		b = i32x4.add(b, i32x4.dot_i16x8_s(v7, v128.load(row, 112)));
		a = i32x4.add(a, i32x4.dot_i16x8_s(v8, v128.load(row, 128)));
		b = i32x4.add(b, i32x4.dot_i16x8_s(v9, v128.load(row, 144)));
		a = i32x4.add(a, i32x4.dot_i16x8_s(v10, v128.load(row, 160)));
		b = i32x4.add(b, i32x4.dot_i16x8_s(v11, v128.load(row, 176)));
		a = i32x4.add(a, i32x4.dot_i16x8_s(v12, v128.load(row, 192)));
		a = i32x4.add(a, b);
		a = i32x4.add(a, i32x4.shuffle(a, a, 2, 3, 0, 1));
		a = i32x4.add(a, i32x4.shuffle(a, a, 1, 0, 3, 2));
		store<i32>(sums + i * 4, i32x4.extract_lane(a, 0));
		row += 208;
	}
}

/**
 * Multiplies several vectors with `count` others: one call for all lets the processor fetch the next ones meanwhile.
 *
 * @param vectors - Address of the addresses of the vectors, 32 bits each.
 * @param sums - Address of `count` sums for each vector, one vector's behind the other's.
 */
export function multiplyRows(vectors: i32, amount: i32, others: i32, count: i32, sums: i32): void {
	let at = sums;
	for (let i = 0; i < amount; i++) {
		multiply(load<i32>(vectors + i * 4), others, count, at);
		at += count * 4;
	}
}
