import { closeSync, openSync, readSync } from 'node:fs';
import { packagePath } from '../../package-root.js';
import { readLexicon } from '../lexicon.js';
import { LABELS } from './chain.js';
import { UNIT_TOKENS_MAX } from './features.js';
import { createKernel, type Kernel, type KernelMatrix } from './kernel.js';

/** A gated convolution of width 3 and the norm behind it, in the kernel's memory. */
export interface GatedLayer {
	readonly matrix: KernelMatrix;
	readonly dilation: number;
	/** Address of its gains, one a channel; its shifts follow. */
	readonly norm: number;
}

/** Rows of whole numbers in steps of 1/1024. */
export interface EmbeddingTable {
	readonly width: number;
	readonly values: Int16Array;
}

/** Places in the kernel's memory for what is worked on: addresses of values, one unit long. */
export interface Scratch {
	/** What is multiplied, 16 bits each; empty rows lie before it. */
	readonly rows: number;
	readonly states: number;
	readonly gates: number;
	readonly hidden: number;
	readonly tokens: number;
	readonly cues: number;
	readonly cue: number;
	/** Rows of the place table, 16 bits each. */
	readonly places: number;
	readonly roles: number;
}

/** The trained tagger, ready to run. It works on one unit at a time. */
export interface TaggerWeights {
	readonly kernel: Kernel;
	/** The kernel's memory, as numbers of 32 and of 16 bits. */
	readonly floats: Float32Array;
	readonly shorts: Int16Array;
	readonly scratch: Scratch;
	/** Vectors by row, row 0 for a word without one; in steps of 1/64. */
	readonly vectors: Int8Array;
	readonly vectorIndex: Lookup;
	readonly index: { readonly words: Lookup; readonly lemmas: Lookup; readonly suffixes: Lookup };
	/** Words, lemmas, suffixes, tags, shapes, marks, sentence start, sentence number. */
	readonly embeddings: readonly EmbeddingTable[];
	readonly width: number;
	readonly pairWidth: number;
	readonly input: KernelMatrix;
	readonly encoder: readonly GatedLayer[];
	readonly cueHidden: KernelMatrix;
	readonly cueOut: KernelMatrix;
	readonly token: KernelMatrix;
	readonly cue: KernelMatrix;
	/** Address of a row for each distance and, within it, each relation: their sum. */
	readonly places: number;
	readonly relations: number;
	readonly pair: readonly GatedLayer[];
	readonly roleOut: KernelMatrix;
	readonly transitions: Float64Array;
}

type Lookup = ReadonlyMap<string, number>;

/** How many steps one is: whole numbers stand for values exact to a thousandth, up to 32. */
const STEPS = 1024;

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
/** How many steps of a value one step of a stored vector is. */
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
 * writes them) and the word vectors.
 *
 * @param makeKernel - Which kernel to run on.
 */
export function loadWeights(makeKernel: (bytes: number) => Kernel): TaggerWeights {
	const header: Header = JSON.parse(readLexicon('tagger.json').toString('utf8'));
	const { width, pair, relations } = header;
	const inputWidth = VECTOR_WIDTH + header.embeddings.reduce((sum, [, columns]) => sum + columns, 0);

	const layout = new Layout();
	const scratch = layScratch(layout, Math.max(inputWidth + 1, width), width, pair);
	const places = layout.place(header.distances * relations * pair * 4);
	const input = layout.placeMatrix(width, inputWidth);
	const encoder = Array.from({ length: header.layers }, (_, layer) => layout.placeLayer(width, 2 ** layer));
	const cueHidden = layout.placeMatrix(CUE_HIDDEN, width);
	const cueOut = layout.placeMatrix(3, CUE_HIDDEN);
	const token = layout.placeMatrix(pair, width);
	const cue = layout.placeMatrix(pair, width);
	const pairs = Array.from({ length: header.pairLayers }, (_, layer) => layout.placeLayer(pair, 3 ** layer));
	const roleOut = layout.placeMatrix(LABELS, pair);
	const kernel = makeKernel(layout.bytes);

	// From here on in the order of the file.
	const file = new WeightFile(readLexicon('tagger.bin'), kernel.buffer);
	const embeddings = header.embeddings.map(([rows, columns]) => file.readTable(rows, columns));
	file.readMatrix(input);
	for (const layer of encoder) file.readLayer(layer, width);
	for (const matrix of [cueHidden, cueOut, token, cue]) file.readMatrix(matrix);
	file.readPlaces(places, header.distances, relations, pair);
	for (const layer of pairs) file.readLayer(layer, pair);
	file.readMatrix(roleOut);
	const transitions = Float64Array.from(file.floats((LABELS + 1) * LABELS));

	return {
		kernel,
		floats: new Float32Array(kernel.buffer),
		shorts: new Int16Array(kernel.buffer),
		scratch,
		vectors: readVectors(header.vectors),
		vectorIndex: indexOf(readLexicon('vectors.txt').toString('utf8').split('\n', header.vectors)),
		index: { words: indexOf(header.words), lemmas: indexOf(header.lemmas), suffixes: indexOf(header.suffixes) },
		embeddings,
		width,
		pairWidth: pair,
		input,
		encoder,
		cueHidden,
		cueOut,
		token,
		cue,
		places,
		relations,
		pair: pairs,
		roleOut,
		transitions,
	};
}

/** The kernel reads and writes up to three rows behind a unit, and reads three before it. */
const MARGIN_ROWS = 4;

