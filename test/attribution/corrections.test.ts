import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/article/read-library.js';
import { attributeArticle } from '../../src/attribution/attribute.js';
import type { AttributedArticle } from '../../src/attribution/attribution.js';
import { sliceSpan } from '../../src/text/span.js';

const body = '“We keep the old pier,” harbour master Ingrid Solberg said. “It is ours.” The boats were at sea.';
let folder = '';

async function attributeWith(corrections: string): Promise<AttributedArticle> {
	folder = await mkdtemp(path.join(tmpdir(), 'corrections-'));
	await writeFile(path.join(folder, 'pier.md'), `---\ntitle: The pier\n---\n\n${body}\n`);
	await writeFile(path.join(folder, 'pier.corrections.yaml'), corrections);
	for await (const article of readLibrary(folder)) return attributeArticle(article);
	throw new Error('no article');
}

const saidBy = ({ article, attributions }: AttributedArticle) =>
	attributions.map(({ content, speaker, basis }) => [
		content.map((span) => sliceSpan(article.text, span)).join(' … '),
		speaker,
		basis,
	]);

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('GIVEN an article with a file of corrections beside it', () => {
	test('WHEN a sentence is given to somebody THEN it is theirs, and shown as corrected', async () => {
		const attributed = await attributeWith('- sentence: “It is ours.”\n  speaker: Olav Moe\n');
		expect(saidBy(attributed)).toEqual([
			['We keep the old pier,', 'Ingrid Solberg', 'name'],
			['“It is ours.”', 'Olav Moe', 'correction'],
		]);
		expect(attributed.speakers.map(({ name }) => name)).toEqual(['Ingrid Solberg', 'Olav Moe']);
		expect(attributed.attributions[1]).toMatchObject({ kind: 'direct', confidence: 1 });
	});

	test('WHEN words are no quotation THEN nobody has said them', async () => {
		const attributed = await attributeWith(
			'- sentence: “We keep the old pier,”\n  quotation: false\n- sentence: It is ours.\n  quotation: false\n',
		);
		expect(attributed.attributions).toEqual([]);
		expect(attributed.speakers).toEqual([]);
	});

	test('WHEN it corrects words that are not there THEN the library says so, with file and line', async () => {
		await expect(attributeWith('\n- sentence: It was ours.\n  speaker: Olav Moe\n')).rejects.toThrow(
			/pier\.corrections\.yaml:2: sentence: the article has no words "It was ours\."/,
		);
	});
});
