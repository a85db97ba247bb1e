import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attributeArticle } from '../../src/attribution/attribute.js';
import type { AttributedArticle } from '../../src/attribution/attribution.js';
import type { Span } from '../../src/text/span.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';

/** A question with the spans that answer it. */
export interface GoldQuestion {
	readonly id: string;
	readonly question: string;
	/** `null` for a question that is foreign to the library. */
	readonly article: string | null;
	readonly answers: readonly (readonly [number, number])[];
	readonly answerable: boolean;
	/** `contain`: a result has to hold a whole span, not half of it. */
	readonly match: 'overlap' | 'contain';
}

interface ArticleLine {
	readonly id: string;
	readonly title: string;
	readonly text: string;
}

/** Reads articles and finds out who said what in each. */
export function readArticles(bench: string, file: string): AttributedArticle[] {
	return (readLines(path.join(bench, file)) as ArticleLine[]).map(({ id, title, text }) => {
		return attributeArticle({ id, title, text, paragraphs: splitParagraphs(text, 'newline') });
	});
}

export function readQuestions(bench: string, file: string, match: GoldQuestion['match']): GoldQuestion[] {
	return (readLines(path.join(bench, file)) as GoldQuestion[]).map((line) => ({ ...line, match: line.match ?? match }));
}

/** True when the result answers the question. */
export function isHit(question: GoldQuestion, article: string, { start, end }: Span): boolean {
	if (article !== question.article) return false;
	return question.answers.some(([from, to]) => {
		if (question.match === 'contain') return start <= from && end >= to;
		return Math.min(to, end) - Math.max(from, start) >= 0.5 * (to - from);
	});
}

function readLines(file: string): unknown[] {
	return readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => JSON.parse(line));
}
