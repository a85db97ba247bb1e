import { CONFIDENT } from '../attribution/attribution.js';
import { type Span, sliceSpan } from '../text/span.js';
import { clip } from './clip.js';
import { escapeClipped } from './clip-markup.js';
import { escapeText } from './escape-text.js';
import { CONTENT_MAX } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import { quoteMarkup, sourceParts } from './render-sentence.js';
import type { Attachment, Reply } from './reply.js';
import type { ShownSentence } from './shown-sentence.js';

/** A citation is copied as a whole, so it gives way before the passage does. */
const CITATION_MAX = 700;
const TITLE_MAX = 200;

/** Characters of a paragraph sent as a file; at four bytes each it stays below Discord's 10 MiB. */
const FILE_MAX = 2_000_000;

/**
 * The passage around a sentence, the sentence marked: its paragraph, and the sentence before and after where they belong
 * to another. Then what shows who speaks, and a citation to copy. A passage too long for a message is sent as a file.
 */
export function renderContext(t: Translate, shown: ShownSentence): Reply {
	const { attributed, result } = shown;
	const title = escapeClipped(sourceParts(t, attributed.article)[0] ?? '', TITLE_MAX);
	const heading = t('context.heading', { paragraph: result.paragraph, title });
	const cue = result.cue && `${t('context.cue', { cue: escapeClipped(result.cue.text, TITLE_MAX) })}`;
	const ending = [cue, `${t('context.citation')}\n${renderCitation(t, shown)}`]
		.filter((part) => part !== null)
		.join('\n');
	const room = CONTENT_MAX - heading.length - ending.length - t('context.file').length - '\n\n\n\n\n\n'.length;
	const passage = widestPassage(shown, room);
	if (passage !== null) return { content: [heading, passage, ending].join('\n\n') };
	return { content: [heading, t('context.file'), ending].join('\n\n'), attachments: [paragraphFile(shown)] };
}

/** The widest passage that fits: the paragraph with its neighbours, else the sentences next to it, else it alone. */
function widestPassage({ attributed, sentence, result }: ShownSentence, room: number): string | null {
	const { sentences, article } = attributed;
	const near = [sentence - 1, sentence, sentence + 1];
	const widths = [
		sentences.map((_, index) => index).filter((index) => near.includes(index) || isInParagraph(index)),
		near,
		[sentence],
	];
	for (const width of widths) {
		const shown = width.flatMap((index) => sentences[index] ?? []);
		const [first] = shown;
		// Escaping only lengthens: what is too long as it is need not be rendered to know.
		if (first && (shown.at(-1)?.end ?? 0) - first.start > room) continue;
		const passage = renderPassage(article.text, shown, result);
		if (passage.length <= room) return passage;
	}
	return null;

	function isInParagraph(index: number): boolean {
		return sentences[index]?.paragraph === result.paragraph - 1;
	}
}

/** Sentences as they stand in the text, as a block quote; between paragraphs an empty line. */
function renderPassage(
	text: string,
	sentences: readonly (Span & { readonly paragraph: number })[],
	marked: Span,
): string {
	let passage = '';
	let last: (Span & { readonly paragraph: number }) | undefined;
	for (const sentence of sentences) {
		if (last) passage += last.paragraph === sentence.paragraph ? text.slice(last.end, sentence.start) : '\n\n';
		const words = escapeText(sliceSpan(text, sentence));
		passage += sentence.start === marked.start ? bold(words) : words;
		last = sentence;
	}
	return quoteMarkup(passage);
}

/** Emphasis ends with the line in a block quote, so each line has its own. */
function bold(markup: string): string {
	return markup.replace(/[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*/g, '**$&**');
}

/** One line to copy: speaker, words, outlet, date, address. In a code block it is copied without our escapes. */
function renderCitation(t: Translate, { attributed: { article }, result }: ShownSentence): string {
	const source = [...sourceParts(t, article), t('where.paragraph', { paragraph: result.paragraph })].join(', ');
	const address = article.url === undefined ? '' : ` ${article.url}`;
	const who = result.kind !== 'narration' && result.speaker !== null ? `${speakerName(t, result)}: ` : '';
	const room = CITATION_MAX - who.length - source.length - address.length;
	const words = clip(result.text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' '), Math.max(room, 100));
	const line = `${who}${words} (${source}.${address})`;
	return line.includes('```') ? escapeText(line) : `\`\`\`\n${line}\n\`\`\``;
}

function speakerName(t: Translate, { speaker, confidence, kind }: ShownSentence['result']): string {
	const name = speaker?.name ?? '';
	const likely = confidence < CONFIDENT ? t('citation.likely', { name }) : name;
	return kind === 'reported' ? t('citation.reported', { name: likely }) : likely;
}

function paragraphFile({ attributed: { article }, result }: ShownSentence): Attachment {
	const paragraph = article.paragraphs[result.paragraph - 1];
	const text = paragraph ? sliceSpan(article.text, paragraph) : result.text;
	return { name: `paragraph-${result.paragraph}.txt`, data: Buffer.from(text.slice(0, FILE_MAX)) };
}
