// The arithmetic of the tagger in AssemblyScript, which is TypeScript that compiles to WebAssembly (../build-kernels.mjs).
// `src/attribution/tagger/plain-kernel.ts` does the same in JavaScript, operation by operation, to the last bit.
//
// Addresses are bytes. Values are 32-bit floats, rows one behind the other; what is multiplied are whole numbers of 16
// bits, so that the sums are exact and every machine gets the same result. Lengths are in rows, widths in values and
// multiples of eight.

/**
 * y = matrix(x): the sums of each output, times its scale, plus its bias.
 *
 * An output row sees `taps` rows of `x`, `step` bytes apart, the middle one at its own place: a convolution, or with one
 * tap an ordinary product. Three rows before and behind those of `x` must be zero, and count as all that is beyond.
 * `matrix`: blocks of eight outputs; in each, tap after tap and pair of inputs after pair, the two weights of output 0,
 * of output 1 … 7; then the scale of every output, then the bias of every output. Up to three rows more than `length` are
 * written.
 */
export function multiply(
	y: i32,
	x: i32,
	matrix: i32,
	length: i32,
	pairs: i32,
	blocks: i32,
	taps: i32,
	step: i32,
): void {
	const stride = pairs * 4;
	const end = x + length * stride;
	const columns = blocks * 32;
	let w = matrix;
	let scale = matrix + blocks * taps * pairs * 32;
	for (let block = 0; block < blocks; block++) {
		const scale0 = v128.load(scale);
		const scale1 = v128.load(scale, 16);
		const bias0 = v128.load(scale + columns);
		const bias1 = v128.load(scale + columns, 16);
		for (let row = 0; row < length; row += 4) {
			// Eight outputs of four rows at a time are what the registers hold.
			let a0 = i32x4.splat(0);
			let a1 = i32x4.splat(0);
			let b0 = i32x4.splat(0);
			let b1 = i32x4.splat(0);
			let c0 = i32x4.splat(0);
			let c1 = i32x4.splat(0);
			let d0 = i32x4.splat(0);
			let d1 = i32x4.splat(0);
			for (let tap = 0; tap < taps; tap++) {
				let xa = x + row * stride + (tap - (taps >> 1)) * step;
				let xb = xa + stride;
				let xc = xb + stride;
				let xd = xc + stride;
				// Nothing but zeros: a far tap at the edge of the text.
				if (xd + stride <= x || xa >= end) continue;
				let weight = w + tap * stride * 8;
				for (const stop = xa + stride; xa < stop; ) {
					const w0 = v128.load(weight);
					const w1 = v128.load(weight, 16);
					let v = v128.load_splat<i32>(xa);
					a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v, w0));
					a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v, w1));
					v = v128.load_splat<i32>(xb);
					b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v, w0));
					b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v, w1));
					v = v128.load_splat<i32>(xc);
					c0 = i32x4.add(c0, i32x4.dot_i16x8_s(v, w0));
					c1 = i32x4.add(c1, i32x4.dot_i16x8_s(v, w1));
					v = v128.load_splat<i32>(xd);
					d0 = i32x4.add(d0, i32x4.dot_i16x8_s(v, w0));
					d1 = i32x4.add(d1, i32x4.dot_i16x8_s(v, w1));
					xa += 4;
					xb += 4;
					xc += 4;
					xd += 4;
					weight += 32;
				}
			}
			let out = y + block * 32 + row * columns;
			v128.store(out, affine(a0, scale0, bias0));
			v128.store(out, affine(a1, scale1, bias1), 16);
			out += columns;
			v128.store(out, affine(b0, scale0, bias0));
			v128.store(out, affine(b1, scale1, bias1), 16);
			out += columns;
			v128.store(out, affine(c0, scale0, bias0));
			v128.store(out, affine(c1, scale1, bias1), 16);
			out += columns;
			v128.store(out, affine(d0, scale0, bias0));
			v128.store(out, affine(d1, scale1, bias1), 16);
		}
		w += taps * stride * 8;
		scale += 32;
	}
}

function affine(sums: v128, scale: v128, bias: v128): v128 {
	return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums), scale), bias);
}

