import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLetterCounter } from '../../src/text/letter-counter.js';

test('GIVEN any text and any span THEN letters and digits of what both share are counted', () => {
	const anyText = fc.string({ unit: fc.constantFrom('a', 'Ø', '7', ' ', '’', '𝒜', '🚢', '.') });
	fc.assert(
		fc.property(anyText, fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), (text, a, b, c, d) => {
			// Whole characters: half of one is no letter.
			const ends = [0, ...Array.from(text).map((_, i, all) => all.slice(0, i + 1).join('').length)];
			const at = (i: number) => ends[i % ends.length] as number;
			const span = (x: number, y: number) => ({ start: Math.min(at(x), at(y)), end: Math.max(at(x), at(y)) });
			const [stretch, asked] = [span(a, b), span(c, d)];
			const shared = text.slice(Math.max(stretch.start, asked.start), Math.min(stretch.end, asked.end));
			const expected =
				stretch.start < asked.end && asked.start < stretch.end ? (shared.match(/[\p{L}\p{N}]/gu) ?? []).length : 0;
			expect(createLetterCounter(text, stretch)(asked)).toBe(expected);
		}),
	);
});
