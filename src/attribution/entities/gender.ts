import { createRequire } from 'node:module';

/** What is known about a person's gender, to understand "he" and "she"; never shown to anybody. */
export type Gender = 'male' | 'female';

interface GenderPackage {
	getGender(name: string, language: 'en'): 'male' | 'female' | 'unknown';
}

let names: GenderPackage | undefined;
const known = new Map<string, Gender | null>();

/** @returns The usual gender of a given name; `null` for unknown names and for words that only look like one. */
export function genderOfName(name: string): Gender | null {
	const cached = known.get(name);
	if (cached !== undefined) return cached;
	// CommonJS with a table of half a megabyte: loaded when the first name turns up.
	names ??= createRequire(import.meta.url)('gender-detection-from-name') as GenderPackage;
	const found = /^\p{L}{2,}/u.test(name) ? names.getGender(name, 'en') : 'unknown';
	const gender = found === 'unknown' ? null : found;
	if (known.size < KNOWN_MAX) known.set(name, gender);
	return gender;
}

/** Names kept in memory; a library of 10,000 articles has about this many given names. */
const KNOWN_MAX = 20_000;
