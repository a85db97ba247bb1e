import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { attributeArticle } from '../../src/attribution/attribute.js';
import type { AttributedArticle } from '../../src/attribution/attribution.js';
import { attributeAll as attributeHere } from '../../src/library/attribute-all.js';
import { packagePath } from '../../src/package-root.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';

const ARTICLES = ['Ona Brask', 'Tilo Wend', 'Mira Sollberg', 'Jon Akkerman'].map((name, number): Article => {
	const text = `“Ferry ${number} leaves at nine,” said ${name}.\nThe harbour was calm. It would stay open, ${name} added.`;
	return { id: `ferry-${number}`, title: `Ferry ${number}`, text, paragraphs: splitParagraphs(text, 'newline') };
});
const EXPECTED = ARTICLES.map((article) => attributeArticle(article));

async function* stream(articles: readonly Article[]): AsyncGenerator<Article> {
	yield* articles;
}

async function collect(attributed: AsyncIterable<AttributedArticle>): Promise<AttributedArticle[]> {
	const all: AttributedArticle[] = [];
	for await (const article of attributed) all.push(article);
	return all;
}

test('GIVEN no article THEN nothing comes of it', async () => {
	expect(await collect(attributeHere(stream([])))).toEqual([]);
});

test.each([
	['one batch', 100_000],
	['a batch for each', 1],
])('GIVEN %s THEN every article comes back in its place', async (_case, batchUnits) => {
	expect(await collect(attributeHere(stream(ARTICLES), batchUnits))).toEqual(EXPECTED);
});

test('GIVEN worker threads, as the built program has THEN they find out the same, in the same order', async () => {
	const built = pathToFileURL(packagePath('dist', 'src', 'library', 'attribute-all.js')).href;
	const { attributeAll }: { attributeAll: typeof attributeHere } = await import(built);
	expect(await collect(attributeAll(stream(ARTICLES), 1))).toEqual(EXPECTED);
});

test('GIVEN articles that stop with an error THEN the error comes through', async () => {
	async function* broken(): AsyncGenerator<Article> {
		yield* ARTICLES;
		throw new Error('line 5 is not JSON');
	}
	await expect(collect(attributeHere(broken(), 1))).rejects.toThrow('line 5 is not JSON');
});
