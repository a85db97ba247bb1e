import { FEATURE } from './features/feature-names.js';
import { LOOK } from './features/look-names.js';
import { readLexicon } from './lexicon.js';

/** Where a question is answered from: weights that compare articles have no place within one. */
export type Scope = 'open' | 'closed';

/** Weights by the name of what is measured, and by "name*class", added where the question is of the class. */
type NamedWeights = Readonly<Record<string, number>>;

/** What the ranking was trained to weigh: see `training/answers`. */
interface Trained {
	/** Of the first look, which chooses the candidates for the second. */
	readonly first: Readonly<Record<Scope, NamedWeights>>;
	readonly second: Readonly<Record<Scope, NamedWeights>>;
	/** Of the score by the second, and of both measures of `WordMatch`. */
	readonly match: Readonly<Record<Scope, { readonly score: number; readonly cover: number; readonly meaning: number }>>;
}

/** Weights in the order of the columns, by class; those of all questions under `''`. */
type Weights = ReadonlyMap<string, Float32Array>;

const COLUMNS: Readonly<Record<'first' | 'second', Readonly<Record<string, number>>>> = {
	first: LOOK,
	second: FEATURE,
};

let trained: Trained | null = null;
const arranged = new Map<string, Weights>();
/** By look, scope and classes of the question: of these there are a few hundred at most. */
const sums = new Map<string, Float32Array>();

/** @returns The weights of `data/lexicon/answer-ranker.json`, read when first asked for and kept. */
export function rankingWeights(): Trained {
	trained ??= JSON.parse(readLexicon('answer-ranker.json')) as Trained;
	return trained;
}

/** @returns What a question of these classes weighs, a number for each column that a look measures. */
export function weightsFor(look: 'first' | 'second', scope: Scope, classes: ReadonlySet<string>): Float32Array {
	const key = `${look} ${scope} ${[...classes].join(' ')}`;
	let sum = sums.get(key);
	if (!sum) {
		sum = sumWeights(look, scope, classes);
		sums.set(key, sum);
	}
	return sum;
}

function sumWeights(look: 'first' | 'second', scope: Scope, classes: ReadonlySet<string>): Float32Array {
	const key = `${look} ${scope}`;
	let weights = arranged.get(key);
	if (!weights) {
		weights = arrange(rankingWeights()[look][scope], COLUMNS[look]);
		arranged.set(key, weights);
	}
	const sum = new Float32Array(Object.keys(COLUMNS[look]).length);
	for (const name of ['', ...classes]) {
		const own = weights.get(name);
		if (own) for (let column = 0; column < sum.length; column++) sum[column] = (sum[column] ?? 0) + (own[column] ?? 0);
	}
	return sum;
}

function arrange(named: NamedWeights, columns: Readonly<Record<string, number>>): Weights {
	const byClass = new Map<string, Float32Array>();
	for (const [name, weight] of Object.entries(named)) {
		const [measure = '', questionClass = ''] = name.split('*');
		const column = columns[measure];
		if (column === undefined) continue;
		const row = byClass.get(questionClass) ?? new Float32Array(Object.keys(columns).length);
		row[column] = weight;
		byClass.set(questionClass, row);
	}
	return byClass;
}

/** @returns The sum of products. */
export function dot(a: Float32Array, b: Float32Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
	return sum;
}
