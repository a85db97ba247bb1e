import type { AnalysedText, PlacedToken } from '../analysed-text.js';
import type { Entity } from '../entities/entity.js';
import type { Gender } from '../entities/gender.js';
import { isPersonNoun } from '../entities/person-noun.js';
import type { SourceReading } from './read-source.js';

/** A source that describes one person whom the article may name elsewhere: `the Vermont senator`, `Lee’s lawyer`. */
export interface Role {
	readonly token: number;
	readonly gender: Gender | null;
	/** Its noun, and the words that narrow it down: `senator`; `vermont`. */
	readonly noun: string;
	readonly modifiers: readonly string[];
	/** May mean whoever spoke last though the article never says so of them: `the senator`, not `the official`. */
	readonly telling: boolean;
}

/** How well an entity fits a role: how many of its words the article uses of them; `null` when it does not use the noun. */
export type RoleFit = (entity: Entity) => number | null;

/** How papers call somebody they have just named, for variety; offices are left out: there is another who holds them. */
const TELLING =
	/^(?:senator|congress(?:man|woman)|lawmaker|legislator|republican|democrat|conservative|liberal|libertarian|socialist|independent|candidate|hopeful|nominee|contender|front-?runner|standard-bearer|challenger|incumbent|business(?:man|woman)|mogul|tycoon|billionaire|millionaire|magnate|entrepreneur|developer|neurosurgeon|surgeon|veteran|mother|father|grandmother|grandfather|native|actor|actress|singer|rapper|musician|comedian|filmmaker|novelist|playwright|athlete|quarterback|player|politician|statesman|diplomat|economist|professor|scientist|journalist|columnist|anchor|host|activist|delegate|author|blogger|commentator|educator|evangelist|pastor|philanthropist|pollster|strategist)$/;
/** Offices that are somebody's whom the article has named only where a word narrows them down: `the former Ohio governor`. */
const OFFICE =
	/^(?:governor|mayor|secretary|ambassador|minister|chancellor|premier|attorney|prosecutor|sheriff|general|director|chairman|chairwoman|chair)$/;
const FEMALE = /(?:woman|wife|mother|actress|daughter|sister|lady|queen|aunt|niece|heiress|grandmother|widow)$/;
const MALE = /(?:man|husband|father|actor|son|brother|king|uncle|nephew|businessman|grandfather|widower)$/;
/** What a title before a name, or a party and state after it, says in full. */
const TITLES_IN_FULL: Readonly<Record<string, readonly string[]>> = {
	sen: ['senator', 'lawmaker'],
	senator: ['lawmaker'],
	gov: ['governor'],
	rep: ['representative', 'congressman', 'congresswoman', 'lawmaker'],
	pres: ['president', 'leader'],
	president: ['leader'],
	premier: ['leader'],
	chancellor: ['leader'],
	minister: ['leader'],
	gen: ['general'],
	prof: ['professor'],
	dr: ['doctor'],
	r: ['republican'],
	d: ['democrat'],
	nominee: ['candidate'],
	lawyer: ['attorney'],
	attorney: ['lawyer'],
	mogul: ['businessman'],
};
/** `his ex-wife`, `her lawyer`: somebody's, as in `Lee’s lawyer`. */
const WHOSE = /^(?:his|her|their)$/;
const REACH = 8;
const MENTIONS_MAX = 30;
/** Sentences in which "a judge" is still whom "the judge" means. */
const INTRODUCTION_SENTENCES = 10;

