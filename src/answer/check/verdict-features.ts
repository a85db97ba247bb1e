import type { DifferenceKind } from './difference.js';
import type { Evidence } from './rank-evidence.js';
import type { ReadText } from './read-text.js';

/** Conflicts weigh more the more of the claim the sentence covers. */
const CROSSED =
	'negDiffers denied deniedHead deniedHeadPrinted deniedReachedPrinted deniedSame swappedSure halfNegative numberConflict numberSure numberAgrees oppositeAny opposite slotConflict deniedReached coverageSoft nameMissingAny nameConflict missingOne missingNone order futureGap modalGap universalClaim partialGap swapped flipped'.split(
		' ',
	);
const SECOND =
	'coverage coverageNear missingNone numberConflict numberAgrees denied deniedHead negDiffers oppositeAny nameMissingAny flipped'.split(
		' ',
	);

/**
 * What the networks see: the comparison with the best sentence, its conflicts by how much of the claim is covered,
 * some of the second sentence, and what the first few together say.
 *
 * @param evidence - Best first, one at least.
 */
export function verdictFeatures(claim: ReadText, evidence: readonly Evidence[]): Record<string, number> {
	const [first, second] = evidence;
	if (!first) return {};
	const { features, differences } = first.comparison;
	const of = (name: string, from: Evidence = first) => from.comparison.features[name] ?? 0;
	const named: Record<string, number> = {};
	for (const [name, value] of Object.entries(features)) named[`1.${name}`] = value;
	for (const name of CROSSED) named[`1x.${name}`] = of(name) * of('coverage') ** 2;
	for (const name of SECOND) named[`2.${name}`] = second ? of(name, second) : 0;
	Object.assign(named, meanFeatures(evidence.slice(0, MEAN_OF)), conflictsByKind(evidence));
	const few = evidence.slice(0, 6);
	const three = evidence.slice(0, 3);
	const all = few.reduce((sum, { score }) => sum + Math.exp(score - first.score), 0);
	const one = coveredBy(claim, [first]);
	return {
		...named,
		coverageSquared: of('coverage') ** 2,
		coverageNearSquared: of('coverageNear') ** 2,
		// A text of one sentence leaves no choice of evidence; the typical share of the best stands in for it.
		share: second ? 1 / all : 0.6,
		score: first.score / 10,
		second: second ? 1 : 0,
		bestCoverage: Math.max(...few.map((other) => of('coverageNear', other))),
		anyConflict: Math.max(...three.map((other) => of('numberSure', other) * of('coverage', other))),
		anyAgreement: Math.max(...three.map((other) => of('numberAgrees', other) * of('coverage', other))),
		coveredByTwo: coveredBy(claim, evidence.slice(0, 2)),
		coveredByFour: coveredBy(claim, evidence.slice(0, 4)),
		secondAdds: coveredBy(claim, evidence.slice(0, 2)) - one,
		conflictShown: differences.length > 0 ? 1 : 0,
		conflictStrength: Math.max(0, ...differences.map(({ strength }) => strength)),
	};
}

/** Share of the claim's weight that the sentences say between them. */
function coveredBy(claim: ReadText, evidence: readonly Evidence[]): number {
	let total = 0;
	let covered = 0;
	for (const [index, { weight }] of claim.terms.entries()) {
		total += weight;
		covered += weight * Math.max(...evidence.map(({ comparison }) => comparison.strengths[index] ?? 0));
	}
	return total === 0 ? 0 : covered / total;
}

/** So many sentences of evidence speak together. */
const MEAN_OF = 5;

/** The mean of each measure over the sentences, those that rank higher counting more: a claim may rest on several. */
function meanFeatures(evidence: readonly Evidence[]): Record<string, number> {
	const shares = evidence.map(({ score }) => Math.exp(score - (evidence[0]?.score ?? 0)));
	const all = shares.reduce((sum, share) => sum + share, 0);
	const means: Record<string, number> = {};
	for (const [index, { comparison }] of evidence.entries()) {
		for (const [name, value] of Object.entries(comparison.features)) {
			means[`m.${name}`] = (means[`m.${name}`] ?? 0) + (value * (shares[index] ?? 0)) / all;
		}
	}
	return means;
}

const KINDS: readonly DifferenceKind[] = ['date', 'name', 'negation', 'number', 'opposite', 'roles', 'word'];

/** The strongest conflict of each kind with the best sentence (`c1`) and with the next two (`c2`), these by what they cover. */
function conflictsByKind(evidence: readonly Evidence[]): Record<string, number> {
	const strongest = ({ comparison }: Evidence, kind: DifferenceKind) =>
		Math.max(0, ...comparison.differences.flatMap((each) => (each.kind === kind ? [each.strength] : [])));
	const [first, ...others] = evidence.slice(0, 3);
	return Object.fromEntries(
		KINDS.flatMap((kind) => [
			[`c1.${kind}`, first ? strongest(first, kind) : 0],
			[
				`c2.${kind}`,
				Math.max(0, ...others.map((other) => strongest(other, kind) * (other.comparison.features.coverage ?? 0))),
			],
		]),
	);
}
