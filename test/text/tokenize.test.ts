import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sliceSpan } from '../../src/text/span.js';
import { tokenize } from '../../src/text/tokenize.js';

const read = (text: string) => tokenize(text, { start: 0, end: text.length });
const show = (text: string) => read(text).map((token) => `${sliceSpan(text, token)}/${token.tag}/${token.lemma}`);

describe('tokenize', () => {
	test('GIVEN a sentence THEN each token has its tag and lemma', () => {
		expect(show('Ms. Lee said the ships weren’t sailing.')).toEqual([
			'Ms./PROPN/ms.',
			'Lee/PROPN/lee',
			'said/VERB/say',
			'the/DET/the',
			'ships/NOUN/ship',
			'were/AUX/be',
			'n’t/PART/not',
			'sailing/VERB/sail',
			'./PUNCT/.',
		]);
	});

	test('GIVEN a span THEN only it is read, with places in the whole text', () => {
		const text = 'One. “Two cannot go.” Three.';
		const tokens = tokenize(text, { start: 5, end: 21 });
		expect(tokens.map((token) => sliceSpan(text, token))).toEqual(['“', 'Two', 'can', 'not', 'go', '.', '”']);
		expect(tokens[0]?.start).toBe(5);
	});

	test('GIVEN an unknown name read before THEN the same text still gives the same tokens', () => {
		const text = 'Qvrzak’s deputy met Zlotqan-Brux at Wrqx.com, Zlotqan’s firm.';
		const alone = read(text);
		for (const other of ['Qvrzak left.', 'Zlotqan and Zlotqan-Brux', 'wrqx.com', 'qvrzak’s']) read(other);
		expect(read(text)).toEqual(alone);
	});

	test('GIVEN more unknown words than are kept at once THEN the same text still gives the same tokens', () => {
		const text = 'Mr. Qvrzak’s ships can’t sail.';
		const alone = read(text);
		read(Array.from({ length: 60_000 }, (_, index) => `zq${index.toString(36)}`).join(' '));
		expect(read(text)).toEqual(alone);
		expect(read(text)).toEqual(alone);
	});

	test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
		'GIVEN the word %s THEN it is a word like any other',
		(word) => {
			const text = `the ${word} is here`;
			const tokens = read(text);
			expect(tokens.map((token) => sliceSpan(text, token)).join('')).toBe(text.replaceAll(' ', ''));
			for (const token of tokens) expect(token.lemma).toBe(token.lemma.toLowerCase());
		},
	);

	test.each(['Erdoğan', 'Kaczyński', 'Łódź', 'Nguyễn', 'Đoković'])('GIVEN the name %s THEN it is one token', (name) => {
		const text = `“No,” said Mr. ${name}.`;
		expect(read(text).map((token) => sliceSpan(text, token))).toContain(name);
	});

	test.each([
		['a run of 100,000 letters', 'a'.repeat(100_000)],
		['100,000 marks', `"'“`.repeat(34_000)],
		['a paragraph of 50,000 words', 'so it goes '.repeat(17_000)],
		['addresses without end', 'http://a.'.repeat(5_000)],
		['lone surrogates', '\ud83d'.repeat(10_000)],
		['emoji', '👍'.repeat(10_000)],
		['null bytes', 'a\0'.repeat(10_000)],
		['right to left', 'שלום \u202eעולם '.repeat(3_000)],
	])('GIVEN %s THEN every letter is in a token', (_case, text) => {
		expect(lettersOf(read(text).map((token) => sliceSpan(text, token)))).toBe(lettersOf([text]));
	});

	test('GIVEN any text THEN tokens are in order, apart, without white space, and hold every letter and digit', () => {
		const unit = fc.oneof(
			fc.constantFrom(
				...['said', 'can’t', "''", '“', ' ', '\u00a0', '\n', 'U.S.', '-', '@', '#', '.', '1,5', 'Qv', '’s', '\0'],
			),
			fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
		);
		fc.assert(
			fc.property(fc.array(unit, { maxLength: 40 }), (parts) => {
				const text = parts.join('');
				let end = 0;
				const tokens = read(text);
				for (const token of tokens) {
					expect(token.start).toBeGreaterThanOrEqual(end);
					expect(token.end).toBeGreaterThan(token.start);
					end = token.end;
				}
				expect(end).toBeLessThanOrEqual(text.length);
				expect(lettersOf(tokens.map((token) => sliceSpan(text, token)))).toBe(lettersOf([text]));
			}),
		);
	});
});

function lettersOf(parts: readonly string[]): string {
	return parts.flatMap((part) => part.match(/[\p{L}\p{N}]/gu) ?? []).join('');
}
