import type { EntityList } from '../entities/find-entities.js';
import type { Reference } from './person-features.js';
import type { SourceReading } from './read-source.js';

/** @returns What has to be resolved before a source names anybody; `null` when it does so itself, or never will. */
export function toReference(entities: EntityList, reading: SourceReading): Reference | null {
	if (reading.type === 'person') return { kind: 'pronoun', token: reading.token, gender: reading.gender };
	if (reading.type !== 'name' || !reading.named.mention.ambiguous) return null;
	const among = entities.namesakesOf(reading.named.mention);
	return among.length > 1 ? { kind: 'surname', token: reading.named.mention.first, gender: null, among } : null;
}
