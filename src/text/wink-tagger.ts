import { createRequire } from 'node:module';
import type { Tag } from './token.js';

/** One token as wink-nlp reads it: its characters, its tag in context, its dictionary form. */
export interface TaggedToken {
	readonly value: string;
	readonly tag: Tag;
	readonly lemma: string;
}

/** A growing list of strings in wink's model; what lies beyond `intrinsicSize` was learnt from the texts read. */
interface Feature {
	readonly hash: Record<string, number>;
	readonly list: string[];
	readonly intrinsicSize: number;
	index: number;
}

interface CoreModel {
	readonly features: Readonly<Record<'lexeme' | 'prefix' | 'suffix' | 'shape', Feature>>;
}

/** What this project uses of wink-nlp; the package's own types do not tell a list of tags from a list of words. */
interface Wink {
	readonly its: { readonly pos: unknown; readonly lemma: unknown };
	readDoc(text: string): { tokens(): { out(its?: unknown): unknown[] } };
}

type WinkModel = Readonly<Record<string, unknown>> & { core(): CoreModel };

/** Words that one instance may learn before it is made anew, so that its memory stays bounded. */
const LEARNT_WORDS_MAX = 50_000;

/** A state machine of wink's that recognises nothing, in its own format. */
const EMPTY_MACHINE = '[100,0,{"0":{}},{},{},{}]';
const UNUSED = () => ({ machines: [], transformers: [], setter: () => undefined });
const UNUSED_MACHINE = () => ({ ...UNUSED(), machines: [EMPTY_MACHINE] });

/**
 * Makes a reader of tokens, tags and lemmas that gives the same result for the same text whatever it read before.
 *
 * wink-nlp does not: it adds unknown words to its dictionary while reading, and splits a later `Poroshenko’s`
 * according to whether it has met `Poroshenko`. So this reader keeps hold of the dictionary and takes out, after each
 * text, what the text has added. Of wink's pipeline it loads the tagger alone.
 */
export function createWinkTagger(): (text: string) => TaggedToken[] {
	const require = createRequire(import.meta.url);
	const winkNlp = require('wink-nlp') as (model: unknown, pipe: readonly string[]) => Wink;
	const model = require('wink-eng-lite-web-model') as WinkModel;
	const core = model.core();
	const { lexeme, prefix, suffix, shape } = core.features;
	const tagger = {
		...model,
		core: () => core,
		sbd: UNUSED,
		ner: UNUSED,
		negation: UNUSED_MACHINE,
		sa: UNUSED_MACHINE,
		metaCER: UNUSED_MACHINE,
	};
	const create = () => winkNlp(tagger, ['pos']);
	let nlp = create();

	return (text) => {
		const known = lexeme.list.length;
		try {
			const tokens = nlp.readDoc(text).tokens();
			const tags = tokens.out(nlp.its.pos) as Tag[];
			const lemmas = tokens.out(nlp.its.lemma);
			return tokens.out().map((word, index) => {
				const value = String(word);
				const lemma = lemmas[index];
				// wink looks lemmas up in plain objects: that of `constructor` comes back as a function.
				return { value, tag: tags[index] ?? 'X', lemma: typeof lemma === 'string' ? lemma : value.toLowerCase() };
			});
		} finally {
			for (const feature of [prefix, suffix, shape]) forget(feature, feature.intrinsicSize);
			// Words may only be unlearnt, not taken off the list: a table that wink hides numbers them.
			for (const word of lexeme.list.slice(known)) delete lexeme.hash[word];
			if (lexeme.list.length > lexeme.intrinsicSize + LEARNT_WORDS_MAX) {
				forget(lexeme, lexeme.intrinsicSize);
				nlp = create();
			}
		}
	};
}

function forget(feature: Feature, from: number): void {
	for (const value of feature.list.slice(from)) delete feature.hash[value];
	feature.list.length = from;
	feature.index = from;
}
