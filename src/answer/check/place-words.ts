/** Words before a place or another name that a sentence is not about. */
export const PLACE_WORDS: ReadonlySet<string> = new Set('in at from to of on with by near'.split(' '));
