import type { EntityMention, Personhood } from './entity.js';
import { type Gender, genderOfName } from './gender.js';
import { genderOfTitles, type Mention } from './mention.js';
import { isOrganisationWord, isOtherNameWord } from './name-words.js';

/** People of one surname that are compared; a text with more is no article, and must not cost more. */
export const NAMESAKES_MAX = 30;

/** Tokens after which somebody named in full has slipped from a reader's mind, about a paragraph and a half. */
const RECENT_TOKENS = 150;

/** True for the name of an organisation, a place or a people; not for `Kanye West`, where a given name comes first. */
export function namesThing({ words, keys }: Pick<Mention, 'words' | 'keys'>): boolean {
	if (keys.some(isOrganisationWord)) return true;
	const given = keys.length > 1 && genderOfName(words[0] ?? '') !== null && !isOtherNameWord(keys[0] ?? '');
	return !given && keys.some(isOtherNameWord);
}

/** How much each sign of gender weighs: `Mr.` outweighs a given name, and that a single "he" nearby. */
const VOTES = { title: 6, given: 3, pronoun: 1, pronounsMax: 2 };

/** An entity in the making: evidence is counted while mentions are added. */
export class EntityDraft {
	readonly mentions: EntityMention[] = [];
	/** How many mentions print more than one word of the name. */
	fullMentions = 0;
	/** The last mention added that prints the name in full or with a title. */
	lastFull: Mention | null = null;
	person = 0;
	organisation = 0;
	/** Votes for each gender, by {@link VOTES}. */
	male = 0;
	female = 0;
	/** "He" and "she" after the name in its own sentence. */
	pronounVotes = 0;

	constructor(
		public words: readonly string[],
		public keys: readonly string[],
		/** The mention that prints the name most fully. */
		public fullest: Mention,
	) {}

	/** Takes over a longer form of the name: `Ban Ki Moon` after `Ban Moon`. */
	rename(mention: Mention): void {
		this.words = mention.words;
		this.keys = mention.keys;
		this.fullest = mention;
	}

	add(mention: EntityMention): void {
		this.mentions.push(mention);
		if (mention.keys.length > 1 || mention.titles.length > 0) this.lastFull = mention;
		this.vote(genderOfTitles(mention), VOTES.title);
	}

	vote(gender: Gender | null, weight: number): void {
		if (gender === 'male') this.male += weight;
		if (gender === 'female') this.female += weight;
	}

	/** A pronoun of this gender follows the name in its sentence. */
	voteByPronoun(gender: Gender): void {
		if (this.pronounVotes >= VOTES.pronounsMax) return;
		this.pronounVotes++;
		this.vote(gender, VOTES.pronoun);
	}

	/** A single word that only ever opens sentences may be any word ("Top executives …"). */
	get personhood(): Personhood {
		if (namesThing(this)) return this.person > 3 ? 'yes' : 'no';
		if (this.person > this.organisation) return 'yes';
		// "HB12 was blocked. She said": a law, a highway, a flight.
		const single = this.keys.length === 1 && this.organisation === 0 && !/\d/.test(this.keys[0] ?? '');
		return single && this.mentions.some(({ opens }) => !opens) ? 'maybe' : 'no';
	}

	/** What titles, the given name and the pronouns beside the name say. */
	get gender(): { readonly gender: Gender | null; readonly evidence: number } {
		const given = this.keys.length > 1 && this.person > 0 ? genderOfName(this.words[0] ?? '') : null;
		const margin = this.male - this.female + (given === 'male' ? VOTES.given : given === 'female' ? -VOTES.given : 0);
		if (margin === 0) return { gender: null, evidence: 0 };
		return { gender: margin > 0 ? 'male' : 'female', evidence: Math.abs(margin) };
	}
}

