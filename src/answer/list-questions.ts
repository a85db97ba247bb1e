import type { Library } from '../search/library.js';
import { at, findSentence, KINDS, WORD_MASK } from '../search/sentence-table.js';
import { isStopWord } from '../search/stop-words.js';
import { findWords } from '../search/words.js';

/** A question that the articles answer, with its word keys. */
export interface SuggestedQuestion {
	readonly text: string;
	readonly keys: readonly string[];
}

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

const lists = new WeakMap<Library, readonly SuggestedQuestion[]>();

/**
 * Makes questions of what the articles report: "What did NAME say about TOPIC?", where TOPIC is a name, or a rare word
 * beside a noun's article, of a sentence that gives NAME's words. Made once for a library.
 *
 * @returns One for each speaker first, then the second for each, and so on.
 */
export function listQuestions(library: Library): readonly SuggestedQuestion[] {
	let list = lists.get(library);
	if (!list) {
		list = makeQuestions(library);
		lists.set(library, list);
	}
	return list;
}

function makeQuestions(library: Library): SuggestedQuestion[] {
	const topics = new Map<number, Map<string, number>>();
	for (let sentence = 0; sentence < library.sentences.count; sentence++) {
		const speaker = library.sentences.speaker[sentence] ?? -1;
		if (speaker < 0 || speaker >= SPEAKERS_MAX || KINDS[at(library.sentences.kind, sentence)] === 'narration') continue;
		const own = topics.get(speaker) ?? new Map<string, number>();
		topics.set(speaker, own);
		if (own.size >= QUESTIONS_PER_SPEAKER) continue;
		for (const topic of findTopics(library, sentence, speaker)) own.set(topic, (own.get(topic) ?? 0) + 1);
	}
	const perSpeaker = [...topics]
		.sort(([a], [b]) => a - b)
		.map(([speaker, own]) => {
			const name = library.speakers[speaker]?.name ?? '';
			if (name.length > NAME_LENGTH_MAX || !/^\p{Lu}/u.test(name)) return [];
			const ordered = [...own].sort((a, b) => b[1] - a[1]).map(([topic]) => topic);
			return ordered.map((topic) => `What did ${name} say about ${topic}?`);
		});
	const questions: SuggestedQuestion[] = [];
	for (let i = 0; perSpeaker.some((own) => i < own.length); i++) {
		for (const own of perSpeaker) {
			const text = own[i];
			if (text !== undefined) questions.push({ text, keys: findWords(text).map(({ key }) => key) });
		}
	}
	return questions;
}

/** @returns Runs of capitalised words inside the sentence, as printed, without the speaker's own name and office. */
function findTopics(library: Library, sentence: number, speaker: number): string[] {
	const { attributed, span } = findSentence(library.articles, library.sentences, sentence);
	const text = attributed.article.text.slice(span.start, span.end);
	const words = findWords(text);
	const { name = '', description, aliases = [] } = library.speakers[speaker] ?? {};
	const own = new Set(findWords([name, description ?? '', ...aliases].join(' ')).map(({ key }) => key));
	const first = at(library.sentences.tokenStart, sentence);
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
		const word = words[i];
		const token = at(library.sentences.tokens, first + i);
		const stem = at(library.vocabulary.stemOfKey, token & WORD_MASK);
		return (
			word?.capital === true &&
			!isStopWord(word.key) &&
			!own.has(word.key) &&
			at(library.vocabulary.capitalShare, stem) > MOSTLY_CAPITAL
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
