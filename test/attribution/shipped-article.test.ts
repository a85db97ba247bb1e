import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AttributedText, attribute } from '../../src/attribution/attribute.js';
import type { Attribution } from '../../src/attribution/attribution.js';
import { packagePath } from '../../src/package-root.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';

const source = readFileSync(packagePath('data', 'articles', 'riyadh-talks.md'), 'utf8');
const text = source.slice(source.indexOf('---\n', 4) + 4).trim();
let attributed: AttributedText;

beforeAll(() => {
	attributed = attribute(text, splitParagraphs(text, 'blank-line'));
});

const covering = (words: string): Attribution | undefined => {
	const start = text.indexOf(words);
	return attributed.attributions.find(({ content }) =>
		content.some((span) => span.start <= start && start + words.length <= span.end),
	);
};

describe('GIVEN the shipped article', () => {
	test.each([
		['The meeting is expected to focus primarily', 'direct', 'RIA Novosti'],
		['The issue of resolving the Ukraine conflict', 'direct', 'RIA Novosti'],
		['We will not recognize any agreements', 'direct', 'Volodymyr Zelensky'],
		['We are pleased to see all efforts', 'direct', 'Wang Wenbin'],
	])('WHEN words are quoted (%s) THEN they have their speaker', (words, kind, speaker) => {
		expect(covering(words)).toMatchObject({ kind, speaker });
	});

	test.each([
		['agreements reached in Riyadh if Ukraine is not involved', 'Volodymyr Zelensky'],
		['aims to prevent any perceived distractions', 'Keith Kellogg'],
	])('WHEN words are reported (%s) THEN they are not the reporter’s', (words, speaker) => {
		expect(covering(words)).toMatchObject({ kind: 'reported', speaker });
	});

	test('THEN the speakers come with the office that the article gives them', () => {
		const descriptions = Object.fromEntries(attributed.speakers.map(({ name, description }) => [name, description]));
		expect(descriptions).toMatchObject({
			'Volodymyr Zelensky': 'Ukrainian President',
			'Wang Wenbin': 'Chinese Foreign Ministry spokesperson',
			'RIA Novosti': 'Russian news agency',
			'Keith Kellogg': 'American envoy',
		});
	});
});
