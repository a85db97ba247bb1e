import { readFileSync } from 'node:fs';
import { packagePath } from '../../package-root.js';
import { LABELS } from './chain.js';
import { UNIT_TOKENS_MAX } from './features.js';
import { createKernel, type Kernel, packedLength, packWeights } from './kernel.js';

/** A matrix in the kernel's memory, with what turns its sums into values: `sum * scale + bias`, one pair an output. */
export interface Matrix {
	readonly address: number;
	/** Inputs by twos, for each of its taps. */
	readonly pairs: number;
	readonly taps: number;
	readonly blocks: number;
	readonly scale: Float32Array;
	readonly bias: Float32Array;
}

/** A gated convolution of width 3 and the norm behind it. */
export interface GatedLayer {
	readonly matrix: Matrix;
	readonly dilation: number;
	readonly gain: Float32Array;
	readonly shift: Float32Array;
}

/** Rows of equal width. The values of {@link EmbeddingTable} are 16-bit steps, see {@link STEPS}. */
export interface Table<Values> {
	readonly width: number;
	readonly values: Values;
}

export type EmbeddingTable = Table<Int16Array>;

/** The trained tagger, ready to run. */
export interface TaggerWeights {
	readonly kernel: Kernel;
	/** Places in the kernel's memory for the rows to multiply and their sums. */
	readonly rows: Int16Array;
	readonly sums: Int32Array;
	/** Vectors by row, row 0 for a word without one; in steps of 1/64. */
	readonly vectors: Int8Array;
	readonly vectorIndex: ReadonlyMap<string, number>;
	readonly index: { readonly words: Lookup; readonly lemmas: Lookup; readonly suffixes: Lookup };
	/** Words, lemmas, suffixes, tags, shapes, marks, sentence start, sentence number. */
	readonly embeddings: readonly EmbeddingTable[];
	readonly width: number;
	readonly pairWidth: number;
	readonly input: Matrix;
	readonly encoder: readonly GatedLayer[];
	readonly cueHidden: Matrix;
	readonly cueOut: Matrix;
	readonly token: Matrix;
	readonly cue: Matrix;
	readonly distance: Table<Float32Array>;
	readonly relation: Table<Float32Array>;
	readonly pair: readonly GatedLayer[];
	readonly roleOut: Matrix;
	readonly transitions: Float64Array;
}

type Lookup = ReadonlyMap<string, number>;

/** Whole numbers stand for values in steps of 1/1024: exact to a thousandth, up to 32. */
export const STEPS = 1024;

interface Header {
	readonly width: number;
	readonly layers: number;
	readonly pair: number;
	readonly pairLayers: number;
	/** How many of the shared vectors the tagger was trained with: the most frequent words, first in the file. */
	readonly vectors: number;
	readonly embeddings: readonly (readonly [rows: number, width: number])[];
	readonly distances: number;
	readonly relations: number;
	readonly words: readonly string[];
	readonly lemmas: readonly string[];
	readonly suffixes: readonly string[];
}

export const VECTOR_WIDTH = 100;
/** How many {@link STEPS} one step of a stored vector is. */
export const VECTOR_STEP = STEPS / 64;
const CUE_HIDDEN = 64;

let loaded: TaggerWeights | undefined;

/** The weights of `data/lexicon/`, read when first asked for. */
export function taggerWeights(): TaggerWeights {
	loaded ??= loadWeights(createKernel);
	return loaded;
}

/**
 * Reads the weights: `tagger.json` (sizes, vocabularies), `tagger.bin` (matrices as `training/attribution/export.py`
 * writes them, in this order) and the word vectors.
 *
 * @param makeKernel - Which kernel to run on.
 */
