import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseText } from '../../src/attribution/analysed-text.js';
import type { AttributionClaim } from '../../src/attribution/claim.js';
import { findClaims } from '../../src/attribution/find-claims.js';
import { type Span, sliceSpan } from '../../src/text/span.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';

const claimsOf = (text: string): AttributionClaim[] => findClaims(analyseText(text, splitParagraphs(text, 'newline')));

const words = (text: string, spans: readonly Span[]): string =>
	spans.map((span) => sliceSpan(text, span).replace(/[,.]$/, '')).join(' … ');

describe('GIVEN an attribution', () => {
	test.each([
		[
			'a quotation, then its cue',
			'“The harvest was the worst in a decade,” farmer Ines Calder said on Friday.',
			['direct', 'The harvest was the worst in a decade', 'farmer Ines Calder'],
		],
		[
			'a cue in the middle',
			'“The harvest,” said Ines Calder, “was the worst in a decade.”',
			['direct', 'The harvest … was the worst in a decade', 'Ines Calder'],
		],
		[
			'words reported',
			'The minister said that the old lighthouse would be torn down next spring.',
			['reported', 'that the old lighthouse would be torn down next spring', 'The minister'],
		],
		[
			'according to',
			'According to Ines Calder, the old lighthouse will be torn down next spring.',
			['reported', 'the old lighthouse will be torn down next spring', 'Ines Calder'],
		],
		[
			'a cue set into the sentence',
			'The lighthouse, as stated by the harbour master, will be torn down.',
			['reported', 'The lighthouse … will be torn down', 'the harbour master'],
		],
		[
			'two cues set into the sentence, of which the first counts',
			'The lighthouse, as stated by the harbour master, will be torn down, as confirmed by the mayor, in May.',
			['reported', 'The lighthouse … will be torn down, as confirmed by the mayor, in May', 'the harbour master'],
		],
		[
			'a quotation with a remark of the reporter behind it',
			'Ines Calder remarked, “We are glad that the lighthouse stays,” echoing what many here feel.',
			['direct', 'We are glad that the lighthouse stays', 'Ines Calder'],
		],
		[
			'a line of a transcript',
			'The two met on the quay.\nCALDER: “Nobody asked us about the lighthouse.”',
			['direct', 'Nobody asked us about the lighthouse', 'CALDER'],
		],
		[
			'a signature',
			'“A lighthouse is a promise made in stone.” — Ines Calder',
			['direct', 'A lighthouse is a promise made in stone', 'Ines Calder'],
		],
		[
			'a colon, then a paragraph of its own',
			'Mayor Tom Ashby answered in a letter to the council:\n“I will not sign an order that I do not believe in.”',
			['direct', 'I will not sign an order that I do not believe in', 'Mayor Tom Ashby'],
		],
	])('WHEN it is %s THEN kind, content and source are found', (_case, text, [kind, content, source]) => {
		const claims = claimsOf(text);
		const found = claims.map((claim) => [claim.kind, words(text, claim.content), words(text, claim.source)]);
		expect(found).toContainEqual([kind, content, source]);
	});
});

describe('GIVEN marks that quote nobody', () => {
	test.each([
		['a title', 'She starred in “The Winter of the Long Knives” in 1974.'],
		['a single word', 'The so-called “experts” had already left the building by noon.'],
	])('WHEN they hold %s THEN nobody is said to have said it', (_case, text) => {
		const quoted = claimsOf(text).filter(({ kind }) => kind !== 'reported');
		expect(quoted).toEqual([]);
	});
});

const PIECES = [
	'“',
	'”',
	'"',
	'‘',
	'’',
	"'",
	"''",
	'«',
	': ',
	' — ',
	'\n',
	'\n\n',
	'\0',
	'😀',
	'שלום ',
	', ',
	'. ',
	'said ',
	'he ',
	'according to ',
	'Ines Calder ',
	'SMITH: ',
	'that ',
	'the minister ',
	'announced ',
	'rain ',
	'1,500 ',
	'e\u0301',
];

describe('GIVEN any text', () => {
	test('THEN every span is within it, in order, and no two claims share a word', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
				const text = pieces.join('');
				const taken = new Set<number>();
				for (const { content, cue, source, confidence } of claimsOf(text)) {
					expect(content.length).toBeGreaterThan(0);
					expect(confidence).toBeGreaterThanOrEqual(0);
					expect(confidence).toBeLessThanOrEqual(1);
					for (const spans of [content, cue, source]) {
						let end = 0;
						for (const span of spans) {
							expect(span.start).toBeGreaterThanOrEqual(end);
							expect(span.end).toBeGreaterThan(span.start);
							end = span.end;
						}
						expect(end).toBeLessThanOrEqual(text.length);
					}
					for (const { start, end } of content) {
						for (let i = start; i < end; i++) {
							expect(taken.has(i)).toBe(false);
							taken.add(i);
						}
					}
				}
			}),
			{ numRuns: 60 },
		);
	});

	test.each([
		['nothing but quotation marks', '“'.repeat(4_000)],
		['straight marks around single words', '"a" '.repeat(2_000)],
		['one endless sentence', 'he said that '.repeat(2_000)],
	])('WHEN it is %s THEN it is read to the end', (_case, text) => {
		expect(Array.isArray(claimsOf(text))).toBe(true);
	});
});
