import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'satori';

const require = createRequire(import.meta.url);

/** Alphabets that Noto Serif and Noto Sans have, in a file each; satori takes one file for a name. */
const EUROPEAN = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'];

/** Letters that no font here has would be drawn as empty boxes. */
const DRAWABLE =
	/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Nd}\p{P}\p{S}\p{Z}\p{Mn}\p{Cf}\s]*$/u;

/** A picture character, which the text fonts have not, unlike signs such as © and ™. */
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;

/** The fonts of the words of a picture, and those of what stands around them; the first that has a letter draws it. */
export const SERIF = [...EUROPEAN.map((subset) => `Noto Serif ${subset}`), 'Noto Serif Hebrew', 'Amiri'].join();
export const SANS = [...EUROPEAN.map((subset) => `Noto Sans ${subset}`), 'Noto Serif Hebrew', 'Amiri'].join();

let loaded: Font[] | null = null;

/** All fonts, read once. */
export function pictureFonts(): Font[] {
	loaded ??= [
		...EUROPEAN.flatMap((subset) => [
			font(`Noto Serif ${subset}`, 'noto-serif', subset, 400),
			font(`Noto Sans ${subset}`, 'noto-sans', subset, 400),
			font(`Noto Sans ${subset}`, 'noto-sans', subset, 600),
		]),
		font('Noto Serif Hebrew', 'noto-serif-hebrew', 'hebrew', 400),
		font('Noto Serif Hebrew', 'noto-serif-hebrew', 'hebrew', 600),
		// satori sets the dots of Noto's Arabic letters, which are marks of their own there, in the wrong places.
		font('Amiri', 'amiri', 'arabic', 400),
		font('Amiri', 'amiri', 'arabic', 700),
	];
	return loaded;
}

/** True when every letter of the text can be drawn. */
export function isDrawable(text: string): boolean {
	return DRAWABLE.test(text) && !EMOJI.test(text);
}

function font(name: string, family: string, subset: string, weight: 400 | 600 | 700): Font {
	const file = require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`);
	return { name, weight, style: 'normal', data: readFileSync(file) };
}
