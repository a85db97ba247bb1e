import { Option } from 'commander';
import * as z from 'zod';
import { type Verification, verify } from '../../answer/verify.js';
import { renderVerification } from '../render-verification.js';
import { requestCommand } from '../request-command.js';

interface Quotation {
	readonly quote: string;
	readonly claimedSpeaker?: string | undefined;
}

/** `onrecord verify`: whether somebody said these words, and how they are printed. */
export const addVerify = requestCommand<Quotation, Verification>({
	name: 'verify',
	description: 'Find the words of a quotation and who said them',
	text: { name: 'quote', description: 'the words as somebody is said to have said them', required: true },
	options: [new Option('-s, --speaker <name>', 'who is said to have said them')],
	fromText: (quote, { speaker }) => ({ quote, claimedSpeaker: speaker }),
	lineSchema: z
		.object({ quote: z.string(), claimed_speaker: z.string().nullish() })
		.transform(({ quote, claimed_speaker: claimed }) => ({ quote, claimedSpeaker: claimed ?? undefined })),
	answer: (library, request, { article }) => verify(library, { ...request, article }),
	render: renderVerification,
});
