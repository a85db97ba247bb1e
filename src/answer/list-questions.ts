import type { Library } from '../search/library.js';
import { at, CAPITAL_BIT, findSentence, KINDS, WORD_MASK } from '../search/sentence-table.js';
import type { LibrarySpeaker } from '../search/speakers.js';
import { isStopWord } from '../search/stop-words.js';
import { findWords } from '../search/words.js';
import { type Choices, indexChoices } from './pick-fitting.js';

/** So many speakers, those with most to say, have questions made for them, and so many questions each. */
const SPEAKERS_MAX = 200;
const QUESTIONS_PER_SPEAKER = 12;
/** Share of capitals, of 255, that makes a word a name: what one capital and nothing else gives counts. */
const MOSTLY_CAPITAL = 160;
/** Longer names read badly in a question. */
const NAME_LENGTH_MAX = 40;

/** Names that take the article in a sentence, as “the European Union” does and “European Union representatives” hides. */
const INSTITUTION =
	/\S (?:Agency|Assembly|Commission|Committee|Council|Court|Department|House|Kingdom|Ministry|Nations|Parliament|Party|Senate|States|Union)$/;

const lists = new WeakMap<Library, Choices<string>>();

/**
 * Makes questions of what the articles report: "What did NAME say about TOPIC?", where TOPIC is a name, or a rare word
 * beside a noun's article, of a sentence that gives NAME's words. Made once for a library.
 *
 * @returns One for each speaker first, then the second for each, and so on.
 */
export function listQuestions(library: Library): Choices<string> {
	let list = lists.get(library);
	if (!list) {
		list = indexChoices(makeQuestions(library), (question) => question);
		lists.set(library, list);
	}
	return list;
}

function makeQuestions(library: Library): string[] {
	const topics = new Map<number, Map<string, number>>();
	const ownWords = new Map<number, ReadonlySet<string>>();
	for (let sentence = 0; sentence < library.sentences.count; sentence++) {
		const speaker = library.sentences.speaker[sentence] ?? -1;
		if (speaker < 0 || speaker >= SPEAKERS_MAX || KINDS[at(library.sentences.kind, sentence)] === 'narration') continue;
		const found = topics.get(speaker) ?? new Map<string, number>();
		topics.set(speaker, found);
		if (found.size >= QUESTIONS_PER_SPEAKER) continue;
		const own = ownWords.get(speaker) ?? listOwnWords(library.speakers[speaker]);
		ownWords.set(speaker, own);
		for (const topic of findTopics(library, sentence, own)) found.set(topic, (found.get(topic) ?? 0) + 1);
	}
	const perSpeaker = [...topics]
		.sort(([a], [b]) => a - b)
		.map(([speaker, found]) => {
			const name = library.speakers[speaker]?.name ?? '';
			if (name.length > NAME_LENGTH_MAX || !/^\p{Lu}/u.test(name)) return [];
			const ordered = [...found].sort((a, b) => b[1] - a[1]).map(([topic]) => topic);
			return ordered.map((topic) => `What did ${name} say about ${topic}?`);
		});
	const questions: string[] = [];
	for (let i = 0; perSpeaker.some((own) => i < own.length); i++) {
		for (const own of perSpeaker) {
			const text = own[i];
			if (text !== undefined) questions.push(text);
		}
	}
	return questions;
}

/** @returns The keys of the words of a speaker's names and office. */
function listOwnWords(speaker: LibrarySpeaker | undefined): ReadonlySet<string> {
	const { name = '', description, aliases = [] } = speaker ?? {};
	return new Set(findWords([name, description ?? '', ...aliases].join(' ')).map(({ key }) => key));
}

/** @returns Runs of capitalised words inside the sentence, as printed, without the speaker's own name and office. */
function findTopics(
	{ articles, sentences, vocabulary }: Library,
	sentence: number,
	own: ReadonlySet<string>,
): string[] {
	const tokens = sentences.tokens.subarray(sentences.tokenStart[sentence], sentences.tokenStart[sentence + 1]);
	// Cutting a text into words takes far longer than looking at their numbers, and most sentences name nobody.
	if (!tokens.some((_, i) => i > 0 && isName(i))) return [];
	const { attributed, span } = findSentence(articles, sentences, sentence);
	const text = attributed.article.text.slice(span.start, span.end);
	const words = findWords(text);
	const topics: string[] = [];
	for (let i = 1; i < words.length; i++) {
		let end = i;
		while (end < words.length && isName(end) && (end === i || joined(end - 1))) end++;
		const [from, to] = [words[i], words[end - 1]];
		if (end > i && from && to) {
			const topic = text.slice(from.start, to.start + to.printed.length).replace(/['’]s?$/, '');
			topics.push(hasArticle(i, end) || INSTITUTION.test(topic) ? `the ${topic}` : topic);
			i = end;
		}
	}
	return topics.filter((topic) => topic.length > 2 && topic.length <= NAME_LENGTH_MAX);

	function isName(i: number): boolean {
		const token = at(tokens, i);
		if ((token & CAPITAL_BIT) === 0) return false;
		const word = token & WORD_MASK;
		const key = vocabulary.keys[word] ?? '';
		return (
			at(vocabulary.capitalShare, at(vocabulary.stemOfKey, word)) > MOSTLY_CAPITAL && !isStopWord(key) && !own.has(key)
		);
	}

	/** “The North Sea will not wait”, but not “the Brackwater harbour”, where the article is another noun's. */
	function hasArticle(start: number, end: number): boolean {
		if (words[start - 1]?.key !== 'the' || !joined(start - 1)) return false;
		return !joined(end - 1) || isStopWord(words[end]?.key ?? '');
	}

	function joined(i: number): boolean {
		const [a, b] = [words[i], words[i + 1]];
		return a !== undefined && b !== undefined && text.slice(a.start + a.printed.length, b.start) === ' ';
	}
}
