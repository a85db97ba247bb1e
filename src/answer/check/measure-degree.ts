import type { ReadText } from './read-text.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const POSSIBLE = words('may might could would should can');
const FUTURE = words(
	'will going gonna plan plans planning expect expected intend intends hope hopes want wants propose proposed ' +
		'consider considering promise promised vow vowed pledge pledged shall wont',
);
const UNIVERSAL = words(
	'all every always everyone everybody only entire whole never none nobody most unanimously exclusively solely',
);
const PARTIAL = words('some many several few part partly sometimes often half certain');

/** Whether one side is surer, or says it of more, than the other: "will" for "may", "all" for "some". */
export function measureDegree(claim: ReadText, sentence: ReadText) {
	const [possible, possibleClaimed] = sides(POSSIBLE, sentence, claim);
	const [future, futureClaimed] = sides(FUTURE, sentence, claim);
	const [universal, universalClaimed] = sides(UNIVERSAL, sentence, claim);
	const [partial, partialClaimed] = sides(PARTIAL, sentence, claim);
	return {
		modalGap: possible,
		modalClaim: possibleClaimed,
		futureGap: future,
		futureClaim: futureClaimed,
		universalGap: universal,
		universalClaim: universalClaimed,
		partialGap: partial,
		partialClaim: partialClaimed,
	};
}

/** Whether the words stand in the sentence alone, and whether in the claim alone; 1 for yes. */
function sides(list: ReadonlySet<string>, sentence: ReadText, claim: ReadText): readonly [number, number] {
	const printed = sentence.terms.some((term) => list.has(term.text));
	const claimed = claim.terms.some((term) => list.has(term.text));
	return [printed && !claimed ? 1 : 0, claimed && !printed ? 1 : 0];
}
