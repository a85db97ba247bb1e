import { type Span, sliceSpan } from '../../text/span.js';
import { type Attribution, CONFIDENT, type Speaker, type SpeakerBasis } from '../attribution.js';

const BASES: Readonly<Record<SpeakerBasis, string>> = {
	name: 'the source is a name',
	'shared-name': 'several people here bear that name; this one fits best',
	pronoun: 'the source is a pronoun; this person fits best',
	role: 'the source is a role; this person fits it best',
	relative: 'the source stands for the name before it',
	words: 'the source has no name and is shown as printed',
	continued: 'the quotation goes on with that of the paragraph before',
	none: 'nobody is named here, or not surely enough',
	correction: 'corrected by an editor',
};

/** What there is to say about one attribution, part by part, without markup. */
export interface Explanation {
	/** `Ada Moreau`, `appears to be Ada Moreau`, or that nobody is named. */
	readonly who: string;
	/** Role or office; `null` when the article gives none. */
	readonly description: string | null;
	/** `quoted directly`, `quoted in part` or `reported by the article`. */
	readonly how: string;
	/** `97% sure`; `null` where nobody is named, for then there is no name to be sure of. */
	readonly sure: string | null;
	/** `the source is a name; source “Ms. Moreau”; cue “said”` */
	readonly why: string;
}

/** @returns Who, how, how sure, and why, in words for people. */
export function explainAttribution(text: string, attribution: Attribution, speakers: readonly Speaker[]): Explanation {
	const { speaker, confidence, source, cue } = attribution;
	const words = (label: string, spans: readonly Span[]) =>
		spans.length > 0 ? [`${label} “${spans.map((span) => sliceSpan(text, span)).join(' … ')}”`] : [];
	return {
		who: speaker === null ? 'speaker not named' : `${confidence < CONFIDENT ? 'appears to be ' : ''}${speaker}`,
		description: speakers.find(({ name }) => name === speaker)?.description ?? null,
		how: explainKind(attribution),
		sure: speaker === null ? null : `${Math.round(confidence * 100)}%\u00a0sure`,
		why: [explainBasis(attribution), ...words('source', source), ...words('cue', cue)].join('; '),
	};
}

/** @returns Why an attribution has its speaker, in a few words for people. */
export const explainBasis = ({ basis }: Pick<Attribution, 'basis'>): string => BASES[basis];

/** @returns `quoted directly`, `quoted in part` or `reported by the article`. */
export const explainKind = ({ kind }: Pick<Attribution, 'kind'>): string =>
	({ direct: 'quoted directly', mixed: 'quoted in part', reported: 'reported by the article' })[kind];
