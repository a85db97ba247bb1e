import { clipSpan, type Span } from './span.js';

/**
 * Reads a stretch of text once, whatever is asked of it then: a sentence may be everybody's, part by part.
 *
 * @returns What counts the letters and digits in what the stretch has of a span; 0 where they do not meet.
 */
export function createLetterCounter(text: string, stretch: Span): (span: Span) => number {
	const before = new Uint32Array(stretch.end - stretch.start + 1);
	for (let i = stretch.start; i < stretch.end; i++) {
		const at = i - stretch.start;
		before[at + 1] = (before[at] as number) + (isLetterOrDigit(text, i) ? 1 : 0);
	}
	return (span) => {
		const { start, end } = clipSpan(span, stretch);
		return (before[end - stretch.start] as number) - (before[start - stretch.start] as number);
	};
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function isLetterOrDigit(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code);
	// The second half of a character has been counted with the first.
	return !(code >= 0xdc00 && code <= 0xdfff) && LETTER_OR_DIGIT.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
