import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'satori';

const require = createRequire(import.meta.url);

/** Parts of Noto Serif and Noto Sans, a file each, beside the Latin letters that every picture has, and what needs them. */
const PARTS: readonly (readonly [part: string, letters: RegExp])[] = [
	['latin-ext', /(?![A-Za-z\u00AA-\u00FF])\p{Script=Latin}|[\u20A0-\u20C0]/u],
	['vietnamese', /[\u0102\u0103\u01A0-\u01B0\u1EA0-\u1EF9\u20AB]|\p{Mn}/u],
	['greek', /\p{Script=Greek}/u],
	['cyrillic', /\p{Script=Cyrillic}|№/u],
	['cyrillic-ext', /(?![\u0400-\u045F])\p{Script=Cyrillic}/u],
];

const HEBREW = /\p{Script=Hebrew}/u;
const ARABIC = /\p{Script=Arabic}/u;

/** Letters that no font here has would be drawn as empty boxes. */
const DRAWABLE =
	/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Nd}\p{P}\p{S}\p{Z}\p{Mn}\p{Cf}\s]*$/u;

/** A picture character, which the text fonts have not, unlike signs such as © and ™. */
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;

// satori takes one file for a name, so each part is a family of its own; the first that has a letter draws it.
const families = (name: string) =>
	['latin', ...PARTS.map(([part]) => part)].map((part) => `${name} ${part}`).concat('Noto Serif Hebrew', 'Amiri');

/** The fonts of the words of a picture, and of what stands around them. */
export const SERIF = families('Noto Serif').join();
export const SANS = families('Noto Sans').join();

const loaded = new Map<string, Font[]>();

/** The fonts that this text needs; a file is read when a text needs it for the first time. */
export function pictureFonts(text: string): Font[] {
	const parts = ['latin', ...PARTS.filter(([, letters]) => letters.test(text)).map(([part]) => part)];
	const others = [HEBREW.test(text), ARABIC.test(text)];
	const key = [...parts, ...others].join();
	let fonts = loaded.get(key);
	if (!fonts) {
		fonts = [
			...parts.flatMap((part) => [
				font(`Noto Serif ${part}`, 'noto-serif', part, 400),
				font(`Noto Sans ${part}`, 'noto-sans', part, 400),
				font(`Noto Sans ${part}`, 'noto-sans', part, 600),
			]),
			...(others[0]
				? ([400, 600] as const).map((weight) => font('Noto Serif Hebrew', 'noto-serif-hebrew', 'hebrew', weight))
				: []),
			// satori sets the dots of Noto's Arabic letters, which are marks of their own there, in the wrong places.
			...(others[1] ? ([400, 700] as const).map((weight) => font('Amiri', 'amiri', 'arabic', weight)) : []),
		];
		// satori keeps what it has read of a list of fonts for as long as that list is there.
		loaded.set(key, fonts);
	}
	return fonts;
}

/** True when every letter of the text can be drawn. */
export function isDrawable(text: string): boolean {
	return DRAWABLE.test(text) && !EMOJI.test(text);
}

const files = new Map<string, Buffer>();

function font(name: string, family: string, part: string, weight: 400 | 600 | 700): Font {
	const path = require.resolve(`@fontsource/${family}/files/${family}-${part}-${weight}-normal.woff`);
	const data = files.get(path) ?? readFileSync(path);
	files.set(path, data);
	return { name, weight, style: 'normal', data };
}
