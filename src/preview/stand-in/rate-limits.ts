import type { Clock } from './clock.js';
import { LIMITS } from './limits.js';

/** Where a request stands with regard to the limits: the headers to send, and how long to wait if it is over. */
export interface Standing {
	readonly headers: Record<string, string>;
	/** Seconds; `null` when the request may pass. */
	readonly retryAfter: number | null;
	readonly global: boolean;
}

interface Window {
	used: number;
	resetAt: number;
}

/** Buckets per route, and one of 50 requests a second for the bot. Interaction callbacks are exempt, as on Discord. */
export class RateLimits {
	readonly #windows = new Map<string, Window>();

	constructor(readonly clock: Clock) {}

	/** Counts a request. `major` is the part of the path that has a bucket of its own, such as a webhook's token. */
	count(route: string, major: string, exempt: boolean): Standing {
		if (route.includes('/callback')) return { headers: {}, retryAfter: null, global: false };
		const everything = exempt ? null : this.#use('*', LIMITS.requestsPerSecond, 1_000);
		if (everything && everything.used > LIMITS.requestsPerSecond)
			return { headers: { 'x-ratelimit-global': 'true' }, retryAfter: this.#left(everything), global: true };
		const [limit, periodMs] = limitOf(route);
		const window = this.#use(`${route} ${major}`, limit, periodMs);
		const over = window.used > limit;
		const left = this.#left(window);
		const headers = {
			'x-ratelimit-limit': String(limit),
			'x-ratelimit-remaining': String(Math.max(0, limit - window.used)),
			'x-ratelimit-reset': (window.resetAt / 1_000).toFixed(3),
			'x-ratelimit-reset-after': left.toFixed(3),
			'x-ratelimit-bucket': Buffer.from(route).toString('hex').slice(-32),
			...(over && { 'x-ratelimit-scope': 'user' }),
		};
		return { headers, retryAfter: over ? left : null, global: false };
	}

	#use(key: string, _limit: number, periodMs: number): Window {
		const now = this.clock.now();
		let window = this.#windows.get(key);
		if (!window || window.resetAt <= now) {
			window = { used: 0, resetAt: now + periodMs };
			this.#windows.set(key, window);
		}
		window.used += 1;
		return window;
	}

	#left(window: Window): number {
		return Math.max(0, window.resetAt - this.clock.now()) / 1_000;
	}
}

/** Requests and milliseconds, as Discord's headers show them at the time of writing; they are not documented. */
function limitOf(route: string): [number, number] {
	if (route.includes('/webhooks/')) return [5, 2_000];
	if (route.includes('/commands')) return [5, 20_000];
	return [20, 1_000];
}
