import type { AttributedArticle, Attribution } from './attribution.js';

/** How sure a speaker must be to be named: `normal`, or `strict` for those who would rather show none than a wrong one. */
export type AttributionSetting = 'normal' | 'strict';

/** Least confidence of a name that is shown; what each costs and brings is measured in `docs/attribution.md`. */
export const NAME_CONFIDENCE_MIN: Readonly<Record<AttributionSetting, number>> = { normal: 0.4, strict: 0.937 };

/** Takes the names away that a setting does not trust; who is left without one keeps the source's own words. */
export function applySetting(attributions: readonly Attribution[], setting: AttributionSetting): Attribution[] {
	const least = NAME_CONFIDENCE_MIN[setting];
	return attributions.map((each) => (each.confidence < least ? { ...each, speaker: null, basis: 'none' } : each));
}

/** @returns What was found out, with only those speakers who are named under the strict setting. */
export function nameStrictly<Found extends Pick<AttributedArticle, 'attributions' | 'speakers'>>(found: Found): Found {
	const attributions = applySetting(found.attributions, 'strict');
	const named = new Set(attributions.map(({ speaker }) => speaker));
	return { ...found, attributions, speakers: found.speakers.filter(({ name }) => named.has(name)) };
}
