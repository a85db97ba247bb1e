/** An invented article, as a line of a JSON Lines library. */
export interface SyntheticArticle {
	readonly id: string;
	readonly title: string;
	readonly published: string;
	readonly text: string;
}

const words = (list: string) => list.split(' ');
const FIRST_NAMES = words(
	'Ada Bo Cleo Dov Esme Finn Greta Hugo Ida Jonas Kaja Leif Mina Nils Olga Pia Rolf Siri Tove Ulf',
);
const LAST_NAMES = words(
	'Brandt Dahl Ekholm Falk Gran Holt Iversen Juhl Kern Lind Moen Nygaard Ostrow Pihl Quist Rask Sand Thal',
);
const OFFICES = words('minister mayor judge pilot governor professor spokesperson director captain chairwoman');
const PLACES = words('Aldmoor Brixey Corlund Dunvale Estmark Fenwick Garrow Hollin Ivarsund Jutmoor Kelby Lorrim');
const THINGS = words(
	'ferry bridge budget harbour school railway treaty budget forest hospital tunnel market museum strike vote',
);
const VERBS = words('open close delay fund inspect repair sell cancel extend review protect replace');
const DEEDS = words(
	'opened closed delayed funded inspected repaired sold cancelled extended reviewed protected replaced',
);
const TIMES = words('Monday Tuesday Wednesday Thursday Friday yesterday today tomorrow');
const CUES = words('said added told explained insisted warned argued claimed');

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * Invents articles that look like news to every part of the program: paragraphs, people with offices, quotations,
 * reported speech, numbers. The same number gives the same article.
 *
 * @param wordsPerArticle - At least so many words in each.
 */
export function* inventArticles(count: number, wordsPerArticle: number): Generator<SyntheticArticle> {
	for (let number = 0; number < count; number++) yield inventArticle(number, wordsPerArticle);
}

function inventArticle(number: number, wordsPerArticle: number): SyntheticArticle {
	const random = createRandom(number + 1);
	const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
	const cast = Array.from({ length: 4 }, () => [pick(FIRST_NAMES), pick(LAST_NAMES), pick(OFFICES)] as const);
	const some = () => `${pick(PLACES)} ${pick(THINGS)}`;
	const sentence = (): string => {
		const [first, last, office] = cast[Math.floor(random() * cast.length)] ?? ['', '', ''];
		const content = `we will ${pick(VERBS)} the ${some()} ${pick(TIMES)}, at a price of $${Math.ceil(random() * 900)} million`;
		switch (Math.floor(random() * 5)) {
			case 0:
				return `“${content.charAt(0).toUpperCase()}${content.slice(1)},” ${pick(CUES)} ${first} ${last}, the ${office}.`;
			case 1:
				return `The ${office} ${first} ${last} said the ${some()} would be ${pick(DEEDS)} by ${pick(TIMES)}.`;
			case 2:
				return `“Why ${pick(VERBS)} the ${some()}?” Mr. ${last} asked. “Nobody in ${pick(PLACES)} wants it.”`;
			case 3:
				return `According to ${last}, ${Math.ceil(random() * 90)} percent of the ${some()} was ${pick(DEEDS)} ${pick(TIMES)}.`;
			default:
				return `The ${some()} was ${pick(DEEDS)} ${pick(TIMES)}, ${Math.ceil(random() * 30)} years after the ${some()}.`;
		}
	};
	const paragraphs: string[] = [];
	for (let length = 0; length < wordsPerArticle; ) {
		const paragraph = Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join(' ');
		length += paragraph.split(' ').length;
		paragraphs.push(paragraph);
	}
	return {
		id: `invented-${number}`,
		title: `${pick(PLACES)} ${pick(THINGS)} ${pick(DEEDS)} ${pick(TIMES)}`,
		published: new Date(Date.UTC(2020, 0, 1 + (number % 2000))).toISOString().slice(0, 10),
		text: paragraphs.join('\n\n'),
	};
}
