import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Nobody reads thirty answers in half a minute; keystrokes of autocomplete do not count. */
const REQUESTS = 30;
const WINDOW_SECONDS = 30;

/** Keeps one reader from taking the bot away from the others; everybody has the same share. */
export class RateLimit {
	readonly #limiter = new RateLimiterMemory({ points: REQUESTS, duration: WINDOW_SECONDS });

	/** Counts one request. @returns Seconds to wait, 0 when there is none. */
	async take(userId: string): Promise<number> {
		try {
			await this.#limiter.consume(userId);
			return 0;
		} catch (refusal) {
			if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
			throw refusal;
		}
	}
}
