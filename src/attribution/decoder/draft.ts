import type { ClaimEvidence } from '../claim.js';
import type { CueReading } from '../tagger/read-cues.js';

/** Tokens from `first` up to but without `end`. */
export interface TokenRange {
	readonly first: number;
	readonly end: number;
}

/** An attribution in the making; its content is what it owns in a {@link ContentMap}. */
export interface Draft {
	readonly evidence: ClaimEvidence;
	/** Where the tagger saw it; `null` when only a rule did. */
	readonly reading: CueReading | null;
	readonly cue: TokenRange | null;
	/** Set by a rule; otherwise the reading tells. */
	readonly source: TokenRange | null;
}

/** Whose content every token is: each token is one attribution's at most. */
export class ContentMap {
	readonly #owners: (Draft | undefined)[];

	constructor(tokens: number) {
		this.#owners = new Array(tokens);
	}

	ownerOf(token: number): Draft | undefined {
		return this.#owners[token];
	}

	/** Gives the tokens to the draft, whoever had them. */
	give({ first, end }: TokenRange, draft: Draft): void {
		for (let token = first; token < end; token++) this.#owners[token] = draft;
	}

	/** Makes the token nobody's. */
	free(token: number): void {
		this.#owners[token] = undefined;
	}

	/** Gives the draft those of the tokens that nobody has. */
	giveFree(tokens: readonly number[], draft: Draft): void {
		for (const token of tokens) this.#owners[token] ??= draft;
	}

	/** @returns Who has most of the tokens, and what share of them. */
	mostIn({ first, end }: TokenRange): { readonly draft: Draft; readonly share: number } | null {
		const counts = new Map<Draft, number>();
		for (let token = first; token < end; token++) {
			const owner = this.#owners[token];
			if (owner) counts.set(owner, (counts.get(owner) ?? 0) + 1);
		}
		let best: { draft: Draft; share: number } | null = null;
		for (const [draft, count] of counts) {
			const share = count / (end - first);
			if (best === null || share > best.share) best = { draft, share };
		}
		return best;
	}

	/** Every draft with its content, in the order of the content. */
	contents(): Map<Draft, TokenRange[]> {
		const contents = new Map<Draft, { first: number; end: number }[]>();
		this.#owners.forEach((draft, token) => {
			if (!draft) return;
			const runs = contents.get(draft) ?? [];
			if (runs.length === 0) contents.set(draft, runs);
			const last = runs.at(-1);
			if (last?.end === token) last.end++;
			else runs.push({ first: token, end: token + 1 });
		});
		return contents;
	}
}
