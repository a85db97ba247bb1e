const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Control characters other than tab and line break, which HTML does not allow. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text as HTML, for between tags and for attributes in quotation marks. */
export const escapeHtml = (text: string): string =>
	text.replace(CONTROL, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
