import { createHash } from 'node:crypto';
import type { AttributedArticle } from '../attribution/attribution.js';

/** A sentence of an article, found again from a button. */
export interface SentencePlace {
	readonly attributed: AttributedArticle;
	/** Index into `attributed.sentences`. */
	readonly sentence: number;
}

/** 36 bits: among 10,000 articles two share a key once in 1,400 libraries, and then their buttons say "changed". */
const KEY_LENGTH = 6;

/**
 * Names sentences in the few characters that a button has, and finds them again after a restart.
 *
 * An article's key is a hash of its id and text: as long as the article is the same, its buttons work, whatever else
 * comes to the library or leaves it.
 */
export class SentenceRefs {
	readonly #byKey = new Map<string, AttributedArticle | null>();
	readonly #keys = new Map<string, string>();

	constructor(articles: Iterable<AttributedArticle>) {
		for (const attributed of articles) {
			const { id, text } = attributed.article;
			const key = createHash('sha256').update(`${id}\0${text}`).digest('base64url').slice(0, KEY_LENGTH);
			this.#byKey.set(key, this.#byKey.has(key) ? null : attributed);
			this.#keys.set(id, key);
		}
	}

	/**
	 * As many of the places, from the first on, as fit `room` characters: `KEY` and the sentence's number, where the key
	 * is left out when it is that of the place before (`abc123a.2f,xyz789b`).
	 */
	encode(places: readonly SentencePlace[], room: number): string {
		let refs = '';
		let last: string | undefined;
		for (const { attributed, sentence } of places) {
			const key = this.#keys.get(attributed.article.id);
			if (key === undefined) continue;
			const number = sentence.toString(36);
			const ref = key === last ? `.${number}` : `${refs === '' ? '' : ','}${key}${number}`;
			if (refs.length + ref.length > room) break;
			refs += ref;
			last = key;
		}
		return refs;
	}

	/** @returns `null` when one of the articles has changed or is gone. */
	decode(refs: string): SentencePlace[] | null {
		const places: SentencePlace[] = [];
		for (const group of refs === '' ? [] : refs.split(',')) {
			const attributed = this.#byKey.get(group.slice(0, KEY_LENGTH));
			if (!attributed) return null;
			for (const number of group.slice(KEY_LENGTH).split('.')) {
				const sentence = Number.parseInt(number, 36);
				if (attributed.sentences[sentence] === undefined) return null;
				places.push({ attributed, sentence });
			}
		}
		return places;
	}
}