/** @returns The role that a source's words describe; `null` when they describe several, nobody, or somebody else. */
export function readRole({ tokens }: AnalysedText, reading: SourceReading): Role | null {
	if (reading.type !== 'words') return null;
	const { first, head } = reading;
	const noun = joinedNoun(tokens, first, head);
	const opening = tokens[first]?.lower;
	const possessive = WHOSE.test(opening ?? '') || tokens.slice(first, head).some(({ word }) => /^['’]s?$/.test(word));
	if (!(opening === 'the' || possessive) || !isPersonNoun(tokens[head]?.lower ?? '') || isPlural(noun)) return null;
	const modifiers = tokens
		.slice(first, head)
		.filter(({ tag, lower }) => /^(?:ADJ|NOUN|PROPN)$/.test(tag) && lower.length > 2);
	const gender = FEMALE.test(noun) ? 'female' : MALE.test(noun) ? 'male' : null;
	const role = {
		token: first,
		gender,
		noun,
		modifiers: modifiers.map(({ lower }) => lower),
		telling: !possessive && (TELLING.test(noun) || (modifiers.length > 0 && OFFICE.test(noun))),
	} as const;
	return isIntroducedWithoutName(tokens, role) ? null : role;
}

/** `front-runner`, which the tokens have in three. */
function joinedNoun(tokens: readonly PlacedToken[], first: number, head: number): string {
	const [before, hyphen, noun] = tokens.slice(head - 2, head + 1);
	const joined = head - 2 > first && hyphen?.word === '-' && before?.end === hyphen.start;
	return joined ? `${before.lower}-${noun?.lower}` : (tokens[head]?.lower ?? '');
}

const isPlural = (noun: string): boolean =>
	(noun.endsWith('s') && !noun.endsWith('ss')) || /(?:men|women|people)$/.test(noun);

/** "A judge in Ohio ruled … The judge said" – somebody without a name has that role already. */
function isIntroducedWithoutName(tokens: readonly PlacedToken[], { token, noun }: Role): boolean {
	const sentence = tokens[token]?.sentence ?? 0;
	for (let i = token - 1; i > 0; i--) {
		const other = tokens[i];
		if (!other || sentence - other.sentence > INTRODUCTION_SENTENCES) return false;
		if (other.lower !== noun || other.stretch >= 0) continue;
		let start = i - 1;
		while (start > i - 6 && /^(?:ADJ|NOUN|PROPN|PUNCT)$/.test(tokens[start]?.tag ?? '') && tokens[start]?.word !== ',')
			start--;
		// "Moe, a senator," and "a senator, Moe," name whom they introduce.
		const named =
			tokens[start - 1]?.word === ',' ||
			/^(?:is|was|as)$/.test(tokens[start - 1]?.lower ?? '') ||
			/^\p{Lu}/u.test(tokens[i + 1]?.word ?? '');
		if (/^an?$/.test(tokens[start]?.lower ?? '') && !named && tokens[i + 1]?.word !== ',') return true;
	}
	return false;
}

/** Prepares the comparison of entities with a role. What the article calls somebody stands around their name. */
export function createRoleFit({ tokens }: AnalysedText, { noun, modifiers, token }: Role): RoleFit {
	return (entity) => {
		const words = new Set<string>();
		for (const mention of entity.mentions.slice(0, MENTIONS_MAX)) {
			if (mention.first >= token) break;
			for (const title of mention.titles) addWord(words, title);
			// "His wife, Ann Moe, said": the words before the comma introduce the name too.
			const comma = tokens[mention.first - 1]?.word === ',' && /^[,.;]$/.test(tokens[mention.end]?.word ?? '');
			const end = comma ? mention.first - 1 : mention.nameFirst;
			for (let i = end - 1; i >= Math.max(0, end - REACH) && isInPhrase(tokens, i, mention.first); i--) {
				addWord(words, tokens[i]?.lower ?? '');
				if (tokens[i]?.word === '-') addWord(words, `${tokens[i - 1]?.lower}-${tokens[i + 1]?.lower}`);
			}
			if (/^(?:,|\(|is|was|of|—|–)$/.test(tokens[mention.end]?.word ?? '')) {
				for (let i = mention.end + 1; i < mention.end + REACH + 4; i++) {
					const next = tokens[i];
					if (!next || next.sentence !== mention.sentence || /^(?:[,);]|who|and)$/.test(next.lower)) break;
					addWord(words, next.lower);
				}
			}
		}
		return words.has(noun) ? 1 + modifiers.filter((modifier) => usesStem(words, modifier)).length : null;
	};
}

/** Letters that a place and its people share: `Norway`, `Norwegian`; shorter words must be the same. */
const STEM = 4;

function usesStem(words: ReadonlySet<string>, modifier: string): boolean {
	if (words.has(modifier)) return true;
	return (
		modifier.length > STEM &&
		[...words].some((word) => word.length > STEM && word.slice(0, STEM) === modifier.slice(0, STEM))
	);
}

function isInPhrase(tokens: readonly PlacedToken[], i: number, first: number): boolean {
	const token = tokens[i];
	if (token?.sentence !== tokens[first]?.sentence) return false;
	return /^(?:ADJ|NOUN|PROPN|DET)$/.test(token?.tag ?? '') || /^(?:-|of|\.)$/.test(token?.lower ?? '');
}

function addWord(words: Set<string>, lower: string): void {
	const word = lower.replace(/\.$/, '');
	words.add(word);
	for (const full of TITLES_IN_FULL[word] ?? []) words.add(full);
}
