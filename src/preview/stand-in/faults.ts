/** What goes wrong with a request instead of, or besides, its being carried out. */
export type Fault =
	| {
			readonly kind: 'status';
			readonly status: number;
			readonly headers: Record<string, string>;
			readonly body: object;
	  }
	/** The connection is closed without an answer, before or after the request has been carried out. */
	| { readonly kind: 'drop'; readonly when: 'before' | 'after' }
	| { readonly kind: 'slow'; readonly ms: number };

interface Rule {
	readonly route: RegExp;
	readonly fault: Fault;
	left: number;
}

/** How often a fault strikes; for ever unless said otherwise. */
interface Times {
	readonly times?: number;
}

/**
 * Switches for all that can go wrong between the bot and Discord. Routes are matched against method and path without
 * the API's base, such as `PATCH /webhooks/1/2/messages/@original`.
 */
export class Faults {
	#rules: Rule[] = [];
	/** Off: heartbeats stay without an answer, as on a connection that died silently. */
	heartbeatAcks = true;
	/** The gateway's heartbeat interval for connections from now on. */
	heartbeatMs = 41_250;
	/** How many gateway connections to turn away with 503. */
	refusedUpgrades = 0;
	/** How often a fault has struck so far. */
	used = 0;

	/** Answers 429, for the route or for all of them. */
	rateLimit(
		route: RegExp,
		{ retryAfter, global = false, times = 1 }: Times & { retryAfter: number; global?: boolean },
	): void {
		const headers = {
			'retry-after': String(Math.ceil(retryAfter)),
			'x-ratelimit-scope': global ? 'global' : 'user',
			...(global
				? { 'x-ratelimit-global': 'true' }
				: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': String(retryAfter) }),
		};
		const body = { message: 'You are being rate limited.', retry_after: retryAfter, global };
		this.#add(route, { kind: 'status', status: 429, headers, body }, times);
	}

	serverError(route: RegExp, { status = 500, times = Infinity }: Times & { status?: number } = {}): void {
		this.#add(
			route,
			{ kind: 'status', status, headers: {}, body: { message: `${status}: Server Error`, code: 0 } },
			times,
		);
	}

	drop(route: RegExp, { when = 'before', times = 1 }: Times & { when?: 'before' | 'after' } = {}): void {
		this.#add(route, { kind: 'drop', when }, times);
	}

	slow(route: RegExp, ms: number, { times = Infinity }: Times = {}): void {
		this.#add(route, { kind: 'slow', ms }, times);
	}

	/** Everything works again. */
	clear(): void {
		this.#rules = [];
		this.heartbeatAcks = true;
		this.refusedUpgrades = 0;
	}

	/** The fault that strikes `request` now, or `null`; it counts as used. */
	take(request: string): Fault | null {
		const rule = this.#rules.find(({ route, left }) => left > 0 && route.test(request));
		if (!rule) return null;
		rule.left -= 1;
		this.used += 1;
		return rule.fault;
	}

	#add(route: RegExp, fault: Fault, times: number): void {
		this.#rules.push({ route, fault, left: times });
	}
}
