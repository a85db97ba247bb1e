import type { AttributedArticle } from '../../src/attribution/attribution.js';

const WORD = /\p{L}{4,}/gu;
const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxz';
/** Of the words that few articles hold, every so many'th is changed. */
const CHANGED = 4;

/**
 * Makes a large library of a small one: repeats its articles and changes one letter in a quarter of their rare words, so
 * that the vocabulary grows as it does with articles that are new. Lengths stay, and with them sentences and attributions,
 * which searching does not look at: attributing so many articles would take half an hour.
 *
 * @param size - At least so many sentences.
 */
export function growLibrary(articles: readonly AttributedArticle[], size: number): AttributedArticle[] {
	const articlesWith = new Map<string, number>();
	for (const { article } of articles) {
		for (const word of new Set(article.text.match(WORD))) articlesWith.set(word, (articlesWith.get(word) ?? 0) + 1);
	}
	const found: AttributedArticle[] = [];
	let count = 0;
	for (let round = 0; count < size; round++) {
		const change = (text: string) => {
			return round === 0 ? text : text.replace(WORD, (word) => changeWord(word, round, articlesWith.get(word) ?? 0));
		};
		for (const attributed of articles) {
			if (count >= size) break;
			const { article } = attributed;
			const copy = {
				...article,
				id: `${article.id}-${round}`,
				title: change(article.title),
				text: change(article.text),
			};
			found.push({ ...structuredClone(attributed), article: copy });
			count += attributed.sentences.length;
		}
	}
	return found;
}

function changeWord(word: string, round: number, articlesWith: number): string {
	if (articlesWith > 2 || hash(`${word}${round}`) % CHANGED !== 0) return word;
	const random = hash(`${round}${word}`);
	const place = 1 + (random % (word.length - 1));
	const letters = [VOWELS, CONSONANTS].find((some) => some.includes(word[place] ?? ''));
	if (letters === undefined) return word;
	return word.slice(0, place) + letters[(random >>> 8) % letters.length] + word.slice(place + 1);
}

/** FNV-1a. */
function hash(text: string): number {
	let sum = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
	return sum >>> 0;
}
