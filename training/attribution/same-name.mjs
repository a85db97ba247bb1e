/** Same surname, and given names that agree where both are known. */
export function sameName(a, b) {
	const words = (name) =>
		name
			.toLowerCase()
			.replace(/[’']s?(?=\s|$)/g, '')
			.replace(/\b(?:mr|mrs|ms|dr|sen|rep|gov|president)\.?\s+/g, '')
			.match(/[\p{L}-]+/gu) ?? [];
	const [x, y] = [words(a), words(b)];
	if (x.length === 0 || y.length === 0 || x.at(-1) !== y.at(-1)) return false;
	return (
		x.length === 1 ||
		y.length === 1 ||
		x[0] === y[0] ||
		(x[0].startsWith(y[0][0]) && (x[0].length === 1 || y[0].length === 1))
	);
}
