import type { AnalysedText } from '../analysed-text.js';
import type { Attribution, Speaker } from '../attribution.js';
import type { AttributionClaim } from '../claim.js';
import { findEntities } from '../entities/find-entities.js';
import { applySetting } from '../setting.js';
import { calibrateConfidence } from './calibrate-confidence.js';
import { type Naming, resolveSources } from './resolve-sources.js';

/** The attributions with their names, and everybody who is named in them. */
export interface NamedAttributions {
	readonly attributions: readonly Attribution[];
	readonly speakers: readonly Speaker[];
}

/**
 * Second stage: says whom the sources of the claims mean, and lists the speakers with what the article calls them.
 *
 * @param claims - In text order.
 */
export function nameSpeakers(analysed: AnalysedText, claims: readonly AttributionClaim[]): NamedAttributions {
	const entities = findEntities(analysed);
	const namings = resolveSources(analysed, entities, claims);
	const speakers = new Map<string, Speaker>();
	const found = claims.map(({ kind, content, cue, source, confidence: claim }, i): Attribution => {
		const { name: speaker = null, basis = 'none', probability = 0 } = namings[i] ?? {};
		const confidence = speaker === null ? claim : calibrateConfidence({ kind, basis, claim, naming: probability });
		return { kind, content, cue, source, speaker, confidence, basis };
	});
	const attributions = applySetting(found, 'normal');
	attributions.forEach(({ speaker }, i) => {
		const naming = namings[i];
		if (naming && speaker !== null) addSpeaker(speakers, naming);
	});
	return { attributions, speakers: [...speakers.values()] };
}

function addSpeaker(speakers: Map<string, Speaker>, { entity, name }: Naming): void {
	if (name === null || speakers.has(name)) return;
	speakers.set(name, { name, description: entity?.description ?? null, aliases: entity?.aliases ?? [] });
}
