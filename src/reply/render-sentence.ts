import type { Result } from '../answer/answer.js';
import type { Article } from '../article/article.js';
import { CONFIDENT } from '../attribution/attribution.js';
import { clip } from './clip.js';
import { clipMarkup, escapeClipped } from './clip-markup.js';
import { escapeText, inline } from './escape-text.js';
import type { Translate } from './locales/catalogue.js';
import { linkToSentence } from './text-fragment.js';

/** Names, descriptions, titles and outlets are a few words; what is longer is cut, so that a reply stays readable. */
const NAME_MAX = 100;
const DESCRIPTION_MAX = 160;
const TITLE_MAX = 120;
/** Title, outlet, date and paragraph together. */
const PARTS_MAX = 300;

/** The words as a block quote, character for character; at most `max` code units of markup, `rest` being what is left. */
export function renderQuote(text: string, max = Number.POSITIVE_INFINITY): { markup: string; rest: number } {
	const { markup, shown } = clipMarkup(text, max, blockQuote);
	return { markup, rest: shown === text ? 0 : text.length - shown.length + 1 };
}

/** Text from outside as a block quote. */
export function blockQuote(text: string): string {
	return quoteMarkup(escapeText(text));
}

/** Markup as a block quote, line by line. */
export function quoteMarkup(markup: string): string {
	return markup
		.split(/\r\n|[\n\r\u2028\u2029]/)
		.map((line) => `> ${line}`)
		.join('\n');
}

/** Whose words it is and how the article has them: `**Ada Moreau**, mayor of Lille, quoted directly`. */
export function renderWho(t: Translate, result: Result): string {
	const { kind, speaker, confidence } = result;
	if (kind === 'narration') return t('how.narration');
	const how = t(`how.${kind}`);
	if (speaker === null) return t('who.unnamed', { how });
	const name = `**${escapeClipped(speaker.name, NAME_MAX)}**`;
	const description = speaker.description && escapeClipped(speaker.description, DESCRIPTION_MAX);
	const who = description ? `${name}, ${description}` : name;
	return t(confidence < CONFIDENT ? 'who.likely' : 'who.known', { who, how });
}

/** The same on two lines without markup: the name, then what there is to say about it. */
export function describeWho(
	t: Translate,
	{ kind, speaker, confidence }: Result,
): { name: string; description: string } {
	if (kind === 'narration') return { name: t('how.narration'), description: '' };
	const how = t(`how.${kind}`);
	if (speaker === null) return { name: t('who.nobody'), description: how };
	const plain = inline(clip(speaker.name, NAME_MAX));
	const description = speaker.description && inline(clip(speaker.description, DESCRIPTION_MAX));
	return {
		name: confidence < CONFIDENT ? t('citation.likely', { name: plain }) : plain,
		description: [description, how].filter((part) => part).join(', '),
	};
}

/** Title, outlet, date and paragraph, and the link that opens the article there when it has an address. */
export function renderWhere(t: Translate, article: Article, result: Result): string {
	const parts = [...sourceParts(t, article), t('where.paragraph', { paragraph: result.paragraph })];
	const link = linkToSentence(article.url, article.text, result);
	return `-# ${renderParts(parts)}${link === null ? '' : ` · [${t('where.link')}](<${link}>)`}`;
}

/** Parts from outside, one after the other, as one piece of a line. */
export function renderParts(parts: readonly string[]): string {
	return clipMarkup(parts.map(inline).join(', '), PARTS_MAX, escapeText).markup;
}

/** `“Title”, Outlet, 3 May 2024`, as far as the article tells, without markup. */
export function sourceParts(t: Translate, article: Article): string[] {
	const parts = [t('where.title', { title: clip(article.title, TITLE_MAX) })];
	if (article.publisher) parts.push(clip(article.publisher, NAME_MAX));
	if (article.published) parts.push(formatDate(article.published, t.locale));
	return parts;
}

/** The day in the reader's way of writing it. A date without a time is a day everywhere, so no time zone moves it. */
export function formatDate(iso: string, locale: string): string {
	const date = new Date(iso);
	if (Number.isNaN(date.getTime())) return iso;
	return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
		date,
	);
}
