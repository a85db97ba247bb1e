import type { PlacedToken } from '../analysed-text.js';
import type { Mention } from './mention.js';

/** Where a mention stands, as far as it tells whether a later "he" may mean it. */
export interface MentionPlace {
	readonly sentence: number;
	readonly paragraph: number;
	/** Inside quotation marks: somebody else talks about them. */
	readonly quoted: boolean;
	/** `subject` before its verb or as `said Price`; `possessive` in `Price’s aide`; `object` after a preposition. */
	readonly role: 'subject' | 'possessive' | 'object' | 'other';
	/** The first name of its sentence. */
	readonly leads: boolean;
	/** The first word of its sentence, which has a capital whatever it is. */
	readonly opens: boolean;
}

const POSSESSIVE = /^['’]s?$/;

/** Says where each mention stands; `mentions` in text order. */
export function placeMentions(tokens: readonly PlacedToken[], mentions: readonly Mention[]): MentionPlace[] {
	let lastSentence = -1;
	return mentions.map((mention) => {
		const token = tokens[mention.first];
		const sentence = token?.sentence ?? 0;
		const leads = sentence !== lastSentence;
		lastSentence = sentence;
		const quoted = (token?.stretch ?? -1) >= 0;
		const opens = tokens[mention.first - 1]?.sentence !== sentence;
		return { sentence, paragraph: token?.paragraph ?? 0, quoted, role: roleOf(tokens, mention, quoted), leads, opens };
	});
}

function roleOf(tokens: readonly PlacedToken[], { first, end }: Mention, quoted: boolean): MentionPlace['role'] {
	const after = tokens[end];
	if (POSSESSIVE.test(after?.word ?? '')) return 'possessive';
	const before = tokens[first - 1];
	const sameSentence = before?.sentence === tokens[first]?.sentence;
	if (sameSentence && before?.tag === 'ADP') return 'object';
	let verb = end;
	while (/^(?:ADV|AUX|PART)$/.test(tokens[verb]?.tag ?? '')) verb++;
	if (tokens[verb]?.tag === 'VERB' || after?.tag === 'AUX') return 'subject';
	// “…,” said Price.
	if (!quoted && sameSentence && before?.tag === 'VERB' && /^[,."“”]$/.test(after?.word ?? '')) return 'subject';
	return 'other';
}
