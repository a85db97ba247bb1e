import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansOverlap } from '../../src/text/span.js';
import { indexSpans } from '../../src/text/span-index.js';

const anySpan = fc.tuple(fc.nat(60), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }));

test('GIVEN any spans, overlapping or not THEN a look-up finds just those that meet the span asked for', () => {
	fc.assert(
		fc.property(fc.array(anySpan), anySpan, (spans, asked) => {
			const expected = spans.filter((span) => spansOverlap(span, asked)).map(({ start }) => start);
			expect(
				indexSpans(spans)
					.meeting(asked)
					.map(({ start }) => start),
			).toEqual(expected.sort((a, b) => a - b));
		}),
	);
});