/** Gathers mentions into entities: same words, or one surname with given names that agree. */
export class EntityBuilder {
	readonly drafts: EntityDraft[] = [];
	readonly #byKeys = new Map<string, EntityDraft>();
	readonly #bySurname = new Map<string, EntityDraft[]>();
	readonly #byGivenName = new Map<string, EntityDraft[]>();
	/** Those who are never named in full, by their only name. */
	readonly #alone = new Map<string, EntityDraft>();

	/** True when a name of these words has been added. */
	knows(keys: readonly string[]): boolean {
		return this.#byKeys.has(keys.join(' ')) || (keys.length === 1 && this.#bySurname.has(keys[0] ?? ''));
	}

	/** A name of several words; `person` when it looks like somebody's. */
	addFullName(mention: Mention, person: boolean): EntityDraft {
		const joined = mention.keys.join(' ');
		const surname = mention.keys.at(-1) ?? '';
		const kin = person
			? this.#bySurname.get(surname)?.find((draft) => isSamePerson(draft.keys, mention.keys))
			: undefined;
		const draft = this.#byKeys.get(joined) ?? kin ?? this.#open(mention);
		if (person && draft.keys.length < mention.keys.length) draft.rename(mention);
		if (person) {
			draft.person += 1 + (mention.titles.length > 0 ? 2 : 0) + (genderOfName(mention.words[0] ?? '') === null ? 0 : 1);
			remember(this.#bySurname, surname, draft);
			remember(this.#byGivenName, mention.keys[0] ?? '', draft);
		} else draft.organisation++;
		this.#byKeys.set(joined, draft);
		draft.fullMentions++;
		return draft;
	}

	/** A single word: a surname or given name of somebody named in full anywhere in the text, or a name of its own. */
	addSingleName(mention: Mention): { readonly draft: EntityDraft; readonly ambiguous: boolean } {
		const key = mention.keys[0] ?? '';
		let bearers = this.#bySurname.get(key) ?? [];
		if (bearers.length === 0 && mention.titles.length === 0) bearers = this.#byGivenName.get(key) ?? [];
		const alone = this.#alone.get(key);
		const gender = genderOfTitles(mention);
		// "Mr. Moe" in an article on Anna Moe is somebody else, whom it never names in full.
		const choice = [...bearers, ...(alone ? [alone] : [])].filter(
			(draft) => gender === null || (draft.gender.gender ?? gender) === gender,
		);
		const draft = mostLikely(choice, mention.first) ?? this.#open(mention);
		if (choice.length === 0) this.#alone.set(key, draft);
		if (mention.titles.length > 0) draft.person += 2;
		return { draft, ambiguous: choice.length > 1 };
	}

	#open(mention: Mention): EntityDraft {
		const draft = new EntityDraft(mention.words, mention.keys, mention);
		this.drafts.push(draft);
		return draft;
	}
}

/** Of several people of one name, the one named in full more often, and lately; `undefined` of none. */
function mostLikely(choice: readonly EntityDraft[], at: number): EntityDraft | undefined {
	if (choice.length < 2) return choice[0];
	const weight = ({ fullMentions, lastFull }: EntityDraft): number => {
		if (lastFull === null) return fullMentions - 2;
		return fullMentions + (at - lastFull.first < RECENT_TOKENS ? 1.5 : 0);
	};
	return choice.reduce((best, draft) => (weight(draft) > weight(best) ? draft : best));
}

/** "Tim Kaine", "T. Kaine" and "Timothy Michael Kaine" agree; "Bill Clinton" and "Hillary Clinton" do not. */
function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
	const [x, y] = [a[0] ?? '', b[0] ?? ''];
	return (
		a.at(-1) === b.at(-1) &&
		(x === y || (x.length <= 2 && y.startsWith(x.charAt(0))) || (y.length <= 2 && x.startsWith(y.charAt(0))))
	);
}

function remember(index: Map<string, EntityDraft[]>, key: string, draft: EntityDraft): void {
	const list = index.get(key);
	if (!list) index.set(key, [draft]);
	else if (!list.includes(draft) && list.length < NAMESAKES_MAX) list.push(draft);
}
