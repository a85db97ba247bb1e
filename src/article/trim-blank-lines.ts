/** @returns `text` without the empty lines at its start and end; the lines between, and blanks in a line, stay. */
export function trimBlankLines(text: string): string {
	const first = text.length - text.trimStart().length;
	if (first === text.length) return '';
	const start = text.lastIndexOf('\n', first) + 1;
	const end = text.indexOf('\n', text.trimEnd().length);
	return text.slice(start, end < 0 ? undefined : end);
}
