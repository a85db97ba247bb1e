import porter2 from 'wink-porter2-stemmer';

/** A word as searching sees it. */
export interface Word {
	/** As printed, such as `Zelensky’s`. */
	readonly printed: string;
	/** Lower case, without marks, accents and possessive ending, such as `zelensky`. */
	readonly key: string;
	/** Where it starts in the text that was cut, in UTF-16 code units. */
	readonly start: number;
	/** True when it is printed with a capital first letter. */
	readonly capital: boolean;
}

/** Initials with full stops ("U.S."), or a run of letters and digits ("Trump’s", "1,000", "3.5"); never "—" or "$". */
const WORD = /\p{Lu}\.(?:\p{Lu}\.)+|[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+|[.,](?=\d)\d+)*/gu;
/** "trump's" and "voters'" lose it, "o'brien" does not. */
const POSSESSIVE = /['’]s?$/;
const CAPITAL = /^\p{Lu}/u;
const PLAIN = /^[a-z0-9]+$/;

/** @returns The words of a text in order, each with its place; an empty list for a text without letters or digits. */
export function findWords(text: string): Word[] {
	const found: Word[] = [];
	WORD.lastIndex = 0;
	for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
		const [printed] = match;
		found.push({ printed, key: wordKey(printed), start: match.index, capital: CAPITAL.test(printed) });
	}
	return found;
}

/** @returns The form under which a printed word is compared: `Zelensky’s` gives `zelensky`, `U.S.` gives `u.s`. */
export function wordKey(printed: string): string {
	// Without its capitals it would be the pronoun.
	if (printed === 'US') return 'u.s';
	const lower = printed.toLowerCase();
	if (PLAIN.test(lower)) return lower;
	const folded = lower.normalize('NFKD').replace(/\p{M}/gu, '').replace(POSSESSIVE, '').replace(/['’]/g, '');
	return /^\p{L}\./u.test(folded) ? folded.replace(/\.$/, '') : folded.replace(/,/g, '');
}

const STEMS_KEPT = 200_000;
const stems = new Map<string, string>();

/** @returns The Porter 2 stem of a word key: `minister` and `ministers` share one, `new` and `news` do not. */
export function stemWord(key: string): string {
	let stem = stems.get(key);
	if (stem === undefined) {
		stem = key.includes('.') ? key : porter2(key);
		if (stems.size >= STEMS_KEPT) stems.clear();
		stems.set(key, stem);
	}
	return stem;
}
