import { box, drawPng } from './draw.js';
import { SANS, SERIF } from './fonts.js';

/** What a card says; the words exactly as the article has them. */
export interface QuoteCard {
	readonly words: string;
	/** `Ada Moreau`, or that nobody is named. */
	readonly speaker: string;
	/** `mayor of Lille, quoted directly` */
	readonly description: string;
	/** `“Title”, Outlet, 3 May 2024` */
	readonly source: string;
}

/** A picture of the words with who said them and where, at least `HEIGHT` high, legible on a phone. */
export const CARD_WIDTH = 1200;
const CARD_HEIGHT = 630;

/** Longer words than this are not a card any more; they stay in the text. */
export const CARD_WORDS_MAX = 800;

const COLOUR = { paper: '#fbf8f1', ink: '#1d1b18', soft: '#5c564c', accent: '#8c2f1b', line: '#ddd5c5' };

/** The shorter the words, the larger; from these lengths on the size in pixels is the one beside it. */
const SIZES: readonly (readonly [length: number, size: number])[] = [
	[0, 68],
	[60, 58],
	[120, 48],
	[200, 40],
	[320, 34],
	[480, 30],
	[650, 28],
];

/** @returns A PNG; higher than usual when the words are many. */
export async function drawQuoteCard({ words, speaker, description, source }: QuoteCard): Promise<Buffer> {
	const size = SIZES.findLast(([length]) => words.length >= length)?.[1] ?? 28;
	const direction = directionOf(words);
	return drawPng(
		box(
			{
				boxSizing: 'border-box',
				width: CARD_WIDTH,
				minHeight: CARD_HEIGHT,
				backgroundColor: COLOUR.paper,
				color: COLOUR.ink,
				borderTop: `14px solid ${COLOUR.accent}`,
				padding: '56px 72px 52px',
				justifyContent: 'space-between',
			},
			[
				box({ flexGrow: 1, justifyContent: 'center', paddingBottom: 40 }, [
					box(
						{
							fontFamily: SERIF,
							fontSize: size,
							lineHeight: 1.38,
							direction,
							// One line break of the text is one of the card.
							whiteSpace: 'pre-wrap',
							wordBreak: 'break-word',
						},
						words,
					),
				]),
				box({ borderTop: `2px solid ${COLOUR.line}`, paddingTop: 28, fontFamily: SANS }, [
					line(speaker, { fontSize: 36, fontWeight: 600 }),
					...(description === '' ? [] : [line(description, { fontSize: 27, color: COLOUR.soft, marginTop: 4 })]),
					line(source, { fontSize: 24, color: COLOUR.soft, marginTop: 18 }),
				]),
			],
		),
		CARD_WIDTH,
	);
}

function line(text: string, style: Readonly<Record<string, string | number>>) {
	return box({ direction: directionOf(text), lineHeight: 1.35, wordBreak: 'break-word', ...style }, text);
}

/** By the first letter that has a direction, as the Unicode algorithm does. */
function directionOf(text: string): 'ltr' | 'rtl' {
	const first = /[\p{Script=Hebrew}\p{Script=Arabic}]|\p{L}/u.exec(text)?.[0] ?? '';
	return /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(first) ? 'rtl' : 'ltr';
}
