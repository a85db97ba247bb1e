import { type ClaimCheck, check } from '../src/answer/check.js';
import { readStatements } from '../src/answer/read-statements.js';
import { verify } from '../src/answer/verify.js';
import { UserError } from '../src/errors.js';
import type { Audience } from '../src/reply/answer-message.js';
import { renderClaim, renderVerification } from '../src/reply/check-reply.js';
import type { Translate } from '../src/reply/locales/catalogue.js';
import type { Reply } from '../src/reply/reply.js';
import { stripMarkup } from '../src/reply/strip-markup.js';
import { verdictMessages } from '../src/reply/verdict-message.js';
import type { Library } from '../src/search/library.js';
import type { Services } from './services.js';

/** More statements than this are an essay; the rest is counted. */
const STATEMENTS_MAX = 10;

/** Nearest sentences shown for a claim that stands alone; one among several gets one. */
const NEAREST_MAX = 3;

/** Holds a text against the articles: words in quotation marks are verified, other statements are checked. */
export function renderVerdicts(t: Translate, { library, refs }: Services, text: string, audience: Audience): Reply[] {
	const statements = readStatements(stripMarkup(text));
	const limit = statements.length === 1 ? NEAREST_MAX : 1;
	const verdicts = statements.slice(0, STATEMENTS_MAX).flatMap((statement) => {
		if (statement.kind === 'claim') {
			const checked = checkClaim(library, statement.words, limit);
			return checked ? [renderClaim(t, library, statement.words, checked)] : [];
		}
		const { words, claimedSpeaker } = statement;
		const verification = verify(library, { quote: words, claimedSpeaker: claimedSpeaker ?? undefined });
		return [renderVerification(t, library, statement, verification)];
	});
	return verdictMessages(t, refs, verdicts, Math.max(0, statements.length - STATEMENTS_MAX), audience);
}

/** @returns `null` for words that state nothing, such as "so it was". */
function checkClaim(library: Library, claim: string, limit: number): ClaimCheck | null {
	try {
		return check(library, { claim, limit });
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}
