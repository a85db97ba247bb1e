import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Screen, Terminal } from './terminal.js';

/** Long lines are hard to read: wider windows keep this measure. */
const COLUMNS_MAX = 80;
const COLUMNS_MIN = 30;

/** How text is set on a screen: its width, and its colours, which are never the only carrier of a meaning. */
export interface Page {
	readonly columns: number;
	readonly colors: ReturnType<typeof createColors>;
}

/** @returns The page for a stream: colours only where a terminal shows them and `NO_COLOR` does not forbid it. */
export function pageFor(stream: Screen, env: Terminal['env']): Page {
	const colored = env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : stream.isTTY === true && env.TERM !== 'dumb';
	return {
		columns: Math.max(COLUMNS_MIN, Math.min(stream.columns ?? COLUMNS_MAX, COLUMNS_MAX)),
		colors: createColors(colored && !env.NO_COLOR),
	};
}

/** C0 and C1 control characters: an article must not steer the reader's terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** Text from outside as one line that is safe to show: white space as blanks, control characters as U+FFFD. */
export function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim().replace(CONTROL, '\ufffd');
}

/**
 * Breaks text into lines that fit the page, between words where it can.
 *
 * @param first - Put before the first line, such as a dash, without colour; `rest` before every other one.
 */
export function wrap(page: Page, text: string, first: string, rest = first): string {
	const room = page.columns - Math.max(first.length, rest.length);
	return wrapAnsi(text, room, { hard: true })
		.split('\n')
		.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
		.join('\n');
}
