import { describe, expect, test } from 'vitest';
import { attribute } from '../../../src/attribution/attribute.js';
import { markText } from '../../../src/attribution/explain/mark-text.js';
import { renderAttributionPage } from '../../../src/attribution/explain/render-attribution-page.js';
import { sliceSpan } from '../../../src/text/span.js';
import { splitParagraphs } from '../../../src/text/split-paragraphs.js';

const text = 'The baker Nils Berg said, “Bread <b>& butter</b> is enough.”\nIt rained. “More butter,” said his son.';
const paragraphs = splitParagraphs(text, 'newline');
const attributed = attribute(text, paragraphs);
const page = renderAttributionPage({ title: 'Bread & butter', text, paragraphs }, attributed);

describe('GIVEN an article with quotations', () => {
	test('THEN the page marks words, source and cue, and says why', () => {
		expect(page).toContain('<span class="source">The baker Nils Berg</span>');
		expect(page).toContain('<span class="cue">said</span>');
		expect(page).toMatch(
			/<b>Nils Berg<\/b>, baker; quoted directly; \d+%\u00a0sure; the source is a name; source “The baker/,
		);
		expect(page).toMatch(
			/>Nils Berg, baker · quoted directly · \d+%\u00a0sure\nWhy: the source is a name; .*; cue “said”</,
		);
	});

	test('THEN nothing of the article is taken for markup, and nothing is loaded from elsewhere', () => {
		expect(page).toContain('Bread &lt;b&gt;&amp; butter&lt;/b&gt; is enough.');
		expect(page).not.toMatch(/<b>& butter|(?:src|href)="(?!#)|@import|url\(/);
	});

	test('THEN each paragraph is all there, character for character', () => {
		for (const paragraph of paragraphs) {
			const pieces = markText(paragraph, attributed.attributions);
			expect(pieces.map((piece) => sliceSpan(text, piece)).join('')).toBe(sliceSpan(text, paragraph));
		}
	});
});
