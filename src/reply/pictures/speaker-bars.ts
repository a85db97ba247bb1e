import { type Box, box, drawPng } from './draw.js';
import { SANS } from './fonts.js';

/** One speaker of the picture. */
export interface SpeakerBar {
	readonly name: string;
	readonly direct: number;
	readonly reported: number;
	/** The two figures in words, so that the bar says nothing by its look alone. */
	readonly figures: string;
}

const WIDTH = 1000;
const PADDING = 36;
const BAR_WIDTH = WIDTH - 2 * PADDING;
const COLOUR = { paper: '#fbf8f1', ink: '#1d1b18', soft: '#5c564c', accent: '#8c2f1b' };

/** Own words are a filled bar, reported ones an outlined bar behind it; both to one scale. @returns A PNG. */
export async function drawSpeakerBars(bars: readonly SpeakerBar[]): Promise<Buffer> {
	const most = Math.max(1, ...bars.map(({ direct, reported }) => direct + reported));
	const rows = bars.map((bar, index) => renderRow(bar, BAR_WIDTH / most, index > 0));
	return drawPng(
		box(
			{
				boxSizing: 'border-box',
				width: WIDTH,
				padding: PADDING,
				backgroundColor: COLOUR.paper,
				color: COLOUR.ink,
				fontFamily: SANS,
			},
			rows,
		),
		WIDTH,
	);
}

function renderRow({ name, direct, reported, figures }: SpeakerBar, unit: number, below: boolean): Box {
	return box({ marginTop: below ? 22 : 0 }, [
		box({ flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end', marginBottom: 8 }, [
			box({ fontSize: 27, fontWeight: 600 }, name),
			box({ fontSize: 22, color: COLOUR.soft, marginLeft: 20, flexShrink: 0 }, figures),
		]),
		box(
			{ flexDirection: 'row', height: 22 },
			[
				box({ width: direct * unit, backgroundColor: COLOUR.accent }),
				box({ boxSizing: 'border-box', width: reported * unit, border: `3px solid ${COLOUR.accent}` }),
			].filter((_, index) => (index === 0 ? direct : reported) > 0),
		),
	]);
}
