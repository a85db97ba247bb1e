import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markChanges } from '../../src/reply/mark-changes.js';

test.each([
	['a word in place of another', 'We never go', 'We will go', 'We ~~never~~ go', 'We **will** go'],
	['the second of two equal words', 'ten and nine', 'ten and ten', 'ten and ~~nine~~', 'ten and **ten**'],
	['an added word', 'We will never go', 'We will go', 'We will ~~never~~ go', 'We will go'],
	['other marks and case', "WE'LL “go”", 'We’ll "go"', "WE'LL “go”", 'We’ll "go"'],
	['markup in the words', '*a* b', '*a* c', '\\*a\\* ~~b~~', '\\*a\\* **c**'],
])('GIVEN %s THEN just that is marked', (_case, claimed, printed, ours, theirs) => {
	expect(markChanges(claimed, printed)).toEqual({ claimed: ours, printed: theirs });
});

test('GIVEN any two texts THEN without the marks each is itself', () => {
	const words = fc.array(fc.constantFrom('a', 'bee', 'See,', '“dee”', '*', '12'), { maxLength: 8 });
	fc.assert(
		fc.property(words, words, (a, b) => {
			const marked = markChanges(a.join(' '), b.join(' '));
			const plain = (markup: string) => markup.replace(/(?<!\\)(~~|\*\*)/g, '').replace(/\\(.)/g, '$1');
			expect(plain(marked.claimed)).toBe(a.join(' '));
			expect(plain(marked.printed)).toBe(b.join(' '));
		}),
	);
});
