import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttributedText, attribute, attributeArticle } from '../../src/attribution/attribute.js';
import { attributeSentence } from '../../src/attribution/attribute-sentence.js';
import type { Span } from '../../src/text/span.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';

const PIECES = [
	...['“', '”', '"', "''", '‘', '’', "'", ',', '.', '?', ':', ' — ', '(', ')', '\n', '\n\n', ' ', ' ', ' '],
	...['said', 'she said', 'he told reporters', 'according to', 'that', 'who', 'the senator', 'a senior official'],
	...['Mr. Ann', 'Ann Moe', 'Moe', 'Secretary of State Jon Lee', 'Lee', 'LEE:', 'the Moe Group', 'Dr. Élodie O’Neill'],
	...['we will go on', 'It is over', 'nothing', '\u0000', '🙂', 'שלום', '\u202e', 'é', '\ud800', '12', 'D-Va.', '-'],
	// Nobody's names: the dictionary learns them while it reads, and must forget them.
	...['Velmarik', 'Velmarik’s', 'velmarik', 'Ostrandel', 'OSTRANDEL', 'unvelmarikable'],
];
const newsy = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' '));
const anyText = fc.oneof(newsy, fc.string({ maxLength: 200, unit: 'binary' }));

const spansOf = ({ content, cue, source }: AttributedText['attributions'][number]): (readonly Span[])[] => [
	content,
	cue,
	source,
];

describe('GIVEN any text', () => {
	test('THEN every span is in range, in order and not empty, and contents do not overlap', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const { attributions, sentences } = attribute(text);
				for (const span of sentences) expect(span.start < span.end && span.end <= text.length).toBe(true);
				for (const attribution of attributions) {
					expect(attribution.content.length).toBeGreaterThan(0);
					for (const spans of spansOf(attribution)) {
						let last = 0;
						for (const { start, end } of spans) {
							expect(start >= last && start < end && end <= text.length).toBe(true);
							last = end;
						}
					}
				}
				const contents = attributions.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
				for (const [i, { start }] of contents.entries())
					expect(start).toBeGreaterThanOrEqual(contents[i - 1]?.end ?? 0);
				const starts = attributions.map(({ content }) => content[0]?.start ?? 0);
				expect(starts).toEqual([...starts].sort((a, b) => a - b));
			}),
			{ numRuns: 200 },
		);
	});

	test('THEN its sentences hold every letter and digit', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				let at = 0;
				let lost = '';
				for (const { start, end } of attribute(text).sentences) {
					lost += text.slice(at, start);
					at = end;
				}
				lost += text.slice(at);
				expect(lost).not.toMatch(/[\p{L}\p{N}]/u);
			}),
			{ numRuns: 200 },
		);
	});

	test('THEN every speaker is listed once, stands in the text, and is no pronoun; confidence is a probability', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const { attributions, speakers } = attribute(text);
				const names = speakers.map(({ name }) => name);
				expect(new Set(names).size).toBe(names.length);
				for (const name of names) {
					expect(text).toContain(name);
					expect(name).not.toMatch(/^(?:he|she|it|they|i|we|you|who|which)$/i);
				}
				for (const { speaker, confidence } of attributions) {
					expect(confidence >= 0 && confidence <= 1).toBe(true);
					if (speaker !== null) expect(names).toContain(speaker);
				}
			}),
			{ numRuns: 200 },
		);
	});

	test('THEN the result is the same whatever was read before', () => {
		fc.assert(
			fc.property(newsy, newsy, (text, other) => {
				const first = attribute(text);
				attribute(other);
				expect(attribute(text)).toEqual(first);
			}),
			{ numRuns: 50 },
		);
	});
});

describe('GIVEN hostile text', () => {
	// `npm run bench -- hostile` reads these and more of their like at full size.
	test.each([
		['100,000 quotation marks', '"'.repeat(100_000)],
		['20,000 opening marks and words', '“a '.repeat(20_000)],
		['20,000 closing marks and words', 'a” '.repeat(20_000)],
		['one long sentence', `“${'we go on and on said Ann Moe and '.repeat(3_000)}”`],
		['a sentence full of quotations', '“We go on and on,” said Ann Moe, and '.repeat(3_000)],
		['a plural that opens every sentence', 'Visitors said that it is over. '.repeat(3_000)],
		['a sentence full of inserted cues', 'it is, as stated by Ann Moe, the end and '.repeat(2_000)],
		['one long word', 'a'.repeat(300_000)],
		['nothing but names', 'Ann Moe said. '.repeat(4_000)],
		['as many namesakes', invented((name) => `${name} Moe said he is here.`)],
		['as many names', invented((name) => `${name} ${name} said he is here.`)],
		['deep nesting', `${'“‘('.repeat(20_000)}x${')’”'.repeat(20_000)}`],
		['right to left, emoji and null bytes', '“\u202eשלום\u0000🙂” said Ann Moe. '.repeat(1_000)],
		['lone surrogates', `${'\ud800'.repeat(100_000)}${'“a\udc00” said \ud83d Moe. '.repeat(1_000)}`],
		['null bytes', `${'\u0000'.repeat(100_000)}${'a\u0000b said '.repeat(2_000)}`],
		['empty and short paragraphs', `${'\n'.repeat(100_000)}${'Moe said:\n'.repeat(2_000)}`],
	])(
		'WHEN it is %s THEN it is read to its end',
		(_case, text) => {
			const paragraphs = splitParagraphs(text, 'newline');
			const attributed = attributeArticle({ id: 'hostile', title: 'Hostile', text, paragraphs });
			const { attributions, sentences } = attributed;
			for (const sentence of sentences) attributeSentence(attributed, sentence);
			for (const { content } of attributions)
				for (const { end } of content) expect(end).toBeLessThanOrEqual(text.length);
			expect(text.slice(sentences.at(-1)?.end ?? 0)).not.toMatch(/[\p{L}\p{N}]/u);
		},
		120_000,
	);

	function invented(make: (name: string) => string): string {
		const names = Array.from({ length: 1_000 }, (_, i) => `A${String.fromCharCode(97 + (i % 26))}${i}`);
		return names.map(make).join(' ');
	}
});
