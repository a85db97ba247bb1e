import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { pictureFonts } from './fonts.js';

/** A box of a picture: what it looks like, in the CSS that satori knows, and what is in it. */
export interface Box {
	readonly type: 'div';
	readonly props: {
		readonly style: Readonly<Record<string, string | number>>;
		readonly children?: string | readonly Box[];
	};
}

/** @param style - Children are laid out in a column unless it says otherwise. */
export function box(style: Readonly<Record<string, string | number>>, children?: string | readonly Box[]): Box {
	const display = { display: 'flex', ...(typeof children === 'string' ? {} : { flexDirection: 'column' }) };
	return { type: 'div', props: { style: { ...display, ...style }, ...(children === undefined ? {} : { children }) } };
}

/** @returns The box as a PNG of that width; it is as high as what is in it when no height is given. */
export async function drawPng(root: Box, width: number, height?: number): Promise<Buffer> {
	const size = height === undefined ? { width } : { width, height };
	// satori's own type asks for React's elements, of which it needs no more than this.
	const svg = await satori(root as unknown as Parameters<typeof satori>[0], {
		...size,
		fonts: pictureFonts(textOf(root)),
	});
	return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

function textOf({ props: { children = '' } }: Box): string {
	return typeof children === 'string' ? children : children.map(textOf).join(' ');
}