function layScratch(layout: Layout, rowWidth: number, width: number, pair: number): Scratch {
	const place = (columns: number, bytes: number) => layout.place((UNIT_TOKENS_MAX + MARGIN_ROWS) * columns * bytes);
	layout.place(MARGIN_ROWS * rowWidth * 2);
	return {
		rows: place(rowWidth, 2),
		states: place(width, 4),
		gates: place(2 * width, 4),
		hidden: place(CUE_HIDDEN, 4),
		tokens: place(pair, 4),
		cues: place(pair, 4),
		cue: layout.place(pair * 4),
		places: place(1, 2),
		roles: place(pair, 4),
	};
}

/** A matrix with its sizes, which tell what there is of it in the file. */
interface PlacedMatrix extends KernelMatrix {
	readonly outputs: number;
	/** Of all taps together. */
	readonly inputs: number;
}

/** Hands out the kernel's memory. */
class Layout {
	bytes = 0;

	/** @returns An address, a multiple of 16. */
	place(bytes: number): number {
		const address = this.bytes;
		this.bytes += (bytes + 15) & ~15;
		return address;
	}

	placeMatrix(outputs: number, inputs: number, taps = 1): PlacedMatrix {
		const pairs = (inputs / taps + 1) >> 1;
		const blocks = (outputs + 7) >> 3;
		const address = this.place(blocks * 8 * (taps * pairs * 4 + 8));
		return { address, pairs, blocks, taps, outputs, inputs };
	}

	placeLayer(channels: number, dilation: number): GatedLayer & { readonly matrix: PlacedMatrix } {
		return {
			matrix: this.placeMatrix(2 * channels, 3 * channels, 3),
			dilation,
			norm: this.place(2 * channels * 4),
		};
	}
}

/** Reads `tagger.bin` from front to back, most of it into the kernel's memory. Floats begin at a multiple of four. */
class WeightFile {
	#offset = 0;
	readonly #bytes: ArrayBuffer;
	readonly #floats: Float32Array;
	readonly #shorts: Int16Array;

	constructor(file: Buffer, memory: ArrayBuffer) {
		this.#bytes = new Uint8Array(file).buffer;
		this.#floats = new Float32Array(memory);
		this.#shorts = new Int16Array(memory);
	}

	floats(count: number): Float32Array {
		this.#offset = (this.#offset + 3) & ~3;
		const values = new Float32Array(this.#bytes, this.#offset, count);
		this.#offset += count * 4;
		return values;
	}

	bytes(count: number): Int8Array {
		const values = new Int8Array(this.#bytes, this.#offset, count);
		this.#offset += count;
		return values;
	}

	readTable(rows: number, columns: number): EmbeddingTable {
		const scale = (this.floats(1)[0] as number) * STEPS;
		const stored = this.bytes(rows * columns);
		const values = new Int16Array(stored.length);
		// Rounding each of 400,000 values would take a tenth of the loading time: there are 256 different ones.
		const rounded = Int16Array.from({ length: 256 }, (_, i) => Math.round((i - 128) * scale));
		for (let i = 0; i < stored.length; i++) values[i] = rounded[(stored[i] as number) + 128] as number;
		return { width: columns, values };
	}

	/** A scale and a bias for every output, then its weights: into blocks of eight outputs, inputs by twos. */
	readMatrix({ address, pairs, blocks, taps, outputs, inputs }: PlacedMatrix): void {
		const scales = (address >> 2) + blocks * 8 * taps * pairs;
		this.#floats.set(
			this.floats(outputs).map((scale) => scale / STEPS),
			scales,
		);
		this.#floats.set(this.floats(outputs), scales + blocks * 8);
		const weights = this.bytes(outputs * inputs);
		for (let output = 0; output < outputs; output++) {
			const start = (address >> 1) + (output >> 3) * taps * pairs * 16 + (output & 7) * 2;
			for (let input = 0; input < inputs; input++) {
				this.#shorts[start + (input >> 1) * 16 + (input & 1)] = weights[output * inputs + input] as number;
			}
		}
	}

	readLayer({ matrix, norm }: { matrix: PlacedMatrix; norm: number }, channels: number): void {
		this.readMatrix(matrix);
		this.#floats.set(this.floats(2 * channels), norm >> 2);
	}

	/** A row for every distance, then one for every relation: added up. */
	readPlaces(address: number, distances: number, relations: number, columns: number): void {
		const distance = this.floats(distances * columns);
		const relation = this.floats(relations * columns);
		for (let row = 0; row < distances * relations; row++) {
			const [from, other] = [Math.floor(row / relations) * columns, (row % relations) * columns];
			for (let j = 0; j < columns; j++) {
				this.#floats[(address >> 2) + row * columns + j] =
					(distance[from + j] as number) + (relation[other + j] as number);
			}
		}
	}
}

/** The first rows of the shared vectors, behind a row of zeros. The rest of the file is not read. */
function readVectors(count: number): Int8Array {
	const values = new Int8Array((count + 1) * VECTOR_WIDTH);
	const file = openSync(packagePath('data', 'lexicon', 'vectors.bin'), 'r');
	try {
		readSync(file, values, VECTOR_WIDTH, count * VECTOR_WIDTH, 0);
	} finally {
		closeSync(file);
	}
	return values;
}

/** Rows count from 1; 0 is for what is not listed. */
function indexOf(keys: readonly string[]): Lookup {
	const rows = new Map<string, number>();
	for (const key of keys) rows.set(key, rows.size + 1);
	return rows;
}
