import { readFileSync } from 'node:fs';
import { packagePath } from '../../package-root.js';
import { findAliases } from '../../search/aliases.js';
import { areRelated } from '../../search/related-words.js';
import { similarity, wordVectors } from '../../search/word-vectors.js';
import { stemWord } from '../../search/words.js';

/** How a word of a claim stands to a word of a sentence. */
export interface Relation {
	/** `opposite`: the two cannot both be said of one thing. `near`: of one field, perhaps not of one meaning. */
	readonly kind: 'same' | 'synonym' | 'broader' | 'narrower' | 'near' | 'opposite' | 'none';
	/** How much of the claim's word the sentence's word says; 0 to 1. */
	readonly strength: number;
}

interface Entry {
	readonly opposites: ReadonlySet<string>;
	readonly synonyms: ReadonlySet<string>;
	readonly broader: ReadonlySet<string>;
}

const NO_ENTRY: Entry = { opposites: new Set(), synonyms: new Set(), broader: new Set() };

interface Lexicon {
	readonly entries: ReadonlyMap<string, Entry>;
	readonly opposites: ReadonlyMap<string, ReadonlySet<string>>;
	readonly bases: ReadonlyMap<string, string>;
	readonly stopWords: ReadonlySet<string>;
}

let lexicon: Lexicon | undefined;

function getLexicon(): Lexicon {
	lexicon ??= loadLexicon();
	return lexicon;
}

function lines(name: string): string[] {
	return readFileSync(packagePath('data', 'lexicon', name), 'utf8')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'));
}

const words = (text = ''): string[] => text.split(' ').filter(Boolean);

function loadLexicon(): Lexicon {
	const entries = new Map(
		lines('relations.txt').map((line): [string, Entry] => {
			const [word = '', opposites, synonyms, broader] = line.split('|');
			return [
				word,
				{
					opposites: new Set(words(opposites)),
					synonyms: new Set(words(synonyms)),
					broader: new Set(words(broader)),
				},
			];
		}),
	);
	const opposites = new Map<string, Set<string>>();
	for (const line of lines('opposites.txt')) {
		const sides = line.split('|').map(words);
		for (const [index, side] of sides.entries()) {
			const others = sides.filter((_, other) => other !== index).flat();
			for (const word of side) opposites.set(word, new Set([...(opposites.get(word) ?? []), ...others]));
		}
	}
	return {
		entries,
		opposites,
		bases: new Map(
			lines('irregular.txt').flatMap((line) => {
				const [base = '', ...forms] = words(line);
				return forms.map((form): [string, string] => [form, base]);
			}),
		),
		stopWords: new Set(lines('stop-words.txt').flatMap(words)),
	};
}

export function isStopWord(text: string): boolean {
	return getLexicon().stopWords.has(text);
}

/** True for a word with a hand-written opposite: "more", "before", "all" matter, however frequent they are. */
export function hasOpposite(base: string): boolean {
	return getLexicon().opposites.has(base);
}

/** True for a word of the general vocabulary with a meaning of its own, as against a name. */
export function isDictionaryWord(base: string): boolean {
	return getLexicon().entries.has(base);
}

/** 1 for the most frequent word of the language, 0 for a word that is not among the 60,000 most frequent. */
export function commonness(word: string): number {
	const { rows, count } = wordVectors();
	const rank = rows.get(word);
	return rank === undefined ? 0 : 1 - Math.log(1 + rank) / Math.log(1 + count);
}

const SUFFIXES: readonly (readonly [string, readonly string[]])[] = [
	['ies', ['y', 'ie']],
	['sses', ['ss']],
	['es', ['e', '']],
	['s', ['']],
	['ied', ['y']],
	['ed', ['', 'e']],
	['ing', ['', 'e']],
	['ers', ['er']],
	['iest', ['y']],
	['ier', ['y']],
	['est', ['', 'e']],
	['er', ['', 'e']],
];
/** Endings of adjectives: "stronger" is of "strong", but "leader" is a word of its own. */
const DEGREES = new Set(['iest', 'ier', 'est', 'er']);

/** @returns The dictionary form of a word: `win` for `won`, `vote` for `voting`; the word itself where none is known. */
export function baseForm(word: string): string {
	const { bases, entries } = getLexicon();
	const irregular = bases.get(word);
	if (irregular) return irregular;
	for (const [suffix, endings] of SUFFIXES) {
		if (!word.endsWith(suffix) || word.length - suffix.length < 2) continue;
		if (DEGREES.has(suffix) && entries.has(word)) continue;
		const cut = word.slice(0, -suffix.length);
		const doubled = /([bdglmnprt])\1$/.test(cut) ? [cut.slice(0, -1)] : [];
		// "noted" is of "note", not of "not": a word of that shape would have doubled its last letter.
		const orders = endings.includes('e') && /[aeiou][^aeiouwxy]$/.test(cut) ? ['e', ''] : endings;
		const found = [...doubled, ...orders.map((ending) => cut + ending)].find((base) => entries.has(base));
		if (found) return found;
	}
	return word;
}

