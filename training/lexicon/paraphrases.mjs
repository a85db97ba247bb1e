// Turns the hand-written paraphrases into a table by stem, as searching looks them up.
//   npm run build && node training/lexicon/paraphrases.mjs data/lexicon/paraphrases.txt
// A line of the source, "buy buys > purchase acquire | bought deal": words of a question, words that say nearly the same,
// and words that an answer likely holds. A line of the table: a stem, then the stems that say nearly the same, those for
// which it is said to stand itself, and those of likely answers, with | between.
import { readFileSync, writeFileSync } from 'node:fs';
import { isStopWord } from '../../dist/src/search/stop-words.js';
import { stemWord } from '../../dist/src/search/words.js';

const LINE = /^([a-z' ]+) > ([a-z ]*)(?:\|([a-z ]*))?$/;
const [out] = process.argv.slice(2);
const CLOSE = 0;
const REVERSE = 1;
const LOOSE = 2;
/** By stem, the kind of each stem that may stand for it; the nearest kind where there are several. */
const table = new Map();

function add(from, to, kind) {
	if (from === to) return;
	const kinds = table.get(from) ?? new Map();
	kinds.set(to, Math.min(kind, kinds.get(to) ?? kind));
	table.set(from, kinds);
}

function stemsOf(words) {
	const content = words.split(' ').filter((word) => word !== '' && !isStopWord(word));
	return [...new Set(content.map(stemWord))].filter((stem) => !isStopWord(stem));
}

const source = readFileSync(new URL('paraphrases.txt', import.meta.url), 'utf8');
source.split('\n').forEach((line, i) => {
	if (line === '' || line.startsWith('#')) return;
	const found = LINE.exec(line);
	if (!found) throw new Error(`paraphrases.txt, line ${i + 1}: "${line}" is not "words > words | words"`);
	const [heads, close, loose] = [found[1], found[2], found[3] ?? ''].map(stemsOf);
	for (const head of heads) {
		for (const word of close) {
			add(head, word, CLOSE);
			add(word, head, REVERSE);
		}
		for (const word of loose) add(head, word, LOOSE);
	}
});
const lines = [...table].map(([stem, kinds]) => {
	const of = (kind) => [...kinds].flatMap(([word, own]) => (own === kind ? [word] : [])).join(' ');
	return `${stem} ${[CLOSE, REVERSE, LOOSE].map(of).join('|')}`;
});
writeFileSync(out, `${lines.sort().join('\n')}\n`);
