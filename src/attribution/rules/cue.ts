import type { PlacedToken } from '../analysed-text.js';

/** Words of saying at one place, as token indices, `end` excluded. */
export interface Cue {
	readonly first: number;
	readonly end: number;
	/** Where its source is looked for: around a verb, or after `by` and `to`. */
	readonly source: 'subject' | 'after';
}

const SAY = new Set(
	(
		'say tell add write ask note argue claim tweet explain acknowledge insist declare continue state warn reply respond conclude recall suggest ' +
		'admit announce report predict vow joke quip complain observe remark shout yell testify urge promise assert contend stress emphasize reiterate ' +
		'confirm deny allege caution comment concede estimate exclaim lament maintain mention muse proclaim propose quote reveal scoff whisper agree'
	).split(' '),
);
const VOICE = new Set([
	'voice',
	'express',
	'reiterate',
	'signal',
	'declare',
	'announce',
	'repeat',
	'underline',
	'pledge',
]);
const STANCE = new Set(
	'opposition support concern concerns doubt doubts skepticism scepticism hope hopes fear fears regret confidence optimism objections alarm outrage frustration disappointment'.split(
		' ',
	),
);

/** Finds the cues outside quotation marks: say-verbs, `according to`, `as stated by`, `voiced firm opposition to`. */
export function findCues(tokens: readonly PlacedToken[], first: number, end: number): Cue[] {
	const cues: Cue[] = [];
	for (let i = first; i < end; i++) {
		const cue = tokens[i]?.stretch === -1 ? cueAt(tokens, i) : null;
		if (!cue) continue;
		cues.push(cue);
		i = cue.end - 1;
	}
	return cues;
}

function cueAt(tokens: readonly PlacedToken[], i: number): Cue | null {
	const token = tokens[i];
	if (!token) return null;
	if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') {
		// "according to reports by the agency" – the agency reports.
		const reports = tokens[i + 2]?.lower === 'reports' && /^(?:by|from|in)$/.test(tokens[i + 3]?.lower ?? '');
		return { first: i, end: i + (reports ? 4 : 2), source: 'after' };
	}
	// "as stated by the envoy", "as the envoy said" – the second is a plain verb.
	if (token.lower === 'as' && SAY.has(tokens[i + 1]?.lemma ?? '') && tokens[i + 2]?.lower === 'by') {
		return { first: i, end: i + 3, source: 'after' };
	}
	if (token.tag !== 'VERB') return null;
	if (VOICE.has(token.lemma)) {
		let noun = i + 1;
		while (noun < i + 4 && /^(?:ADJ|ADV|DET)$/.test(tokens[noun]?.tag ?? '')) noun++;
		if (STANCE.has(tokens[noun]?.lower ?? '')) {
			const preposition = /^(?:to|for|about|over|at|that|of)$/.test(tokens[noun + 1]?.lower ?? '');
			return { first: i, end: noun + (preposition ? 2 : 1), source: 'subject' };
		}
	}
	return SAY.has(token.lemma) ? { first: i, end: i + 1, source: 'subject' } : null;
}