/** Writes `count` values (a multiple of eight) as the nearest 16-bit numbers of 1/1024, none below `least`. */
export function quantize(out: i32, values: i32, count: i32, least: i32): void {
	const floor = i16x8.splat(<i16>least);
	for (let i = 0; i < count * 2; i += 16) {
		const value = values + i * 2;
		const steps = i16x8.narrow_i32x4_s(toSteps(v128.load(value)), toSteps(v128.load(value, 16)));
		v128.store(out + i, i16x8.max_s(steps, floor));
	}
}

function toSteps(values: v128): v128 {
	return i32x4.trunc_sat_f32x4_s(f32x4.floor(f32x4.add(f32x4.mul(values, f32x4.splat(1024)), f32x4.splat(0.5))));
}

/** values = norm(values + relu(a) * sigmoid(b)) by rows; `gates`: a row of a, then a row of b; `norm`: gains, then shifts. */
export function gate(values: i32, gates: i32, norm: i32, length: i32, width: i32): void {
	const bytes = width * 4;
	const each = f32x4.splat(1 / <f32>width);
	for (let row = 0; row < length; row++) {
		const x = values + row * bytes;
		const a = gates + row * bytes * 2;
		let sum = f32x4.splat(0);
		for (let j = 0; j < bytes; j += 16) {
			const open = f32x4.mul(f32x4.pmax(v128.load(a + j), f32x4.splat(0)), sigmoid(v128.load(a + bytes + j)));
			const value = f32x4.add(v128.load(x + j), open);
			v128.store(x + j, value);
			sum = f32x4.add(sum, value);
		}
		const mean = f32x4.mul(total(sum), each);
		let squares = f32x4.splat(0);
		for (let j = 0; j < bytes; j += 16) {
			const difference = f32x4.sub(v128.load(x + j), mean);
			squares = f32x4.add(squares, f32x4.mul(difference, difference));
		}
		const variance = f32x4.add(f32x4.mul(total(squares), each), f32x4.splat(1e-5));
		const factor = f32x4.div(f32x4.splat(1), f32x4.sqrt(variance));
		for (let j = 0; j < bytes; j += 16) {
			const value = f32x4.mul(f32x4.sub(v128.load(x + j), mean), factor);
			v128.store(x + j, f32x4.add(f32x4.mul(value, v128.load(norm + j)), v128.load(norm + bytes + j)));
		}
	}
}

/** @returns The sum of the four lanes, in each lane. */
function total(v: v128): v128 {
	const even = f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1);
	return f32x4.splat(even + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3)));
}

/** 1 / (1 + e^-x), right to a few millionths: 2^n by the exponent's bits, 2^f for the rest by its Taylor series. */
function sigmoid(x: v128): v128 {
	const power = f32x4.pmax(
		f32x4.pmin(f32x4.mul(x, f32x4.splat(<f32>-Math.LOG2E)), f32x4.splat(126)),
		f32x4.splat(-126),
	);
	const whole = f32x4.floor(f32x4.add(power, f32x4.splat(0.5)));
	const f = f32x4.sub(power, whole);
	let series = f32x4.splat(0.0013333558146428443);
	series = f32x4.add(f32x4.mul(series, f), f32x4.splat(0.009618129107628477));
	series = f32x4.add(f32x4.mul(series, f), f32x4.splat(0.05550410866482158));
	series = f32x4.add(f32x4.mul(series, f), f32x4.splat(0.24022650695910072));
	series = f32x4.add(f32x4.mul(series, f), f32x4.splat(<f32>Math.LN2));
	series = f32x4.add(f32x4.mul(series, f), f32x4.splat(1));
	const scale = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
	return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), f32x4.mul(series, scale)));
}

/** out = relu(tokens + cue + place) by rows; `places` gives for every token its row of `table`, 16 bits each. */
export function relate(out: i32, tokens: i32, cue: i32, table: i32, places: i32, length: i32, width: i32): void {
	const bytes = width * 4;
	for (let row = 0; row < length; row++) {
		const token = tokens + row * bytes;
		const place = table + <i32>load<u16>(places + row * 2) * bytes;
		for (let j = 0; j < bytes; j += 16) {
			const sum = f32x4.add(f32x4.add(v128.load(token + j), v128.load(cue + j)), v128.load(place + j));
			v128.store(out + row * bytes + j, f32x4.pmax(sum, f32x4.splat(0)));
		}
	}
}
