import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttributedText, attribute } from '../../src/attribution/attribute.js';
import type { Span } from '../../src/text/span.js';

const PIECES = [
	...['“', '”', '"', "''", '‘', '’', "'", ',', '.', '?', ':', ' — ', '(', ')', '\n', '\n\n', ' ', ' ', ' '],
	...['said', 'she said', 'he told reporters', 'according to', 'that', 'who', 'the senator', 'a senior official'],
	...['Mr. Ann', 'Ann Moe', 'Moe', 'Secretary of State Jon Lee', 'Lee', 'LEE:', 'the Moe Group', 'Dr. Élodie O’Neill'],
	...['we will go on', 'It is over', 'nothing', '\u0000', '🙂', 'שלום', '\u202e', 'é', '\ud800', '12', 'D-Va.', '-'],
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
	test.each([
		['100,000 quotation marks', '"'.repeat(100_000)],
		['20,000 opening marks and words', '“a '.repeat(20_000)],
		['one long sentence', `“${'we go on and on said Ann Moe and '.repeat(3_000)}”`],
		['nothing but names', 'Ann Moe said. '.repeat(4_000)],
		[
			'as many namesakes',
			Array.from({ length: 1_000 }, (_, i) => `A${String.fromCharCode(97 + (i % 26))}${i} Moe said he is here.`).join(
				' ',
			),
		],
		['deep nesting', `${'“‘('.repeat(4_000)}x${')’”'.repeat(4_000)}`],
		['right to left, emoji and null bytes', '“\u202eשלום\u0000🙂” said Ann Moe. '.repeat(1_000)],
	])(
		'WHEN it is %s THEN it is read all the same',
		(_case, text) => {
			const { attributions } = attribute(text);
			for (const { content } of attributions)
				for (const { end } of content) expect(end).toBeLessThanOrEqual(text.length);
		},
		120_000,
	);
});
