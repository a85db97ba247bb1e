const ELLIPSIS = '…';

/**
 * At most `max` code units of `text`, ended with an ellipsis when something is missing; cut between words where that
 * costs less than a fifth, and never inside a character.
 */
export function clip(text: string, max: number): string {
	if (text.length <= max) return text;
	const hard = dropHalfCharacter(text.slice(0, max - ELLIPSIS.length));
	const space = hard.lastIndexOf(' ');
	return (space > hard.length * 0.8 ? hard.slice(0, space) : hard).trimEnd() + ELLIPSIS;
}

/** A cut may leave the first half of a surrogate pair, or a dangling joiner or combining mark's base, behind. */
function dropHalfCharacter(text: string): string {
	return /[\uD800-\uDBFF\u200D]$/.test(text) ? text.slice(0, -1) : text;
}