export function loadWeights(makeKernel: (bytes: number) => Kernel): TaggerWeights {
	const read = (name: string) => readFileSync(packagePath('data', 'lexicon', name));
	const header: Header = JSON.parse(read('tagger.json').toString('utf8'));
	const { width, pair } = header;
	const inputWidth = VECTOR_WIDTH + header.embeddings.reduce((sum, [, columns]) => sum + columns, 0);
	const shapes: (readonly [outputs: number, inputs: number])[] = [
		[width, inputWidth],
		...Array.from({ length: header.layers }, () => [2 * width, 3 * width] as const),
		[CUE_HIDDEN, width],
		[3, CUE_HIDDEN],
		[pair, width],
		[pair, width],
		...Array.from({ length: header.pairLayers }, () => [2 * pair, 3 * pair] as const),
		[LABELS, pair],
	];
	const margin = Math.max(2 ** (header.layers - 1), 3 ** (header.pairLayers - 1));
	const rowBytes = align((UNIT_TOKENS_MAX + 4 + 2 * margin) * Math.max(inputWidth + 1, width) * 2);
	const sumBytes = align((UNIT_TOKENS_MAX + 4) * Math.max(...shapes.map(([outputs]) => outputs + 7)) * 4);
	const matrixBytes = shapes.reduce((sum, [o, i]) => sum + align(packedLength(o, i) * 2), 0);
	const kernel = makeKernel(rowBytes + sumBytes + matrixBytes);

	const file = new Reader(read('tagger.bin'));
	let address = rowBytes + sumBytes;
	const matrix = (outputs: number, inputs: number, taps = 1): Matrix => {
		const scale = file.floats(outputs).map((value) => value / STEPS);
		const bias = file.floats(outputs);
		const length = packedLength(outputs, inputs);
		packWeights(file.bytes(outputs * inputs), outputs, inputs, new Int16Array(kernel.buffer, address, length));
		const here = address;
		address += align(length * 2);
		return { address: here, pairs: (inputs / taps + 1) >> 1, taps, blocks: (outputs + 7) >> 3, scale, bias };
	};
	const gated = (channels: number, dilation: number): GatedLayer => ({
		matrix: matrix(2 * channels, 3 * channels, 3),
		dilation,
		gain: file.floats(channels),
		shift: file.floats(channels),
	});
	const steps = (rows: number, columns: number): EmbeddingTable => {
		const scale = (file.floats(1)[0] as number) * STEPS;
		const stored = file.bytes(rows * columns);
		const values = new Int16Array(stored.length);
		// A plain loop: `Int16Array.from` with a function took half of the loading time.
		for (let i = 0; i < stored.length; i++) values[i] = Math.round((stored[i] as number) * scale);
		return { width: columns, values };
	};
	const floats = (rows: number): Table<Float32Array> => ({ width: pair, values: file.floats(rows * pair) });

	// The order of the file: an object literal is evaluated from top to bottom.
	return {
		kernel,
		rows: new Int16Array(kernel.buffer, 0, rowBytes / 2),
		sums: new Int32Array(kernel.buffer, rowBytes, sumBytes / 4),
		vectors: readVectors(read('vectors.bin').subarray(0, header.vectors * VECTOR_WIDTH)),
		vectorIndex: indexOf(read('vectors.txt').toString('utf8').split('\n', header.vectors)),
		index: {
			words: indexOf(header.words),
			lemmas: indexOf(header.lemmas),
			suffixes: indexOf(header.suffixes),
		},
		width,
		pairWidth: pair,
		embeddings: header.embeddings.map(([rows, columns]) => steps(rows, columns)),
		input: matrix(width, inputWidth),
		encoder: Array.from({ length: header.layers }, (_, layer) => gated(width, 2 ** layer)),
		cueHidden: matrix(CUE_HIDDEN, width),
		cueOut: matrix(3, CUE_HIDDEN),
		token: matrix(pair, width),
		cue: matrix(pair, width),
		distance: floats(header.distances),
		relation: floats(header.relations),
		pair: Array.from({ length: header.pairLayers }, (_, layer) => gated(pair, 3 ** layer)),
		roleOut: matrix(LABELS, pair),
		transitions: Float64Array.from(file.floats((LABELS + 1) * LABELS)),
	};
}

/** Row 0 is all zeros. */
function readVectors(file: Buffer): Int8Array {
	const values = new Int8Array(file.length + VECTOR_WIDTH);
	values.set(new Int8Array(file.buffer, file.byteOffset, file.length), VECTOR_WIDTH);
	return values;
}

/** Rows count from 1; 0 is for what is not listed. */
function indexOf(keys: readonly string[]): Lookup {
	return new Map(keys.map((key, i) => [key, i + 1]));
}

const align = (bytes: number): number => (bytes + 15) & ~15;

/** Reads a file of 32-bit floats and bytes from front to back; floats begin at a multiple of four. */
class Reader {
	#offset = 0;
	readonly #buffer: ArrayBuffer;

	constructor(file: Buffer) {
		this.#buffer = new Uint8Array(file).buffer;
	}

	floats(count: number): Float32Array {
		this.#offset = (this.#offset + 3) & ~3;
		const values = new Float32Array(this.#buffer, this.#offset, count);
		this.#offset += count * 4;
		return values;
	}

	bytes(count: number): Int8Array {
		const values = new Int8Array(this.#buffer, this.#offset, count);
		this.#offset += count;
		return values;
	}
}
