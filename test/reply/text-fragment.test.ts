import { expect, test } from 'vitest';
import { linkToSentence } from '../../src/reply/text-fragment.js';

const URL_OF_ARTICLE = 'https://news.example/a';

function link(text: string, sentence: string, url: string | undefined = URL_OF_ARTICLE) {
	const start = text.lastIndexOf(sentence);
	return linkToSentence(url, text, { start, end: start + sentence.length });
}

test.each([
	[
		'a short sentence',
		'One. Two, well-known & odd.',
		'Two, well-known & odd.',
		'#:~:text=Two%2C%20well%2Dknown%20%26%20odd%2E',
	],
	['an address with an anchor', 'One. Two.', 'Two.', '#b:~:text=Two%2E', `${URL_OF_ARTICLE}#b`],
	['words that come twice', 'We agree. No. We agree.', 'We agree.', '#:~:text=We%20agree%2E%20No%2E-,We%20agree%2E'],
	['a line break inside', 'One\ntwo.', 'One\ntwo.', ''],
])('GIVEN %s THEN the link leads there', (_case, text, sentence, ending, url = URL_OF_ARTICLE) => {
	expect(link(text, sentence, url)).toBe(`${URL_OF_ARTICLE}${ending}`);
});

test('GIVEN a long sentence THEN its first and last words mark it', () => {
	const words = Array.from({ length: 40 }, (_, index) => `word${index}`);
	expect(link(words.join(' '), words.join(' '))).toBe(
		`${URL_OF_ARTICLE}#:~:text=word0%20word1%20word2%20word3%20word4%20word5,word34%20word35%20word36%20word37%20word38%20word39`,
	);
});

test.each([
	['no address', undefined],
	['an address that a browser would run', 'javascript:alert(1)'],
	['something else', 'not an address'],
])('GIVEN %s THEN there is no link', (_case, url) => {
	expect(linkToSentence(url, 'One.', { start: 0, end: 4 })).toBeNull();
});

test('GIVEN marks that would end a Markdown link THEN they are encoded', () => {
	expect(link('One.', 'One.', 'https://news.example/a_(b)')).toBe('https://news.example/a%5F%28b%29#:~:text=One%2E');
});
