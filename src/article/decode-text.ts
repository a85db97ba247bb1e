/** Byte order marks of UTF-16, which UTF-8 never starts with. */
const UTF_16 = [
	[0xff, 0xfe],
	[0xfe, 0xff],
];

/**
 * Decodes UTF-8 strictly, so that no character of an article is silently replaced. A byte order mark is left out.
 *
 * @returns The text, or what is wrong with the bytes.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly reason: string } {
	if (UTF_16.some((mark) => mark.every((byte, index) => bytes[index] === byte))) {
		return { reason: 'is UTF-16: save it as UTF-8' };
	}
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
	} catch {
		return { reason: 'is not UTF-8: save it as UTF-8' };
	}
}