/** Cosine of two words' vectors; 0 for a word without one. */
export function cosine(a: string, b: string): number {
	const vectors = wordVectors();
	const rowA = vectors.rows.get(a);
	const rowB = vectors.rows.get(b);
	return rowA === undefined || rowB === undefined ? 0 : similarity(vectors, rowA, rowB);
}

const SAME: Relation = { kind: 'same', strength: 1 };
const NONE: Relation = { kind: 'none', strength: 0 };
/** From this cosine on two words count as of one field; chosen by hand. */
const NEAR_MIN = 0.5;
/** What was found out about common words, by the claim's word and then the sentence's; for names apart. */
const known = { names: new Map<string, Map<string, Relation>>(), words: new Map<string, Map<string, Relation>>() };
/** Words of claims kept: those of some hundred claims. */
const KNOWN_MAX = 2_000;

/**
 * Says how the claim's word stands to a sentence's word, both in dictionary form. Vectors are never asked about
 * names, which are all near each other.
 */
export function relate(claimed: string, printed: string, names: boolean): Relation {
	if (claimed === printed) return SAME;
	const all = names ? known.names : known.words;
	let relations = all.get(claimed);
	if (!relations) {
		if (all.size >= KNOWN_MAX) all.clear();
		relations = new Map();
		all.set(claimed, relations);
	}
	let relation = relations.get(printed);
	if (!relation) {
		relation = relateAnew(claimed, printed, names);
		relations.set(printed, relation);
	}
	return relation;
}

function relateAnew(claimed: string, printed: string, names: boolean): Relation {
	if (stemWord(claimed) === stemWord(printed)) return SAME;
	if (findAliases(claimed).includes(stemWord(printed))) return { kind: 'synonym', strength: 0.9 };
	const { entries, opposites } = getLexicon();
	if (opposites.get(claimed)?.has(printed)) return { kind: 'opposite', strength: 0.8 };
	const ours = entries.get(claimed) ?? NO_ENTRY;
	const theirs = entries.get(printed) ?? NO_ENTRY;
	if (ours.synonyms.has(printed) || theirs.synonyms.has(claimed)) return { kind: 'synonym', strength: 0.85 };
	if (ours.opposites.has(printed) || theirs.opposites.has(claimed)) return { kind: 'opposite', strength: 0.7 };
	if (isNegatedForm(claimed, printed)) return { kind: 'opposite', strength: 0.7 };
	if (theirs.broader.has(claimed)) return { kind: 'narrower', strength: 0.75 };
	if (looksAlike(claimed, printed)) return { kind: 'same', strength: 0.9 };
	if (names) return NONE;
	if (isFarOpposite(claimed, printed) || isFarOpposite(printed, claimed)) return { kind: 'opposite', strength: 0.55 };
	const cos = cosine(claimed, printed);
	if (ours.broader.has(printed)) return { kind: 'broader', strength: 0.4 };
	if (areRelated(claimed, printed)) {
		return { kind: 'near', strength: 0.4 + 0.3 * Math.max(0, cos) };
	}
	return cos >= NEAR_MIN ? { kind: 'near', strength: 0.7 * cos } : NONE;
}

/** Accepts "unpopular", "nonunion"; not "dismiss" or "import", which deny nothing: WordNet has the others that do. */
const NEGATING = /^(?:un|non)(?=.{4})/;

/** "popular" and "unpopular". */
function isNegatedForm(a: string, b: string): boolean {
	const { entries } = getLexicon();
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return entries.has(short) && long.endsWith(short) && long.replace(NEGATING, '') === short;
}

/** Words as frequent as "one" and "go" have too many senses for that. */
const COMMON = 0.5;

/** A synonym of one word is the opposite of the other: "plunge" and "climb", of "fall" and "rise". */
function isFarOpposite(a: string, b: string): boolean {
	const { entries, opposites, stopWords } = getLexicon();
	if (stopWords.has(a) || stopWords.has(b) || commonness(a) > COMMON || commonness(b) > COMMON) return false;
	for (const other of entries.get(a)?.synonyms ?? []) {
		if (opposites.get(other)?.has(b) || entries.get(other)?.opposites.has(b)) return true;
	}
	return false;
}

/** "investigation" and "investigate", "Zelenskyy" and "Zelensky": a long common beginning and short different ends. */
function looksAlike(a: string, b: string): boolean {
	const shorter = Math.min(a.length, b.length);
	let common = 0;
	while (common < shorter && a[common] === b[common]) common++;
	return common >= 5 && common >= 0.65 * Math.max(a.length, b.length);
}
