import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DifferenceKind } from '../../src/answer/check/difference.js';
import { buildResult } from '../../src/answer/result.js';
import { verify } from '../../src/answer/verify.js';
import { renderClaim, renderVerification } from '../../src/reply/check-reply.js';
import { BODY_MAX } from '../../src/reply/limits.js';
import { translator } from '../../src/reply/locales/catalogue.js';
import { attributed, fixtureLibrary } from '../commands/fixture-library.js';

const t = translator('de');
const words = fc.array(fc.stringMatching(/^[a-z*_~`<>@é“-]{1,20}$/), { minLength: 4, maxLength: 300 });

function libraryOf(text: string) {
	const speakers = [{ name: '*A* '.repeat(60), description: '_b_ '.repeat(90), aliases: [] }];
	const details = { id: 'a', title: '*T* '.repeat(80), publisher: '_P_ '.repeat(80), text };
	const url = `https://gazette.example/${'x'.repeat(400)}`;
	return fixtureLibrary([
		attributed({ ...details, url }, speakers, [{ words: text, speaker: speakers[0]?.name ?? '' }]),
	]);
}

test('GIVEN any words, however they differ THEN the verdict fits a message', () => {
	fc.assert(
		fc.property(words, words, (printed, other) => {
			const library = libraryOf(`A${printed.join(' ')}.`);
			const claimed = printed.map((word, index) => (index % 3 === 0 ? (other[index] ?? word) : word)).join(' ');
			for (const quote of [printed.join(' '), claimed, other.join(' ')]) {
				const verification = verify(library, { quote, claimedSpeaker: '*Somebody* else' });
				const statement = { words: quote, claimedSpeaker: '*Somebody* else'.repeat(20) };
				expect(renderVerification(t, library, statement, verification).content.length).toBeLessThanOrEqual(BODY_MAX);
			}
		}),
		{ numRuns: 40 },
	);
});

test('GIVEN any claim with many differences THEN the verdict fits a message', () => {
	fc.assert(
		fc.property(words, words, (printed, claimed) => {
			const text = `A${printed.join(' ')}.`;
			const library = libraryOf(text);
			const claim = claimed.join(' ');
			const evidence = [0].map((sentence) => buildResult(library, { sentence, score: 1 }));
			const cut = (from: string) => ({ start: 0, end: Math.min(200, from.length), text: from.slice(0, 200) });
			const difference = { kind: 'name' as DifferenceKind, claim: cut(claim), article: cut(text) };
			for (const verdict of ['supported', 'contradicted', 'not-covered'] as const) {
				const checked = { verdict, evidence, differences: [difference, difference, difference] };
				expect(renderClaim(t, library, claim, checked).content.length).toBeLessThanOrEqual(BODY_MAX);
			}
		}),
		{ numRuns: 40 },
	);
});
