import { parseArgs } from 'node:util';
import { attributeArticle } from '../src/attribution/attribute.js';
import { attributeSentence } from '../src/attribution/attribute-sentence.js';
import { splitParagraphs } from '../src/text/split-paragraphs.js';

/** Text that no journalist writes, in a size: code units, or marks where the case is about marks. */
interface HostileCase {
	readonly name: string;
	readonly size: number;
	readonly make: (size: number) => string;
}

const fill = (piece: string) => (size: number) => piece.repeat(Math.ceil(size / piece.length));
const times = (piece: string) => (size: number) => piece.repeat(size);
const MB = 1_000_000;

const NEWS =
	'“We will repair the bridge,” the mayor of Lowmere, Ann Moe, told reporters on Monday. Her deputy believes that the ' +
	'winter will be too long for that. ';

const CASES: readonly HostileCase[] = [
	{ name: 'straight marks', size: 100_000, make: times('"') },
	{ name: 'opening marks and words', size: 100_000, make: times('“a ') },
	{ name: 'closing marks and words', size: 100_000, make: times('a” ') },
	{ name: 'straight marks and words', size: 100_000, make: times('"a ') },
	{ name: 'apostrophes', size: 100_000, make: times("'a ") },
	{ name: 'deep nesting', size: 100_000, make: (size) => `${'“‘('.repeat(size)}x${')’”'.repeat(size)}` },
	{ name: 'one sentence', size: MB, make: fill('we go on and on with the words of the day and ') },
	{ name: 'one quoted sentence', size: MB, make: (size) => `“${fill('we go on and on said Ann Moe and ')(size)}”` },
	{ name: 'one sentence of quotations', size: MB, make: fill('“We go on and on,” said Ann Moe, and ') },
	{ name: 'one sentence of inserted cues', size: MB, make: fill('it is, as stated by Ann Moe, the end and ') },
	{ name: 'one word', size: MB, make: fill('a') },
	{ name: 'one word of capitals and stops', size: MB, make: fill('A.') },
	{ name: 'one address', size: MB, make: (size) => `http://a.b/${fill('a/b.c@d-')(size)}` },
	{ name: 'one number', size: MB, make: fill('1,') },
	{ name: 'stops', size: MB, make: fill('.') },
	{ name: 'hyphens', size: MB, make: fill('A-') },
	{ name: 'combining marks', size: MB, make: (size) => `e${fill('\u0301')(size)}` },
	{ name: 'null bytes', size: MB, make: fill('\u0000') },
	{ name: 'null bytes in words', size: MB, make: fill('a\u0000b said ') },
	{ name: 'lone surrogates', size: MB, make: fill('\ud800') },
	{ name: 'lone surrogates in words', size: MB, make: fill('“a\udc00” said \ud83d Moe. ') },
	{ name: 'emoji', size: MB, make: fill('👩‍👩‍👧‍👦🙂') },
	{ name: 'emoji in quotations', size: MB, make: fill('“🙂 we will 🏳️‍🌈 go on” said 🙂 Ann Moe. ') },
	{ name: 'right to left', size: MB, make: fill('אמר „שלום” ראש העיר. ') },
	{ name: 'overrides of direction', size: MB, make: fill('“\u202eוללה\u202c we go” said Ann \u2067Moe\u2069. ') },
	{ name: 'white space', size: MB, make: fill(' \t\u00a0') },
	{ name: 'empty paragraphs', size: MB, make: fill('\n') },
	{ name: 'paragraphs of a word', size: MB, make: fill('said\n') },
	{ name: 'paragraphs that end in a colon', size: MB, make: fill('Moe said:\n') },
	{ name: 'paragraphs left open', size: MB, make: fill('“We will go on and it is over.\n') },
	{ name: 'cues', size: MB, make: fill('said ') },
	{ name: 'pronouns that say', size: MB, make: fill('He said she said. ') },
	{ name: 'one name', size: MB, make: fill('Ann Moe said. ') },
	{ name: 'namesakes', size: MB, make: many((i) => `Ab${letters(i)} Moe said that he is here. `) },
	{ name: 'names', size: MB, make: many((i) => `Ab${letters(i)} Mo${letters(i)} said that he is here. `) },
	{ name: 'plurals that open sentences', size: MB, make: fill('Visitors said that it is over and done. ') },
	{ name: 'headlines of names', size: MB, make: many((i) => `Ab${letters(i)} Meets Mo${letters(i)} Again Today\n`) },
	{ name: 'offices', size: MB, make: fill('Secretary of State of Foreign Minister of President of ') },
	{ name: 'roles', size: MB, make: many((i) => `The senator said so. Senator Ab${letters(i)} Moe is here. `) },
	{ name: 'transcript', size: MB, make: many((i) => `M${letters(i).toUpperCase()}: “We will go on.”\n`) },
	{ name: 'news in one paragraph', size: 10 * MB, make: fill(NEWS) },
	{ name: 'news in paragraphs', size: 10 * MB, make: fill(`${NEWS.trim()}\n`) },
];

function many(make: (index: number) => string) {
	return (size: number): string => {
		let text = '';
		for (let i = 0; text.length < size; i++) text += make(i);
		return text;
	};
}

/** A word of its own for every number. */
const letters = (index: number): string =>
	index.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');

/**
 * `hostile [--only WORDS]`: reads hostile texts at a quarter, half and all of their size, and prints how long that takes
 * and what twice the length costs: 2 is linear.
 */
export async function run(args: readonly string[]): Promise<void> {
	const { values } = parseArgs({ args: [...args], options: { only: { type: 'string', default: '' } } });
	measure(fill(NEWS)(20_000));
	console.log('text | size | a quarter | half | all | half / quarter | all / half | attributions');
	for (const { name, size, make } of CASES) {
		if (!name.includes(values.only)) continue;
		const measured = [size / 4, size / 2, size].map((part) => measure(make(part)));
		const seconds = measured.map(({ ms }) => `${(ms / 1000).toFixed(2)} s`);
		const [quarter, half, all] = measured.map(({ ms }) => ms) as [number, number, number];
		const ratios = [half / quarter, all / half].map((ratio) => ratio.toFixed(1));
		console.log([name, size.toLocaleString('en'), ...seconds, ...ratios, measured.at(-1)?.found].join(' | '));
	}
	console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
}

/** Finds out who says what and whose each sentence is. Processor time, so that other programs do not count. */
function measure(text: string): { readonly ms: number; readonly found: number } {
	const start = process.cpuUsage();
	const paragraphs = splitParagraphs(text, 'newline');
	const attributed = attributeArticle({ id: 'hostile', title: 'Hostile', text, paragraphs });
	for (const sentence of attributed.sentences) attributeSentence(attributed, sentence);
	const { user, system } = process.cpuUsage(start);
	return { ms: (user + system) / 1000, found: attributed.attributions.length };
}
