import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributeArticle } from '../../src/attribution/attribute.js';
import { buildLibrary } from '../../src/search/build-library.js';
import { analyseQuery } from '../../src/search/query.js';
import { Scan } from '../../src/search/scan.js';
import { isListed } from '../../src/search/sentence-postings.js';
import { holdsStem } from '../../src/search/sentence-table.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';
import { exampleLibrary } from '../answer/example-library.js';

const library = exampleLibrary();
const { sentences, vocabulary } = library;

test('GIVEN any words of the articles THEN exactly the sentences that hold one of them are hit', () => {
	const word = fc.constantFrom(...vocabulary.keys, 'qqqq');
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
			const query = analyseQuery(library, words.join(' '));
			const scan = new Scan(library, query);
			for (let sentence = sentences.count - 1; sentence >= 0; sentence--) {
				const weight = scan.copyLevels(new Float32Array(query.terms.length), sentence);
				const held = query.terms.map(({ stems }) => {
					return stems.some((stem) => holdsStem(sentences, vocabulary, sentence, stem));
				});
				expect(Array.from(weight, (level) => level > 0)).toEqual(held);
				expect(scan.score(sentence) > 0).toBe(held.includes(true));
			}
		}),
	);
});

test('GIVEN more matching sentences than there is room for at first THEN what was read before stays', () => {
	const text = Array.from({ length: 600 }, (_, i) => `The ferry left pier ${i} with a lantern.`).join('\n\n');
	const article = { id: 'ferries', title: 'Timetable', text, paragraphs: splitParagraphs(text, 'blank-line') };
	const ferries = buildLibrary([attributeArticle(article)]);
	const query = analyseQuery(ferries, 'ferry lantern');
	const [whole, single] = [new Scan(ferries, query), () => new Scan(ferries, query)];
	for (let sentence = 0; sentence < ferries.sentences.count; sentence++) {
		expect(whole.score(sentence)).toBe(single().score(sentence));
		expect(whole.count(sentence, 0)).toBe(single().count(sentence, 0));
	}
	expect(whole.score(0)).toBe(single().score(0));
});

test('GIVEN the postings of a stem THEN they are all sentences that hold it, or none', () => {
	const lengths = vocabulary.stems.map((_, stem) => {
		const all = Array.from({ length: sentences.count }, (_, sentence) => sentence);
		const holding = all.filter((sentence) => holdsStem(sentences, vocabulary, sentence, stem));
		const listed = [...sentences.postings.subarray(sentences.postingStart[stem], sentences.postingStart[stem + 1])];
		expect(listed).toEqual(isListed(sentences, vocabulary, stem) ? holding : []);
		return listed.length;
	});
	expect(Math.max(...lengths)).toBeGreaterThan(1);
	expect(isListed(sentences, vocabulary, vocabulary.stemNumbers.get('the') ?? -1)).toBe(false);
});
